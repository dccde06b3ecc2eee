"""The one form of ZIP file that packages have: stored entries with fixed dates and rights."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
LOCAL_MARK, CENTRAL_MARK, END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_NEEDS = 20
_MADE_BY = 3 << 8 | _NEEDS
_FLAGS = _STORED = _TIME = 0
_DATE = 1 << 5 | 1  # 1 January 1980, the first that ZIP knows
_RIGHTS = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the archive.

    Attributes:
        name: ASCII.
        size: Bytes of the content.
        crc: CRC-32 of the content.
        offset: Where its header begins.
    """

    name: str
    size: int
    crc: int
    offset: int

    @property
    def content_offset(self) -> int:
        """Where the content begins."""
        return self.offset + LOCAL.size + len(self.name)

    @property
    def end(self) -> int:
        """The first byte behind the content."""
        return self.content_offset + self.size


def archive_chunks(contents: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The whole archive, piece by piece.

    Args:
        contents: Name and content of each entry, in order.
    """
    entries: list[Entry] = []
    for name, data in contents:
        begin = entries[-1].end if entries else 0
        entries.append(Entry(name, len(data), zlib.crc32(data), begin))
        yield local_header(entries[-1])
        yield data
    yield directory(tuple(entries))


def local_header(entry: Entry) -> bytes:
    """What stands before an entry's content."""
    name = entry.name.encode("ascii")
    sizes = (entry.crc, entry.size, entry.size, len(name), 0)
    return LOCAL.pack(LOCAL_MARK, _NEEDS, _FLAGS, _STORED, _TIME, _DATE, *sizes) + name


def directory(entries: tuple[Entry, ...]) -> bytes:
    """What stands behind the last entry's content."""
    listed = b"".join(_central_header(entry) for entry in entries)
    count, begin = len(entries), entries[-1].end if entries else 0
    return listed + END.pack(END_MARK, 0, 0, count, count, len(listed), begin, 0)


def _central_header(entry: Entry) -> bytes:
    name = entry.name.encode("ascii")
    form = (_MADE_BY, _NEEDS, _FLAGS, _STORED, _TIME, _DATE)
    sizes = (entry.crc, entry.size, entry.size, len(name), 0, 0, 0, 0)
    return CENTRAL.pack(CENTRAL_MARK, *form, *sizes, _RIGHTS, entry.offset) + name
