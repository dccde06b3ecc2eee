from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.ui.kit import ChoiceField, ElidedLabel, button, field, label, notice, password_field

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("text", ["<b>tebal</b>", "Siti & Budi", "a\nb"])
def test_words_from_outside_are_never_markup(qtbot: QtBot, text: str) -> None:
    made = label(text)
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.text() == text


@pytest.mark.parametrize("role", ["primary", "secondary", "quiet", "danger"])
def test_buttons_are_large_enough_to_hit(qtbot: QtBot, role: str) -> None:
    made = button("Lanjutkan", role)
    qtbot.addWidget(made)
    made.show()
    assert made.height() >= 36


def test_a_field_tells_what_is_wrong_until_it_is_mended(qtbot: QtBot) -> None:
    made = field("&Nama", "name_field", "Nama lengkap")
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClicks(made.edit, " Siti ")
    made.show_error("Ketik nama lengkap.")
    assert made.edit.accessibleDescription() == "Ketik nama lengkap."
    assert made.edit.selectedText() == " Siti "
    qtbot.keyClicks(made.edit, "Budi")
    assert made.text() == "Budi"
    assert made.edit.accessibleDescription() == "Nama lengkap"
    assert made.edit.accessibleName() == "Nama"


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("", ""),
        ("purnama", "b"),
        (" PURNAMA ", "b"),
        ("dumai", ""),
        ("kelurahan dumai kota", "c"),
        ("Dumai Kota", "e"),
        ("Pekanbaru", ""),
    ],
)
def test_a_choice_is_found_by_part_of_its_text(qtbot: QtBot, typed: str, chosen: str) -> None:
    made = ChoiceField("K&antor", "office_field")
    qtbot.addWidget(made)
    made.show_choices(
        [
            ("a", "Kecamatan Dumai Kota"),
            ("b", "Kelurahan Purnama"),
            ("c", "Kelurahan Dumai Kota"),
            ("d", "Kelurahan Teluk Dumai"),
            ("e", "Dumai Kota"),
        ]
    )
    made.box.setEditText(typed)
    assert made.chosen() == chosen


def test_equal_texts_are_told_apart_by_the_list(qtbot: QtBot) -> None:
    made = ChoiceField("Kantor", "office_field")
    qtbot.addWidget(made)
    made.show_choices([("a", "Kelurahan Bukit"), ("b", "Kelurahan Bukit")])
    made.box.setEditText("Kelurahan Bukit")
    assert made.chosen() == ""
    made.box.setCurrentIndex(1)
    assert made.chosen() == "b"


@pytest.mark.parametrize(
    ("offered", "wanted", "chosen"), [(1, "", "0"), (2, "", ""), (3, "2", "2")]
)
def test_a_choice_stands_there_only_where_it_is_known(
    qtbot: QtBot, offered: int, wanted: str, chosen: str
) -> None:
    made = ChoiceField("Kantor", "office_field")
    qtbot.addWidget(made)
    made.show_choices([(str(number), f"Kantor {number}") for number in range(offered)], wanted)
    assert made.chosen() == chosen


def test_a_choice_tells_what_is_wrong_until_it_is_mended(qtbot: QtBot) -> None:
    made = ChoiceField("K&antor", "office_field", "Pilih kantor.")
    qtbot.addWidget(made)
    made.show_choices([("a", "Kelurahan Purnama"), ("b", "Kelurahan Bukit")])
    made.show()
    made.show_error("Pilih satu kantor.")
    assert made.box.accessibleDescription() == "Pilih satu kantor."
    made.box.setCurrentIndex(1)
    assert made.box.accessibleDescription() == "Pilih kantor."
    assert made.box.accessibleName() == made.box.line.accessibleName() == "Kantor"


def test_a_password_is_hidden_until_it_is_wanted(qtbot: QtBot) -> None:
    made = password_field("Kata &sandi", "password_field")
    qtbot.addWidget(made)
    made.show()
    toggle = made.findChild(type(button("", "quiet")), "password_field_toggle")
    assert toggle is not None
    assert made.edit.echoMode() is QLineEdit.EchoMode.Password
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert made.edit.echoMode() is QLineEdit.EchoMode.Normal
    assert toggle.accessibleName() == "Sembunyikan kata sandi"
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert made.edit.echoMode() is QLineEdit.EchoMode.Password
    assert toggle.text() == "Tampilkan"


def test_a_notice_is_read_out_whole(qtbot: QtBot) -> None:
    made = notice("Basis data rusak", "Hubungi admin.", "danger")
    qtbot.addWidget(made)
    assert made.accessibleName() == "Basis data rusak. Hubungi admin."
    made.tell("", "Tersimpan.", "success")
    assert made.accessibleName() == "Tersimpan."
    assert made.property("tone") == "success"


def test_a_long_name_gives_way_to_the_buttons_beside(qtbot: QtBot) -> None:
    name = "Muhammad Fadhlurrahman Al-Hafiz Nasution, S.Sos., M.Si."
    made = ElidedLabel("person")
    qtbot.addWidget(made)
    made.show_words(name)
    made.resize(120, 20)
    made.show()
    assert made.text().endswith("…")
    assert made.toolTip() == made.accessibleName() == name
    made.resize(made.sizeHint())
    assert made.text() == name
