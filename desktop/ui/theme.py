"""Light, dark, or as the system has it: palette, stylesheet and font of the whole program."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from resources import DARK, LIGHT, Tokens, load_fonts, load_stylesheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_STYLE = "fusion"
_BODY_POINTS = 11


class Scheme(StrEnum):
    """What may be asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def current_tokens() -> Tokens:
    """The colours now in force.

    A widget that paints by itself asks anew when it gets ``QEvent.Type.StyleChange``.
    """
    dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return DARK if dark else LIGHT


class Theme(QObject):
    """Dresses the application, and again whenever the system changes between light and dark."""

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        if application.style().name() != _STYLE:
            application.setStyle(_STYLE)
        self._font = _body_font()
        application.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()

    def choose(self, scheme: Scheme) -> None:
        """Use another scheme from now on."""
        self._scheme = scheme
        self._dress()

    def _dress(self) -> None:
        tokens = DARK if self._is_dark() else LIGHT
        self._application.setPalette(_palette(tokens))
        self._application.setStyleSheet(load_stylesheet(tokens))
        # Last: on Windows a stylesheet brings the system's smaller font for lists, menus, tips.
        self._application.setFont(self._font)

    def _is_dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK


def _body_font() -> QFont:
    """The system's font, the bundled one behind it; on Linux, where any may be set, before it."""
    bundled = load_fonts()
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    font = QFont()
    font.setFamilies([bundled, system] if sys.platform == "linux" else [system, bundled])
    font.setPointSize(_BODY_POINTS)
    return font


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.background,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.background,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.accent_text,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
    }
    palette = QPalette()
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    return palette
