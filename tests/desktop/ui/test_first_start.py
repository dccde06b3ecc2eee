"""The first start on a PC for which IT staff made a settings file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from desktop.services.messages import Tone
from desktop.storage.store import Store
from desktop.sync.errors import Refused
from tests.desktop.desk import BUDI, PLACE, SITI, Desk, fill
from tests.desktop.sync.servers import GoodServer, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.storage.model import Enrolment

SECOND = GoodServer.offices[1]
LINKED = "Komputer ini sudah terhubung"
APART = "Komputer ini belum terhubung"


class Place:
    """Where a PC is set up and started, again and again."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.data = folder / "data"
        self.settings = folder / "pengaturan.toml"

    def decide(self, **values: str) -> None:
        """Write the settings file."""
        lines = [f'{key} = "{value}"' for key, value in values.items() if value]
        self.settings.write_text("\n".join(lines), encoding="utf-8")

    @contextmanager
    def started(self) -> Iterator[Desk]:
        desk = Desk(self.qtbot, self.data)
        yield desk
        desk.close()


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    made = Place(qtbot, tmp_path)
    made.data.mkdir()
    monkeypatch.setenv("BINA_ASN_SETTINGS", str(made.settings))
    return made


@pytest.fixture
def server() -> Iterator[str]:
    with serving(GoodServer()) as listening:
        yield listening.address


def titles(desk: Desk) -> list[str]:
    return [each.title for each in desk.told]


def enrolment(desk: Desk) -> Enrolment | None:
    return desk.run(Store.enrolment)


def typed(desk: Desk, name: str) -> str:
    return desk.find(name, QLineEdit).text()


def test_a_pc_joins_without_anybody_who_types(place: Place, server: str) -> None:
    place.decide(server=server, kode_pendaftaran=GoodServer.wide_code, unit=SECOND.code)
    with place.started() as desk:
        assert not desk.is_shown("server_field")
        desk.wait(lambda: LINKED in titles(desk))
        found = enrolment(desk)
        assert found is not None
        assert found.unit == SECOND.code
        status = desk.find("sync_status", QPushButton)
        desk.wait(lambda: status.text().startswith("Tersinkron"))
        assert not desk.is_shown("enrol_link")
    with place.started() as desk:
        desk.settle()
        assert titles(desk) == []


def test_without_a_line_people_can_begin_to_learn(place: Place) -> None:
    with serving(GoodServer()) as listening:
        address = listening.address
    place.decide(server=address, kode_pendaftaran=GoodServer.code, unit=SECOND.code)
    with place.started() as desk:
        desk.wait(lambda: desk.services.synchroniser._failures == 1)
        assert desk.is_shown("register_link")
        assert titles(desk) == []
        desk.click("enrol_link")
        assert typed(desk, "server_field") == address


def test_a_pc_that_joins_meanwhile_leaves_the_page(place: Place) -> None:
    place.decide(server="https://bina.dumaikota.go.id")
    with place.started() as desk:
        desk.services.synchroniser.joined.emit(PLACE)
        desk.settle()
        assert desk.is_shown("register_link")
        assert titles(desk) == [LINKED]


def test_a_refusal_is_told_once_and_leads_to_the_page(place: Place, server: str) -> None:
    place.decide(server=server, kode_pendaftaran="0000-0000", unit=SECOND.code)
    with place.started() as desk:
        desk.wait(lambda: desk.is_shown("enrol_button"))
        assert titles(desk) == [APART]
        assert "tidak dikenal" in desk.told[0].message
        assert desk.told[0].tone is Tone.WARNING
        assert typed(desk, "enrolment_code_field") == "0000-0000"
    with place.started() as desk:
        desk.settle()
        assert desk.is_shown("enrol_button")
        assert titles(desk) == []


def test_the_office_of_the_settings_stands_there_once_it_may_be_chosen(
    place: Place, server: str
) -> None:
    place.decide(server=server, kode_pendaftaran="0000-0000", unit=SECOND.code)
    with place.started() as desk:
        desk.wait(lambda: desk.is_shown("enrol_button"))
        desk.fill_in("enrolment_code_field", GoodServer.wide_code)
        desk.click("enrol_button")
        desk.wait(lambda: desk.is_shown("office_field"))
        assert desk.find("office_field", QComboBox).currentText() == SECOND.title


def test_an_office_that_is_another_is_refused_in_words(place: Place, server: str) -> None:
    place.decide(server=server, kode_pendaftaran=GoodServer.code, unit=SECOND.code)
    with place.started() as desk:
        desk.wait(lambda: desk.is_shown("enrol_button"))
        assert f"bukan di {SECOND.code}" in desk.told[0].message
        assert enrolment(desk) is None


def test_a_refusal_disturbs_nobody_who_learns(place: Place) -> None:
    fill(place.data, SITI, BUDI)
    with place.started() as desk:
        desk.click("sign_in_tile_2")
        desk.services.synchroniser.join_refused.emit(Refused("code-expired", ""))
        assert desk.is_shown("password_field")
        desk.press(Qt.Key.Key_Escape)
        desk.sign_in()
        desk.services.synchroniser.join_refused.emit(Refused("code-expired", ""))
        assert desk.is_shown("home_page")
        assert titles(desk) == [APART, APART]
        assert "di halaman Masuk" in desk.told[0].message


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_a_pc_that_asks_is_asked_for_its_office_alone(place: Place, server: str) -> None:
    place.decide(server=server, kode_pendaftaran=GoodServer.wide_code, unit="tanya")
    with place.started() as desk:
        desk.wait(lambda: desk.is_shown("office_field"))
        box = desk.find("office_field", QComboBox)
        assert (box.currentText(), desk.focused()) == ("", box)
        desk.write("purn")
        desk.press(Qt.Key.Key_Return)
        desk.wait(lambda: LINKED in titles(desk))
        found = enrolment(desk)
        assert found is not None
        assert found.unit == SECOND.code


def test_a_pc_that_asks_without_a_line_says_so_and_can_be_put_off(place: Place) -> None:
    with serving(GoodServer()) as listening:
        address = listening.address
    place.decide(server=address, kode_pendaftaran=GoodServer.wide_code, unit="tanya")
    with place.started() as desk:
        desk.wait(lambda: desk.is_shown("form_trouble"))
        assert "Langkah yang belum berhasil: sambungan." in desk.texts("form_trouble")
        desk.click("later_button")
        assert desk.is_shown("register_link")


def test_without_a_code_the_address_stands_there(place: Place) -> None:
    place.decide(server="https://bina.dumaikota.go.id")
    with place.started() as desk:
        assert typed(desk, "server_field") == "https://bina.dumaikota.go.id"
        assert desk.focused() is desk.find("enrolment_code_field")


def test_a_settings_file_gone_bad_is_told_and_everything_is_as_usual(place: Place) -> None:
    place.decide(server="https://bina.dumaikota.go.id", unit="Purnama")
    with place.started() as desk:
        desk.wait(lambda: titles(desk) == ["Berkas pengaturan ditolak"])
        assert "Baris 2: unit" in desk.told[0].message
        assert typed(desk, "server_field") == ""
