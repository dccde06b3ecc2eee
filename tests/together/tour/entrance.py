"""Scenes from the first start to the home page, and back at the tiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from desktop.ui.pages.tiles import PersonTile

if TYPE_CHECKING:
    from tests.together.tour.driver import Driver, Scene


def first_start(driver: Driver) -> Scene:
    """The program starts on a PC that belongs to no office."""
    yield driver.is_open
    driver.window().showMaximized()
    yield driver.seen("server_field")
    yield from driver.picture("mulai-pertama")
    return {}


def start(driver: Driver) -> Scene:
    """The program starts on a PC that knows its people."""
    yield driver.is_open
    driver.window().showMaximized()
    yield driver.seen("sign_in_tile_1")
    yield from driver.picture("mulai-lagi")
    return {"status": driver.text("sync_status")}


def enrol(driver: Driver, server: str, code: str, name: str) -> Scene:
    """IT staff connect the PC with the server."""
    yield from driver.fill("server_field", server)
    yield from driver.fill("enrolment_code_field", code)
    yield from driver.fill("pc_name_field", name)
    yield from driver.picture("hubungkan-komputer")
    yield from driver.click("enrol_button")
    yield driver.seen("sign_in_tile_1")
    yield lambda: driver.text("sync_status").startswith("Tersinkron")
    yield from driver.picture("pilih-nama")
    return {"people": driver.count(PersonTile), "words": driver.words()}


def put_off_enrolment(driver: Driver) -> Scene:
    """The PC is used before it belongs to an office."""
    yield driver.is_open
    yield from driver.click("later_button")
    yield driver.seen("sign_in_tile_1")
    return {}


def first_sign_in(driver: Driver, name: str, code: str, password: str) -> Scene:
    """Somebody signs in for the first time: filter, activation code, a password of one's own."""
    yield from _choose(driver, name)
    yield driver.seen("code_field")
    driver.type(code)
    yield from driver.picture("kode-aktivasi")
    yield from driver.click("code_button")
    yield driver.seen("new_password_field")
    yield from driver.fill("new_password_field", password)
    yield from driver.fill("repeat_password_field", password)
    yield from driver.picture("kata-sandi-baru")
    yield from driver.click("save_password_button")
    return (yield from _arrive(driver))


def sign_in(driver: Driver, name: str, password: str) -> Scene:
    """Somebody comes back, with keys alone."""
    yield from _choose(driver, name)
    yield driver.seen("password_field")
    driver.type(password)
    yield from driver.picture("masuk")
    driver.press(Qt.Key.Key_Return)
    return (yield from _arrive(driver))


def sign_in_by_tile(driver: Driver, password: str) -> Scene:
    """Somebody comes back where so few learn that there is nothing to filter."""
    yield from driver.click("sign_in_tile_1")
    yield driver.seen("password_field")
    driver.type(password)
    driver.press(Qt.Key.Key_Return)
    return (yield from _arrive(driver))


def look_at_code(driver: Driver, name: str) -> Scene:
    """Somebody else begins to sign in, and thinks better of it."""
    yield from _choose(driver, name)
    yield driver.seen("code_field")
    yield from driver.picture("orang-kedua")
    driver.press(Qt.Key.Key_Escape)
    yield driver.seen("sign_in_tile_1")
    return {}


def lock(driver: Driver) -> Scene:
    """The learner locks the screen."""
    yield from driver.click("lock_button")
    yield driver.seen("password_field")
    yield from driver.picture("layar-terkunci")
    return {"words": driver.words()}


def switch(driver: Driver) -> Scene:
    """Somebody else wants to sign in at a locked screen."""
    yield from driver.click("back_button")
    yield driver.seen("sign_in_tile_1")
    yield from driver.picture("ganti-pengguna")
    return {"words": driver.words()}


def close(driver: Driver) -> Scene:
    """The window is closed, once this was answered."""
    yield driver.is_open
    QTimer.singleShot(0, driver.window().close)
    return {}


def _choose(driver: Driver, name: str) -> Scene:
    yield driver.seen("filter_field")
    yield from driver.fill("filter_field", name.lower())
    yield lambda: driver.count(PersonTile) == 1
    driver.press(Qt.Key.Key_Return)
    return {}


def _arrive(driver: Driver) -> Scene:
    yield driver.seen("continue_button")
    yield from driver.picture("beranda")
    return {
        "name": driver.text("signed_in_name"),
        "next": driver.text("continue_card"),
        "jp": driver.find("jp_ring").accessibleName(),
    }
