from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.kit import button, picture
from desktop.ui.theme import Scheme, Theme, current_tokens
from resources import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    kept = application.palette(), application.styleSheet(), application.font()
    made = Theme(application, Scheme.LIGHT)
    yield made
    made.deleteLater()
    application.setPalette(kept[0])
    application.setStyleSheet(kept[1])
    application.setFont(kept[2])


def test_palette_and_stylesheet_change_together(theme: Theme) -> None:
    for scheme, tokens in ((Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)):
        theme.choose(scheme)
        assert current_tokens() is tokens
        assert QApplication.palette().color(QPalette.ColorRole.Text).name() == tokens.text
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        assert tokens.surface in application.styleSheet()


# Qt's stubs want bytes, which Qt refuses.
LISTS = "QAbstractItemView"


def test_lists_and_menus_have_the_font_of_all_also_on_windows(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    dress = QApplication.setStyleSheet

    def as_on_windows(application: QApplication, sheet: str) -> None:
        # A new style brings the fonts of the system for some kinds of widgets.
        dress(application, sheet)
        QApplication.setFont(QFont("Serif", 8), LISTS)  # type: ignore[arg-type]

    monkeypatch.setattr(QApplication, "setStyleSheet", as_on_windows)
    theme.choose(Scheme.DARK)
    told = QApplication.font(LISTS)  # type: ignore[call-overload]
    assert told == QApplication.font()


def test_following_the_system_is_light_where_it_says_nothing(theme: Theme) -> None:
    theme.choose(Scheme.DARK)
    theme.choose(Scheme.SYSTEM)
    assert current_tokens() is LIGHT


def test_icons_follow(theme: Theme, qtbot: QtBot) -> None:
    widgets = button("Beranda", "quiet", "home"), picture("home")
    for widget in widgets:
        qtbot.addWidget(widget)
        widget.show()
    before = [widgets[0].icon().cacheKey(), widgets[1].pixmap().cacheKey()]
    theme.choose(Scheme.DARK)
    QApplication.processEvents()
    after = [widgets[0].icon().cacheKey(), widgets[1].pixmap().cacheKey()]
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_text_is_large_enough_to_read(theme: Theme) -> None:
    assert QApplication.font().pointSize() == 11
    assert "Noto Sans" in QApplication.font().families()
