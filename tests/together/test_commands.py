"""Bad input to the real commands: an exit code, clear Indonesian words, and nothing changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from desktop.exits import Exit
from desktop.storage.opening import FILE_NAME
from tests.together import behaviours
from tests.together.commands import Ended, bina_asn
from tests.together.server_process import UNIT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.together.city import City
    from tests.together.meddler import Meddler
    from tests.together.pc import Pc

_NOBODY = "http://127.0.0.1:1"
_LIES = ["captive portal", "redirect", "502", "JSON of another service", "garbage", "nothing"]
_UNKNOWN_CODE = "0000-0000"
_OF_THE_TRY = frozenset({"last_try", "last_error"})
"""What a failed round may note: when it was, and why it failed."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder whose store was made and closed."""
    folder = tmp_path / "data"
    assert bina_asn(folder, "status").code == Exit.NOT_ENROLLED
    return folder


def test_good_code_and_sync(folder: Path, city: City) -> None:
    server = _address(city)
    enrolled = bina_asn(folder, "enrol", "--server", server, "--code", city.code, "--json")
    assert (enrolled.code, enrolled.error) == (Exit.OK, "")
    assert enrolled.answer()["enrolment"]["unit"] == UNIT
    done = bina_asn(folder, "sync", "--json")
    assert (done.code, done.answer()["unsent"]) == (Exit.OK, 0)


@pytest.mark.parametrize("made", ["unknown", "used", "expired"])
def test_code_that_is_no_use(made: str, folder: Path, city: City) -> None:
    code = _spoilt_code(made, city)
    error = _refused_enrolment(folder, _address(city), code, Exit.REFUSED)
    assert error["error"] == "Refused"
    assert error["details"] == f"code-{made}"
    assert "kode" in error["message"].lower()


def test_code_too_short(folder: Path, city: City) -> None:
    error = _refused_enrolment(folder, _address(city), "K7QM", Exit.USAGE)
    assert error["error"] == "CodeIncomplete"


def test_no_server(folder: Path, city: City) -> None:
    error = _refused_enrolment(folder, _NOBODY, city.code, Exit.NETWORK)
    assert error["error"] == "NotReachable"


@pytest.mark.parametrize("address", ["", "://", "ftp://contoh", "http://192.0.2.1", "a b"])
def test_wrong_address(address: str, folder: Path, city: City) -> None:
    error = _refused_enrolment(folder, address, city.code, Exit.USAGE)
    assert error["error"] == "AddressWrong"
    assert "https://" in error["message"]


def test_name_that_nobody_has(folder: Path, city: City) -> None:
    error = _refused_enrolment(folder, "https://server.invalid", city.code, Exit.NETWORK)
    assert error["error"] == "NameNotFound"


@pytest.mark.parametrize("lie", _LIES)
def test_somebody_else_answers_enrolment(lie: str, folder: Path, line: Meddler, city: City) -> None:
    line.behave(behaviours.say(behaviours.LIES[lie]))
    error = _refused_enrolment(folder, line.address, city.code, Exit.NETWORK)
    assert error["error"] in {"NotOurServer", "ServerTrouble", "AnswerBroken", "ProxyFailed"}


def test_enrolment_whose_answer_is_lost_can_be_asked_again(
    folder: Path, line: Meddler, city: City
) -> None:
    code = city.server.enrolment_code(uses=1)
    line.behave(behaviours.drop_reply)
    _refused_enrolment(folder, line.address, code, Exit.NETWORK)
    again = bina_asn(folder, "enrol", "--server", _address(city), "--code", code)
    assert again.code == Exit.OK


def test_sync_before_enrolment(folder: Path) -> None:
    before = _dump(folder)
    done = bina_asn(folder, "sync", "--json")
    assert (done.code, done.answer()["error"]) == (Exit.NOT_ENROLLED, "NotEnrolled")
    assert _dump(folder) == before


@pytest.mark.parametrize("lie", _LIES)
def test_somebody_else_answers_sync(lie: str, pc: Pc, line: Meddler) -> None:
    pc.close()
    # The first command on a machine notes which one it is; what follows is the sync's own doing.
    bina_asn(pc.folder, "status")
    before = _dump(pc.folder)
    line.behave(behaviours.say(behaviours.LIES[lie]))
    done = bina_asn(pc.folder, "sync", "--json")
    assert done.code == Exit.NETWORK
    assert done.answer()["message"]
    assert _dump(pc.folder) == before
    pc.open_again()


def _refused_enrolment(folder: Path, server: str, code: str, exit_code: Exit) -> dict[str, str]:
    """Enrolment fails with a message for people and with the same as JSON; nothing changed."""
    before = _dump(folder)
    words = ("enrol", "--server", server, "--code", code)
    for_programs = bina_asn(folder, *words, "--json")
    for_people = bina_asn(folder, *words)
    answer = for_programs.answer()
    assert (for_programs.code, for_people.code) == (exit_code, exit_code)
    assert (answer["ok"], answer["exit_code"]) == (False, exit_code)
    _assert_words(for_people, answer)
    assert _dump(folder) == before
    return answer


def _assert_words(ended: Ended, answer: dict[str, str]) -> None:
    assert ended.out == ""
    assert answer["title"] in ended.error
    assert answer["message"] in ended.error
    assert "Traceback" not in ended.error


def _spoilt_code(made: str, city: City) -> str:
    if made == "unknown":
        return _UNKNOWN_CODE
    code = city.server.enrolment_code(uses=1, days=1)
    change = "used = uses" if made == "used" else "expires_at = '2020-01-01 00:00:00'"
    path = city.server.database.removeprefix("sqlite:///")
    with closing(sqlite3.connect(path)) as database, database:
        newest = "SELECT max(created_at) FROM enrolment_codes"
        database.execute(
            f"UPDATE enrolment_codes SET {change} WHERE created_at = ({newest})"  # noqa: S608
        )
    return code


def _address(city: City) -> str:
    return f"http://127.0.0.1:{city.server.port}"


def _dump(folder: Path) -> list[str]:
    """Everything the store holds, but for the note of the last try."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        lines = list(database.iterdump())
    return [line for line in lines if not any(f"'{name}'" in line for name in _OF_THE_TRY)]
