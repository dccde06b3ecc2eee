"""Whether pictures of every kind that courses may hold, and those of the program, can be read."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter

from desktop.selftest.qt import application
from desktop.selftest.verdicts import Broken

_SIDE = 8
_SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">'
    b'<rect width="8" height="8" fill="#c00"/></svg>'
)
_GIF = bytes.fromhex(
    "47494638396101000100f00000cc000000000021f90400000000002c00000000010001000002024401003b"
)
_NEEDED = ("png", "jpeg", "gif", "svg")
_LEAST_RED = 150


def look() -> str:
    """Read a red picture of each kind.

    Raises:
        Broken: Names the kinds that can't be read.
    """
    application()
    known = {bytes(each.data()).decode() for each in QImageReader.supportedImageFormats()}
    unread = [kind for kind in _NEEDED if kind not in known or not _is_read(kind)]
    if unread:
        raise Broken(f"Gambar jenis ini tidak dapat dibaca: {', '.join(unread)}.")
    return f"{', '.join(_NEEDED).upper()} dapat dibaca."


def _is_read(kind: str) -> bool:
    image = QImage.fromData(QByteArray(_data(kind)))
    if image.isNull():
        return False
    colour = image.pixelColor(0, 0)
    return colour.red() > _LEAST_RED > colour.green()


def _data(kind: str) -> bytes:
    made = {"svg": _SVG, "gif": _GIF}
    return made[kind] if kind in made else _written(kind)


def _written(kind: str) -> bytes:
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("#cc0000"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())
