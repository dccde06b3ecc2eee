"""The program's icon in Windows' form, joined from its pictures in ``packaging/icon``."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop

SIZES = (16, 24, 32, 48, 64, 128, 256)
_LARGEST_BITMAP = 64  # larger pictures are kept as PNG, which Windows reads since Vista
_HEAD = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")
_BITMAP = struct.Struct("<IiiHHIIiiII")


def write_icon(workshop: Workshop, file: Path) -> None:
    """Writes the icon with all its sizes; the same pictures give the same bytes."""
    folder = workshop.root / "packaging" / "icon"
    pictures = {size: _picture(folder / f"bina-asn-{size}.png", size) for size in SIZES}
    file.write_bytes(icon_of(pictures))


def icon_of(pictures: dict[int, bytes]) -> bytes:
    """An icon of encoded pictures, by their side in pixels (256 at most)."""
    head = _HEAD.pack(0, 1, len(pictures))
    offset = len(head) + _ENTRY.size * len(pictures)
    entries = b""
    for size, data in pictures.items():
        side = size % 256  # 0 stands for 256
        entries += _ENTRY.pack(side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return head + entries + b"".join(pictures.values())


def _picture(file: Path, size: int) -> bytes:
    if size > _LARGEST_BITMAP:
        return file.read_bytes()
    return _bitmap(QImage(str(file)), size)


def _bitmap(image: QImage, size: int) -> bytes:
    """The picture as rows from the bottom, 32 bits a pixel, and a mask that hides nothing."""
    pixels = image.convertToFormat(QImage.Format.Format_ARGB32).flipped()
    mask = bytes((size + 31) // 32 * 4 * size)
    head = _BITMAP.pack(_BITMAP.size, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0)
    return head + bytes(pixels.constBits()) + mask
