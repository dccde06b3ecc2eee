from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QTextBrowser

from desktop.ui.qt_words import QtWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def words(qtbot: QtBot) -> Iterator[QtWords]:
    application = QCoreApplication.instance()
    assert application is not None
    made = QtWords()
    assert application.installTranslator(made)
    yield made
    application.removeTranslator(made)


@pytest.mark.usefixtures("words")
def test_menus_of_fields_are_indonesian(qtbot: QtBot) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    menu = edit.createStandardContextMenu()
    texts = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert texts[:3] == ["&Urungkan", "&Kembalikan", "&Potong"]
    assert texts[3:] == ["&Salin", "&Tempel", "Hapus", "Pilih semua"]
    assert "Ctrl" in menu.actions()[0].text()


@pytest.mark.usefixtures("words")
def test_menus_of_pages_are_indonesian(qtbot: QtBot) -> None:
    page = QTextBrowser()
    qtbot.addWidget(page)
    texts = [action.text() for action in page.createStandardContextMenu().actions()]
    assert not any("Copy" in text or "Select" in text for text in texts)


def test_other_words_stay_as_they_are(words: QtWords) -> None:
    assert words.translate("QShortcut", "Ctrl") == "Ctrl"
    assert not words.isEmpty()
