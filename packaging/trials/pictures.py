"""What is on a screen, as numbers: enough to wait for it, and to know it again."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_HEADER = struct.Struct(">25I")  # of X11's window dump, file version 7
_COLOUR_BYTES = 12
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen of one moment.

    Attributes:
        width: Pixels in a row.
        pixels: Row by row from the top, each in four bytes: blue, green, red, and 0.
    """

    width: int
    pixels: bytes

    def count(self, colour: str) -> int:
        """How many pixels have exactly this colour, ``#rrggbb`` with no 00 in it."""
        return self.pixels.count(_pixel(colour))

    def edges(self, colour: str) -> tuple[int, int]:
        """Where the first and the last pixel of such a colour are; (-1, -1) without any."""
        pixel = _pixel(colour)
        return self.pixels.find(pixel), self.pixels.rfind(pixel)

    def rows(self, top: int, bottom: int) -> Picture:
        """The part between two rows."""
        line = self.width * _DEPTH
        return Picture(self.width, self.pixels[top * line : bottom * line])

    def changes(self, before: Picture) -> int:
        """How many bytes are other than in a picture of the same size."""
        size = len(self.pixels)
        mixed = int.from_bytes(self.pixels, "big") ^ int.from_bytes(before.pixels, "big")
        return size - mixed.to_bytes(size, "big").count(0)


def read_dump(dump: bytes) -> Picture:
    """Reads what an X server keeps of a screen of 32 bits a pixel, lowest byte first."""
    header = _HEADER.unpack_from(dump)
    start, width, height, colours = header[0], header[4], header[5], header[19]
    start += colours * _COLOUR_BYTES
    size = width * height
    pixels = bytearray(dump[start : start + size * _DEPTH])
    pixels[3::_DEPTH] = bytes(size)  # programs leave there what they like
    return Picture(width, bytes(pixels))


def _pixel(colour: str) -> bytes:
    return bytes.fromhex(colour.removeprefix("#"))[::-1] + b"\0"
