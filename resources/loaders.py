"""Loaders of what lies in the folders beside: SVG icons, fonts, the stylesheet."""

from __future__ import annotations

import re
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QFontDatabase, QIcon, QPainter, QPixmap

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

    from resources.tokens import Tokens

FOLDER = Path(__file__).parent
FALLBACK_FAMILY = "Noto Sans"
_SIZES = (16, 20, 24, 32, 40, 48)
_TOKEN = re.compile(r"@(\w+)")


class MissingResource(LookupError):
    """A name that stands for no file or token of this package."""


@lru_cache(maxsize=256)
def load_icon(name: str, colour: str, room: tuple[float, float] = (0, 0)) -> QIcon:
    """An icon of the set in ``icons/``, drawn in one colour (``#rrggbb``) in all usual sizes.

    Args:
        room: What stays empty on its left and on its right, as shares of its height.

    Raises:
        MissingResource: There is no icon of that name.
    """
    from PySide6.QtSvg import QSvgRenderer

    path = FOLDER / "icons" / f"{name}.svg"
    if not path.is_file():
        raise MissingResource(name)
    svg = path.read_text("utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_paint(renderer, size, room))
    return icon


def load_stylesheet(tokens: Tokens) -> str:
    """The application's stylesheet in the colours of a theme.

    Raises:
        MissingResource: The stylesheet names a token that is not there.
    """
    values = {name: str(value) for name, value in asdict(tokens).items()}
    theme = "dark" if tokens.dark else "light"
    for token, name in (("check_mark", "check"), ("down_mark", "chevron-down")):
        values[token] = (FOLDER / "styles" / f"{name}-{theme}.svg").as_posix()
    text = (FOLDER / "styles" / "base.qss").read_text("utf-8")
    return _TOKEN.sub(lambda match: _value(values, match[1]), text)


def load_fonts() -> str:
    """Register the bundled fonts with Qt.

    Returns:
        The name of their family, to be set behind the system's own.
    """
    for path in sorted((FOLDER / "fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise MissingResource(path.name)
    return FALLBACK_FAMILY


def _paint(renderer: QSvgRenderer, size: int, room: tuple[float, float]) -> QPixmap:
    left, right = (round(share * size) for share in room)
    pixmap = QPixmap(left + size + right, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(left, 0, size, size))
    painter.end()
    return pixmap


def _value(values: dict[str, str], name: str) -> str:
    if name not in values:
        raise MissingResource(f"@{name}")
    return values[name]
