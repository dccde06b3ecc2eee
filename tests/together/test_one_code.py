"""One code of the city for the PCs of many kelurahan: each names its own office."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.exits import Exit
from desktop.sync.client import HttpTransport
from desktop.sync.enrol import UNIT_NEEDED, offices
from desktop.sync.errors import Refused
from tests.desktop.desk import Desk
from tests.together.behaviours import drop_reply
from tests.together.city import BUDI, SITI, TONO
from tests.together.commands import bina_asn
from tests.together.meddler import pass_on
from tests.together.server_process import OTHER_UNIT, UNIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.together.city import City
    from tests.together.conftest import MakePc
    from tests.together.meddler import Meddler
    from tests.together.pc import Pc

    Decide = Callable[..., None]

CITY, THIRD_UNIT, THIRD_TITLE = "14.72", "14.72.06.1003", "Kelurahan Dumai Kota"


@pytest.fixture
def decide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Decide:
    """Writes the settings file of the PC."""
    path = tmp_path / "pengaturan.toml"
    monkeypatch.setenv("BINA_ASN_SETTINGS", str(path))

    def write(server: str, code: str, unit: str) -> None:
        lines = (f'server = "{server}"', f'kode_pendaftaran = "{code}"', f'unit = "{unit}"')
        path.write_text("\n".join(lines), encoding="utf-8")

    return write


def names(pc: Pc) -> set[str]:
    return {each.name for each in pc.store.learners()}


def unit(pc: Pc) -> str | None:
    place = pc.store.enrolment()
    return place.unit if place else None


def test_three_kelurahan_by_one_code(make_pc: MakePc, own_line: Meddler, own_city: City) -> None:
    code = own_city.server.enrolment_code(CITY, uses=3)
    first, second, third, fourth = (make_pc() for _ in range(4))
    first.enrol(own_line.address, code, UNIT)
    second.enrol(own_line.address, code, OTHER_UNIT)
    with pytest.raises(Refused) as refused:
        third.enrol(own_line.address, code)
    assert refused.value.code == UNIT_NEEDED
    found = {
        each.title: each.code
        for each in offices(third.store, HttpTransport(), own_line.address, code)
    }
    assert len(found) == 44
    third.enrol(own_line.address, code, found[THIRD_TITLE])
    assert [names(pc) for pc in (first, second, third)] == [{BUDI, SITI}, {TONO}, set()]
    with pytest.raises(Refused) as used_up:
        fourth.enrol(own_line.address, code, UNIT)
    assert used_up.value.code == "code-used"


def test_a_pc_moves_by_naming_another_office(make_pc: MakePc, line: Meddler, city: City) -> None:
    code = city.server.enrolment_code(CITY, uses=2)
    pc = make_pc()
    pc.enrol(line.address, code, UNIT)
    pc.enrol(line.address, code, OTHER_UNIT)
    assert (unit(pc), TONO in names(pc)) == (OTHER_UNIT, True)


def test_an_office_outside_is_refused_in_words(make_pc: MakePc, line: Meddler, city: City) -> None:
    code = city.server.enrolment_code("14.72.01")
    pc = make_pc()
    with pytest.raises(Refused, match="Kecamatan Dumai Barat dan semua kelurahan di dalamnya"):
        pc.enrol(line.address, code, THIRD_UNIT)
    assert unit(pc) is None


def test_a_script_joins_pcs_by_their_settings(
    tmp_path: Path, decide: Decide, line: Meddler, city: City
) -> None:
    code = city.server.enrolment_code(CITY, uses=2)
    for wanted in (UNIT, OTHER_UNIT):
        decide(line.address, code, wanted)
        done = bina_asn(tmp_path / wanted, "sync", "--json")
        assert done.code == Exit.OK, done.error
        assert done.answer()["enrolment"]["unit"] == wanted


def test_a_lost_answer_costs_no_second_use(
    tmp_path: Path, decide: Decide, line: Meddler, city: City
) -> None:
    decide(line.address, city.server.enrolment_code(CITY, uses=1), UNIT)
    line.behave(drop_reply)
    assert bina_asn(tmp_path / "data", "sync").code == Exit.NETWORK
    line.behave(pass_on)
    assert bina_asn(tmp_path / "data", "sync").code == Exit.OK


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_window_asks_for_the_office(
    qtbot: QtBot, tmp_path: Path, decide: Decide, city: City
) -> None:
    address = f"http://127.0.0.1:{city.server.port}"
    decide(address, city.server.enrolment_code(CITY), "tanya")
    desk = Desk(qtbot, tmp_path)
    desk.wait(lambda: desk.is_shown("office_field"))
    desk.write("kelurahan dumai kota")
    desk.press(Qt.Key.Key_Return)
    status = desk.find("sync_status", QPushButton)
    desk.wait(lambda: status.text().startswith("Tersinkron"))
    place = desk.run(lambda store: store.enrolment())
    assert place is not None
    assert place.unit == THIRD_UNIT
    desk.close()


def test_the_window_joins_by_itself(
    qtbot: QtBot, tmp_path: Path, decide: Decide, city: City
) -> None:
    address = f"http://127.0.0.1:{city.server.port}"
    decide(address, city.server.enrolment_code(CITY), UNIT)
    desk = Desk(qtbot, tmp_path)
    desk.wait(lambda: desk.is_shown("sign_in_tile_2"))
    assert [each.title for each in desk.told] == ["Komputer ini sudah terhubung"]
    assert {BUDI, SITI} == {each.name for each in desk.run(lambda store: store.learners())}
    desk.close()
