"""The commands as IT staff run them: in a process of their own, beside a server and a window."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop import cli
from desktop.commands import stores
from desktop.storage.model import MachineMarks
from desktop.storage.opening import FILE_NAME
from tests.desktop.rights import folder_for_all, without_rights
from tests.desktop.stores import NIP, finish_quiz, open_store
from tests.desktop.sync.servers import GoodServer, answering, http, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
COMMANDS = (
    "enrol",
    "sync",
    "status",
    "doctor",
    "trust-key",
    "install-course",
    "list-courses",
    "check-settings",
    "prepare-pc",
    "check-update",
    "quit",
    "erase-data",
    "prepare-image",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BINA_ASN_DATA", str(tmp_path))
    monkeypatch.setenv("BINA_ASN_COURSES", str(ROOT / "tests" / "courses"))
    return tmp_path


@pytest.fixture
def server() -> Iterator[str]:
    with serving(GoodServer()) as listening:
        yield listening.address


def run(*words: str) -> tuple[int, str, str]:
    """Run the program itself."""
    command = [sys.executable, "-m", "desktop", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def ask(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    """Run a command in this process and read its one JSON object."""
    code = cli.run([*words, "--json"])
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.count("\n") == 1
    facts = json.loads(said.out)
    assert (facts["exit_code"], facts["ok"]) == (code, code == 0)
    return code, facts


def enrol_words(server: str, code: str = GoodServer.code) -> tuple[str, ...]:
    return ("enrol", "--server", server, "--code", code, "--name", "PC loket")


def test_enrolling_syncing_and_looking_as_people_do(server: str) -> None:
    code, said, _ = run(*enrol_words(server))
    assert code == 0
    assert "Terhubung dengan BKPSDM Kota Dumai, Pangkalan Sesai." in said
    code, said, _ = run("sync")
    assert (code, "semua sudah tersinkron" in said) == (0, True)
    code, said, _ = run("status")
    assert code == 0
    assert "0 hasil belum terkirim." in said
    assert "Terakhir tersinkron" in said
    code, said, _ = run("doctor")
    assert code == 0
    assert "jawaban server: baik. Lancar." in said
    assert "Traceback" not in said


def test_a_pc_of_no_office_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    code, facts = ask(capsys, "sync")
    assert (code, facts["error"]) == (3, "NotEnrolled")
    code, facts = ask(capsys, "status")
    assert (code, facts["enrolment"], facts["unsent"]) == (3, None, 0)
    assert cli.run(["status"]) == 3
    assert "belum terhubung" in capsys.readouterr().out


def test_sync_sends_what_a_window_made_while_it_stays_open(server: str, folder: Path) -> None:
    window = open_store(folder, seed=5)
    assert run(*enrol_words(server))[0] == 0
    person = window.register("Siti", NIP)
    attempt = window.begin_attempt(person.id, "ASN-99", 1, "asn-99-01", "rev-1", 1)
    window.keep_answer(attempt.id, "satu", "a", 1)
    with window._database.read() as reading:
        reading.execute("SELECT count(*) FROM records").fetchone()
        code, said, _ = run("sync", "--json")
    assert code == 0
    assert json.loads(said)["round"]["accepted"] == 1
    assert window.sync_state().unsent == 0
    window.keep_answer(attempt.id, "dua", "b", 2)
    assert window.finish_attempt(attempt.id, ("satu", "dua"), 3, 100).seq == 2
    assert json.loads(run("status", "--json")[1])["unsent"] == 1
    window.close()


def test_answers_go_on_being_kept_while_commands_run(folder: Path) -> None:
    window = open_store(folder, seed=5)
    person = window.register("Siti", NIP)
    commands = [
        subprocess.Popen(
            [sys.executable, "-m", "desktop", name, "--json"], cwd=ROOT, stdout=subprocess.PIPE
        )
        for name in ("status", "sync", "doctor")
    ]
    while any(command.poll() is None for command in commands):
        finish_quiz(window, person.id)
    for command in commands:
        command.communicate()
    assert [command.returncode for command in commands] == [3, 3, 0]
    numbers = [record.seq for record in window.unsent(100_000)]
    assert numbers == list(range(1, len(numbers) + 1))
    window.close()


@pytest.mark.parametrize(
    ("code", "exit_code", "error"),
    [("K7QM2F9Y", 5, "Refused"), ("K7QM", 2, "CodeIncomplete")],
)
def test_a_wrong_code_changes_nothing(
    server: str, capsys: pytest.CaptureFixture[str], code: str, exit_code: int, error: str
) -> None:
    found, facts = ask(capsys, *enrol_words(server, code))
    assert (found, facts["error"]) == (exit_code, error)
    assert facts["message"]
    assert ask(capsys, "status")[1]["enrolment"] is None


def test_a_wrong_address_a_portal_and_no_server_are_told_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ask(capsys, *enrol_words("ftp://x"))[1]["error"] == "AddressWrong"
    portal = http(b"<html>Masuk</html>", content_type="text/html")
    with serving(answering(portal)) as portal_server:
        code, facts = ask(capsys, *enrol_words(portal_server.address))
    assert (code, facts["error"]) == (4, "NotOurServer")
    code, facts = ask(capsys, *enrol_words(portal_server.address))
    assert (code, facts["error"]) == (4, "NotReachable")


def test_an_enrolment_whose_first_sync_fails_says_both(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = GoodServer()
    monkeypatch.setattr(good, "_take_in", lambda _: None)
    with serving(good) as listening:
        assert cli.run(list(enrol_words(listening.address))) == 4
    said = capsys.readouterr().err
    assert "Terhubung dengan BKPSDM Kota Dumai" in said
    assert "bukan server Bina ASN" in said
    assert ask(capsys, "status")[1]["enrolment"]["unit"] == "14.72.01.1003"


@pytest.mark.parametrize("command", ["enrol", "sync", "status"])
def test_a_damaged_database_is_told_and_left_as_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (folder / FILE_NAME).write_bytes(b"rusak" * 1000)
    words = enrol_words("http://127.0.0.1:9") if command == "enrol" else (command,)
    code, facts = ask(capsys, *words)
    assert (code, facts["error"]) == (6, "StoreDamaged")
    assert (folder / FILE_NAME).read_bytes() == b"rusak" * 1000


def test_the_doctor_tells_store_before_network(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(GoodServer()) as listening:
        cli.run(list(enrol_words(listening.address)))
    capsys.readouterr()
    code, facts = ask(capsys, "doctor")
    assert code == 4
    assert [each["health"] for each in facts["findings"]].count("bermasalah") == 1
    (folder / FILE_NAME).write_bytes(b"rusak" * 1000)
    assert ask(capsys, "doctor")[0] == 6


def test_the_doctor_names_a_broken_settings_file_and_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pengaturan.toml").write_bytes('unit = "tanya"'.encode("utf-16"))
    monkeypatch.setenv("BINA_ASN_SETTINGS", str(tmp_path / "pengaturan.toml"))
    code, facts = ask(capsys, "doctor")
    assert code == 11
    found = {each["subject"]: each["words"] for each in facts["findings"]}
    assert "UTF-16" in found["berkas pengaturan"]
    assert "pelatihan" in found


def test_a_cloned_disk_is_told_by_status_and_doctor(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "machine_marks", lambda: MachineMarks("a", ("1",)))
    assert ask(capsys, "status")[1]["other_machine"] is False
    monkeypatch.setattr(stores, "machine_marks", lambda: MachineMarks("a", ("2",)))
    assert ask(capsys, "status")[1]["other_machine"] is True
    assert cli.run(["status"]) == 3
    assert "bina-asn prepare-image" in capsys.readouterr().out
    code, facts = ask(capsys, "doctor")
    assert code == 0
    assert "komputer" in {each["subject"] for each in facts["findings"]}


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_the_doctor_says_everything_also_where_nothing_can_be_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with folder_for_all() as closed:
        monkeypatch.setenv("BINA_ASN_DATA", str(closed))
        open_store(closed).close()
        # The first run loads what can't be loaded any more once root has given up its powers.
        assert ask(capsys, "doctor")[0] == 0
        with without_rights(closed):
            code, facts = ask(capsys, "doctor")
    health = {each["subject"]: each["health"] for each in facts["findings"]}
    assert code == 6
    assert (health["folder data"], health["basis data"]) == ("bermasalah", "bermasalah")
    assert health["pelatihan"] == "baik"


def test_a_pc_without_courses_has_a_trouble_of_another_kind(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BINA_ASN_COURSES", str(folder))
    assert ask(capsys, "doctor")[0] == 1


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["terbang"],
        ["enrol"],
        ["enrol", "--server", "x"],
        ["enrol", "--code"],
        ["sync", "--cepat"],
        ["sync", "sekarang"],
        ["quit", "--wait", "sebentar"],
        ["quit", "--wait", "-1"],
        ["enrol", "--serv", "x", "--code", "y"],
    ],
)
def test_words_that_mean_nothing_show_how_to_say_it(
    capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert cli.run(words) == 2
    said = capsys.readouterr()
    assert said.err.startswith("Perintah keliru.\npemakaian: bina-asn")
    assert said.out == ""
    assert ask(capsys, *words)[0] == 2


@pytest.mark.parametrize("words", [["--help"], *([command, "-h"] for command in COMMANDS)])
def test_help_is_indonesian(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert cli.run(words) == 0
    said = capsys.readouterr().out
    assert said.startswith("pemakaian: bina-asn")
    for english in ("usage", "options", "positional", "show this", "optional"):
        assert english not in said


def test_help_lists_the_exit_codes_of_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["--help"])
    said = capsys.readouterr().out
    for code in range(15):
        assert f"\n  {code:<2} " in said


def test_help_answers_without_the_libraries_behind_the_commands() -> None:
    program = (
        "import sys; from desktop import cli; cli.run(['--help']); cli.run(['x']); "
        "heavy = ('PySide6', 'desktop.storage.database', 'requests'); "
        "sys.exit(any(name in sys.modules for name in heavy))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True)
    assert done.returncode == 0


def test_no_command_loads_qt(server: str) -> None:
    program = (
        "import sys; from desktop.__main__ import main; "
        f"codes = [main({list(enrol_words(server))}), main(['sync']), main(['doctor'])]; "
        "sys.exit(any(codes) or 'PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True)
    assert done.returncode == 0, done.stderr
