"""«Pembaruan» by real keys and clicks, with real signatures and a real line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.desktop.desk import PLACE, Desk
from tests.desktop.sync.servers import serving
from tests.desktop.updates.release import CONTENT, DEB, LATER, OURS, release
from tests.desktop.updates.test_server import UpdateServer

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def trusting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This PC trusts the city's key, and nobody can be asked for a password."""
    settings = tmp_path / "pengaturan.toml"
    settings.write_text(f'kunci_kota = "{OURS.public}"\n', "utf-8")
    monkeypatch.setenv("BINA_ASN_SETTINGS", str(settings))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return release(tmp_path / "flashdisk")


def choose(monkeypatch: pytest.MonkeyPatch, file: Path | None) -> None:
    """What a person chooses in the system's own dialog, which no test can reach."""
    answer = (str(file) if file else "", "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: answer)


def outcome(desk: Desk) -> str:
    return desk.find("update_outcome").accessibleName()


def open_page(desk: Desk) -> None:
    desk.click("about_link")
    desk.click("updates_button")


def look(desk: Desk, button: str = "update_file_button") -> str:
    """Press a button and wait for what was found."""
    desk.click(button)
    desk.wait(lambda: desk.find("update_file_button").isEnabled())
    return outcome(desk)


def test_a_file_of_a_flashdisk_is_verified_and_how_to_install_it_is_told(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, stick / DEB)
    open_page(desk)
    assert not desk.is_shown("install_update_button")
    assert look(desk).startswith(f"Bina ASN versi {LATER} siap dipasang")
    assert desk.focused() is desk.find("install_update_button")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: "sudo apt install" in outcome(desk))
    assert outcome(desk).endswith(DEB)
    assert not desk.is_shown("install_update_button")


def test_a_damaged_file_is_refused_and_can_not_be_installed(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (stick / DEB).write_bytes(CONTENT[:-1])
    choose(monkeypatch, stick / DEB)
    open_page(desk)
    assert "rusak, terpotong, atau diubah" in look(desk)
    assert not desk.is_shown("install_update_button")


def test_a_file_that_is_exchanged_before_installing_is_refused(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, stick / DEB)
    open_page(desk)
    look(desk)
    (stick / DEB).write_bytes(CONTENT[::-1])
    desk.click("install_update_button")
    desk.wait(lambda: "diubah" in outcome(desk))


def test_choosing_nothing_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, None)
    open_page(desk)
    desk.click("update_file_button")
    assert not desk.is_shown("update_outcome")


def test_without_a_server_there_is_none_to_ask(desk: Desk) -> None:
    open_page(desk)
    assert not desk.find("update_server_button", QPushButton).isEnabled()


def test_the_server_is_asked_when_somebody_wants_it_and_only_then(desk: Desk) -> None:
    server = UpdateServer()

    with serving(server) as listening:
        _enrol(desk, listening.address)
        open_page(desk)
        assert server.asked == []
        assert "siap dipasang" in look(desk, "update_server_button")
    assert (desk.folder / "updates" / DEB).read_bytes() == CONTENT


def test_a_server_with_nothing_newer_is_no_trouble(desk: Desk) -> None:
    with serving(UpdateServer("bina-asn_0.0.1_amd64.deb")) as listening:
        _enrol(desk, listening.address)
        open_page(desk)
        assert look(desk, "update_server_button").startswith("Tidak ada pembaruan")


def test_a_server_that_is_away_is_told_in_words(desk: Desk) -> None:
    _enrol(desk, PLACE.server)
    open_page(desk)
    assert "Server tidak dapat dihubungi" in look(desk, "update_server_button")


def _enrol(desk: Desk, server: str) -> None:
    desk.run(lambda store: store.keep_enrolment(replace(PLACE, server=server)))
    desk.wait(lambda: bool(desk.services.synchroniser.state.enrolment))  # type: ignore[union-attr]
    desk.wait(lambda: not desk.services.synchroniser.is_running)
