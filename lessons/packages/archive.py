"""Reads the directory of an archive, and says in what a foreign one differs from a package."""

from __future__ import annotations

import stat
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from lessons.packages.names import require_entry, require_harmless
from lessons.packages.reasons import PackageError, Reason
from lessons.packages.zip_form import (
    CENTRAL,
    CENTRAL_MARK,
    END,
    END_MARK,
    Entry,
    directory,
    local_header,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_ENTRIES = 2_000
LARGEST_ENTRY = 32 * 1024 * 1024
LARGEST_ARCHIVE = 256 * 1024 * 1024
_LARGEST_DIRECTORY = MOST_ENTRIES * 512
_COMMENT_REACH = 0xFFFF + END.size
_ENCRYPTED = 1 | 1 << 6 | 1 << 13
_UTF8 = 1 << 11
_DOS_DIRECTORY = 1 << 4


@dataclass(frozen=True, slots=True)
class _Listed:
    """One line of the directory as it stands there."""

    name: str
    entry: Entry
    flags: int
    method: int
    packed: int
    extra: int
    comment: int
    rights: int


class Archive:
    """An open archive whose every byte is accounted for."""

    def __init__(self, file: BinaryIO) -> None:
        """Read the directory.

        Raises:
            PackageError: The archive is not of the one form.
            OSError: It can't be read.
        """
        self._file = file
        begin, end, count = _bounds(file)
        listed = _listed(_at(file, begin, end - begin), count)
        require_harmless(each.name for each in listed)
        for each in listed:
            _require_plain(each)
            require_entry(each.name)
        entries = tuple(each.entry for each in listed)
        _require_gapless(entries, begin)
        for entry in entries:
            _require_header(file, entry)
        if _at(file, begin, end - begin + END.size) != directory(entries):
            raise PackageError(Reason.HEADER)
        self.entries = {entry.name: entry for entry in entries}

    def read(self, name: str) -> bytes:
        """The content of an entry.

        Raises:
            PackageError: There is none, or its bytes have changed.
            OSError: It can't be read.
        """
        entry = self.entries.get(name)
        if entry is None:
            raise PackageError(Reason.MISSING, name)
        data = _at(self._file, entry.content_offset, entry.size)
        if zlib.crc32(data) != entry.crc:
            raise PackageError(Reason.HASH, name)
        return data


def _at(file: BinaryIO, offset: int, size: int) -> bytes:
    file.seek(offset)
    data = file.read(size)
    if len(data) != size:
        raise PackageError(Reason.NO_ZIP)
    return data


def _bounds(file: BinaryIO) -> tuple[int, int, int]:
    """Where the directory begins and ends, and how many entries it lists."""
    size = file.seek(0, 2)
    if size > LARGEST_ARCHIVE:
        raise PackageError(Reason.TOO_LARGE)
    if size < END.size:
        raise PackageError(Reason.NO_ZIP)
    end = size - END.size
    mark, _, _, _, count, length, begin, comment = END.unpack(_at(file, end, END.size))
    if mark != END_MARK or comment:
        raise PackageError(_reason_behind(file, size))
    if count > MOST_ENTRIES:
        raise PackageError(Reason.TOO_MANY, str(count))
    if length > _LARGEST_DIRECTORY:
        raise PackageError(Reason.TOO_LARGE)
    if begin + length != end:
        raise PackageError(Reason.LEADING_DATA if begin + length < end else Reason.NO_ZIP)
    return begin, end, count


def _reason_behind(file: BinaryIO, size: int) -> Reason:
    """Why the end is not where it must be."""
    reach = min(size, _COMMENT_REACH)
    last = _at(file, size - reach, reach)
    found = last.rfind(END_MARK)
    if found < 0 or reach - found < END.size:
        return Reason.NO_ZIP
    comment = END.unpack_from(last, found)[-1]
    return Reason.COMMENT if comment == reach - found - END.size else Reason.TRAILING_DATA


def _listed(data: bytes, count: int) -> tuple[_Listed, ...]:
    try:
        listed = tuple(_lines(data, count))
    except (struct.error, UnicodeDecodeError) as error:
        raise PackageError(Reason.HEADER) from error
    used = sum(
        CENTRAL.size + len(each.name.encode()) + each.extra + each.comment for each in listed
    )
    if used > len(data):
        raise PackageError(Reason.HEADER)
    if used < len(data):
        raise PackageError(Reason.HIDDEN_DATA)
    return listed


def _lines(data: bytes, count: int) -> Iterator[_Listed]:
    at = 0
    for _ in range(count):
        fields = CENTRAL.unpack_from(data, at)
        (mark, _, _, flags, method, _, _, crc, packed, size) = fields[:10]
        length, extra, comment, _, _, rights, offset = fields[10:]
        if mark != CENTRAL_MARK:
            raise PackageError(Reason.HEADER)
        begin = at + CENTRAL.size
        name = data[begin : begin + length].decode("utf-8")
        at = begin + length + extra + comment
        yield _Listed(
            name, Entry(name, size, crc, offset), flags, method, packed, extra, comment, rights
        )


def _require_plain(line: _Listed) -> None:
    mode = line.rights >> 16
    reasons = (
        (Reason.ENCRYPTED, line.flags & _ENCRYPTED),
        (Reason.LINK, stat.S_ISLNK(mode)),
        (Reason.DIRECTORY, stat.S_ISDIR(mode) or line.rights & _DOS_DIRECTORY),
        (Reason.DEVICE, stat.S_IFMT(mode) not in (0, stat.S_IFREG)),
        (Reason.COMPRESSED, line.method),
        (Reason.SIZE, line.packed != line.entry.size),
        (Reason.TOO_LARGE, line.entry.size > LARGEST_ENTRY),
        (Reason.COMMENT, line.comment),
        (Reason.HEADER, line.extra or line.flags & ~_UTF8),
    )
    for reason, applies in reasons:
        if applies:
            raise PackageError(reason, line.name)


def _require_gapless(entries: Iterable[Entry], begin: int) -> None:
    """Nothing may lie between the entries, and no byte may belong to two of them."""
    expected = 0
    for entry in sorted(entries, key=lambda each: each.offset):
        if entry.offset < expected:
            raise PackageError(Reason.OVERLAP, entry.name)
        if entry.offset > expected:
            raise PackageError(Reason.HIDDEN_DATA if expected else Reason.LEADING_DATA, entry.name)
        expected = entry.end
    if expected != begin:
        raise PackageError(Reason.HIDDEN_DATA if expected < begin else Reason.OVERLAP)


def _require_header(file: BinaryIO, entry: Entry) -> None:
    expected = local_header(entry)
    if _at(file, entry.offset, len(expected)) != expected:
        raise PackageError(Reason.HEADER, entry.name)
