"""The way in, by real keys and clicks on the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.pages.tiles import PersonTile
from tests.desktop.desk import BUDI, CODE, OTHERS, PASSWORD, SITI, Desk


def _tiles(desk: Desk) -> list[PersonTile]:
    shown = [each for each in desk.window.findChildren(PersonTile) if each.isVisible()]
    return sorted(shown, key=lambda tile: int(tile.objectName().rsplit("_", 1)[1]))


def _names(desk: Desk) -> list[str]:
    return [each.tile.name for each in _tiles(desk)]


def test_tiles_stand_by_name_and_hide_the_nip(desk: Desk) -> None:
    assert _names(desk) == [BUDI.name, SITI.name]
    assert [each.accessibleName() for each in _tiles(desk)] == [
        f"{BUDI.name}, •••• 1007",
        f"{SITI.name}, •••• 2004",
    ]
    assert SITI.nip[:8] not in desk.texts()
    assert not desk.is_shown("filter_field")


def test_nobody_is_chosen_or_signed_in_at_first(desk: Desk) -> None:
    assert desk.services.session.learner is None
    assert not desk.is_shown("lock_button")
    desk.press(Qt.Key.Key_Return)
    assert _names(desk) == [BUDI.name, SITI.name]
    assert desk.focused() not in _tiles(desk)


def test_the_first_time_by_keys_alone(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.write(CODE.lower())
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.is_shown("new_password_field"))
    desk.write("kunci-budi-baru")
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Tab)
    desk.write("kunci-budi-baru")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.services.session.learner is not None)
    assert desk.find("signed_in_name").accessibleName() == BUDI.name
    desk.wait(lambda: desk.is_shown("home_page"))


def test_every_later_time_by_clicks(desk: Desk) -> None:
    desk.click("sign_in_tile_2")
    desk.fill_in("password_field", PASSWORD)
    desk.click("sign_in_button")
    desk.wait(lambda: desk.is_shown("home_page"))
    learner = desk.services.session.learner
    assert learner is not None
    assert learner.id == SITI.id


def test_a_wrong_password_is_told_in_place(desk: Desk) -> None:
    desk.click("sign_in_tile_2")
    desk.write("keliru")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.is_shown("password_field_error"))
    assert "Kata sandi belum tepat" in desk.texts()
    edit = desk.find("password_field", QLineEdit)
    assert edit.selectedText() == "keliru"
    assert desk.focused() is edit
    desk.write(PASSWORD)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.services.session.learner is not None)


def test_a_wrong_code_is_told_in_place(desk: Desk) -> None:
    desk.click("sign_in_tile_1")
    desk.write("AAAA-AAAA")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.is_shown("code_field_error"))
    assert desk.find("code_field", QLineEdit).selectedText() == "AAAA-AAAA"


def test_tab_goes_through_a_form_in_the_order_read(desk: Desk) -> None:
    desk.click("register_link")
    order = []
    for _ in range(4):
        order.append(desk.focused().objectName())
        desk.press(Qt.Key.Key_Tab)
    assert order == ["name_field", "nip_field", "register_button", "back_button"]


@pytest.mark.parametrize(
    ("first", "again", "field"),
    [
        ("", "", "new_password_field"),
        ("kunci-budi-baru", "", "repeat_password_field"),
        ("kunci-budi-baru", "kunci-budi-lama", "repeat_password_field"),
        ("pendek", "pendek", "new_password_field"),
        (BUDI.nip, BUDI.nip, "new_password_field"),
    ],
)
def test_a_new_password_must_keep_the_rules(desk: Desk, first: str, again: str, field: str) -> None:
    desk.click("sign_in_tile_1")
    desk.write(CODE)
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.is_shown("new_password_field"))
    desk.fill_in("new_password_field", first)
    desk.fill_in("repeat_password_field", again)
    desk.click("save_password_button")
    desk.wait(lambda: desk.is_shown(f"{field}_error"))
    assert desk.services.session.learner is None


@pytest.mark.parametrize(
    ("tile", "field"), [("sign_in_tile_1", "code_field"), ("sign_in_tile_2", "password_field")]
)
def test_nothing_typed_is_asked_for(desk: Desk, tile: str, field: str) -> None:
    desk.click(tile)
    desk.press(Qt.Key.Key_Return)
    assert desk.is_shown(f"{field}_error")


def test_escape_leads_back_and_leaves_nothing_behind(desk: Desk) -> None:
    desk.click("sign_in_tile_2")
    desk.write("setengah")
    desk.press(Qt.Key.Key_Escape)
    assert _names(desk) == [BUDI.name, SITI.name]
    desk.click("sign_in_tile_2")
    assert desk.find("password_field", QLineEdit).text() == ""


def test_arrows_walk_between_the_tiles(large_desk: Desk) -> None:
    desk = large_desk
    tiles = _tiles(desk)
    tiles[0].setFocus()
    for key, index in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 4),
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Left, 0),
    ):
        desk.press(key)
        assert desk.focused() is tiles[index]


def test_tab_goes_from_the_filter_over_the_tiles_to_the_links(large_desk: Desk) -> None:
    desk = large_desk
    order = []
    for _ in range(1 + len(OTHERS) + 2 + 3):
        order.append(desk.focused().objectName())
        desk.press(Qt.Key.Key_Tab)
    tiles = [f"sign_in_tile_{number + 1}" for number in range(len(OTHERS) + 2)]
    links = ["register_link", "enrol_link", "privacy_link"]
    assert order == ["filter_field", *tiles, *links]


def test_the_page_follows_the_arrows_down(large_desk: Desk) -> None:
    desk = large_desk
    desk.window.resize(960, 540)
    tiles = _tiles(desk)
    tiles[0].setFocus()
    for _ in range(2):
        desk.press(Qt.Key.Key_Down)
    assert desk.focused() is tiles[6]
    assert tiles[6].visibleRegion().boundingRect().height() == tiles[6].height()


def test_the_filter_finds_any_part_of_a_name(large_desk: Desk) -> None:
    desk = large_desk
    assert desk.focused() is desk.find("filter_field")
    assert len(_tiles(desk)) == len(OTHERS) + 2
    desk.write("nasu fadh")
    desk.settle()
    assert _names(desk) == ["Muhammad Fadhlurrahman Al-Hafiz Nasution, S.Sos., M.Si."]
    desk.fill_in("filter_field", "tidak ada")
    assert _names(desk) == []
    assert "Tidak ada nama yang cocok" in desk.texts()


def test_enter_in_the_filter_chooses_the_only_one(large_desk: Desk) -> None:
    desk = large_desk
    desk.write("aminah")
    desk.press(Qt.Key.Key_Return)
    assert desk.is_shown("password_field")


def test_enter_among_several_chooses_nobody(large_desk: Desk) -> None:
    desk = large_desk
    desk.write("a")
    desk.press(Qt.Key.Key_Return)
    assert not desk.is_shown("password_field")


def test_long_names_are_not_cut_off(large_desk: Desk) -> None:
    for tile in _tiles(large_desk):
        layout = tile.layout()
        assert layout is not None
        assert tile.height() >= layout.heightForWidth(tile.width())


def test_who_is_not_on_the_list_registers_and_learns(desk: Desk) -> None:
    desk.click("register_link")
    desk.write("  Rina   Wati ")
    desk.press(Qt.Key.Key_Tab)
    desk.write("19900101 202012 2 003")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.is_shown("new_password_field"))
    assert "menunggu verifikasi" in desk.texts()
    desk.fill_in("new_password_field", "kunci-rina-baru")
    desk.fill_in("repeat_password_field", "kunci-rina-baru")
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.services.session.learner is not None)
    assert desk.find("signed_in_name").accessibleName() == "Rina Wati"


@pytest.mark.parametrize(
    ("name", "nip", "field"),
    [
        ("", "199001012020122003", "name_field"),
        ("Rina Wati", "12345", "nip_field"),
        ("Rina Wati", "1,99001E+17", "nip_field"),
        ("Rina Wati", SITI.nip, "nip_field"),
    ],
)
def test_what_is_wrong_in_a_registration_is_told(
    desk: Desk, name: str, nip: str, field: str
) -> None:
    desk.click("register_link")
    desk.fill_in("name_field", name)
    desk.fill_in("nip_field", nip)
    desk.click("register_button")
    desk.wait(lambda: desk.is_shown(f"{field}_error"))


def test_the_privacy_notice_needs_nobody_and_no_network(desk: Desk) -> None:
    desk.click("privacy_link")
    words = desk.texts()
    for part in ("Pasal 20", "Undang-Undang Nomor 27 Tahun 2022", "NIP/NI PPPK", "Hak Anda"):
        assert part in words
    desk.press(Qt.Key.Key_PageDown)
    desk.press(Qt.Key.Key_Escape)
    assert _names(desk) == [BUDI.name, SITI.name]


def test_everything_that_takes_the_keyboard_has_a_name(large_desk: Desk) -> None:
    desk = large_desk
    for widget in desk.window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            words = widget.accessibleName() or widget.property("text")
            assert words, widget.objectName()
