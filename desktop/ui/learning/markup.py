"""Markdown in the colours of the theme. The library behind it is loaded when first needed."""

from __future__ import annotations

import base64
import logging
import re
from html import unescape
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImageWriter

from desktop.ui.learning.course_files import Refused, picture_file
from desktop.ui.learning.pictures import Unreadable, read_picture
from desktop.ui.theme import current_tokens
from lessons.rendering import Box, Colours, fragment

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from desktop.ui.learning.answers import Markup

_log = logging.getLogger(__name__)
_PICTURE = re.compile(r'<img\b[^>]*?\bsrc="(?P<address>[^"]*)"[^>]*>|<img\b[^>]*>')
_ROOM = QSize(640, 320)


def theme_colours() -> Colours:
    """The colours of the theme now in force, for rendered lessons and questions."""
    tokens = current_tokens()
    return Colours(
        text=tokens.text,
        muted=tokens.muted,
        link=tokens.accent,
        border=tokens.border,
        shade=tokens.hover,
        important=Box(tokens.warning, tokens.warning_soft),
        example=Box(tokens.accent, tokens.accent_soft),
        practice=Box(tokens.success, tokens.success_soft),
        summary=Box(tokens.muted, tokens.hover),
        quote=Box(tokens.outline, tokens.background),
    )


def course_markup(folder: Path) -> Markup:
    """Turns the Markdown of a course's questions and feedback into rich text for labels."""
    colours = theme_colours()
    return lambda text: embed_pictures(fragment(text, colours), folder)


def embed_pictures(html: str, folder: Path) -> str:
    """Put the pictures of the course into the text itself.

    A label would open any file that its text names; after this there is no name left to open.
    """
    return _PICTURE.sub(lambda match: _embedded(unescape(match["address"] or ""), folder), html)


def _embedded(address: str, folder: Path) -> str:
    try:
        image = read_picture(picture_file(folder, address), _ROOM, 1.0)
    except (Refused, Unreadable) as reason:
        _log.warning("refused picture: %s", reason)
        return ""
    return f'<img src="data:image/png;base64,{_png(image)}">'


def _png(image: QImage) -> str:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return base64.b64encode(data.data()).decode()
