"""Reads pictures of a course so that they fit the page and stay sharp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

if TYPE_CHECKING:
    from pathlib import Path

_FORMATS = frozenset({"png", "jpeg", "gif"})
_MAX_PIXELS = 40_000_000


class Unreadable(ValueError):
    """A file that is no picture of a known format, or too large for an old PC."""


def read_picture(path: Path, room: QSize, ratio: float) -> QImage:
    """Read a picture, scaled down to fit, never up.

    Args:
        path: The file; its content, not its name, tells the format.
        room: Space on the page in device-independent pixels.
        ratio: Device pixels for each of those.

    Raises:
        Unreadable: It can't be shown.
    """
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if reader.format().toStdString() not in _FORMATS:
        raise Unreadable(f"unknown format: {path.name}")
    if not size.isValid() or size.width() * size.height() > _MAX_PIXELS:
        raise Unreadable(f"too large: {path.name}")
    image = reader.read()
    if image.isNull():
        raise Unreadable(f"{reader.errorString()}: {path.name}")
    return _fit(image, room, ratio)


def blank_picture() -> QImage:
    """One transparent pixel: what a page gets in place of a picture that was refused."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _fit(image: QImage, room: QSize, ratio: float) -> QImage:
    """Scale to the room; the result covers as many device pixels as the picture can fill."""
    shown = image.size()
    if shown.width() > room.width() or shown.height() > room.height():
        shown = shown.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    target = QSize(round(shown.width() * ratio), round(shown.height() * ratio))
    made = image.scaled(
        target,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    made.setDevicePixelRatio(ratio)
    return made
