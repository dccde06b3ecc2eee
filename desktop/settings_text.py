"""From the bytes of a settings file to its keys and values, each with its line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LARGEST = 16 * 1024
"""Bytes; a whole settings file takes a few hundred."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_UTF_8 = (
    "Buka berkas ini dengan Notepad, pilih Berkas → Simpan sebagai → Pengodean: UTF-8, lalu simpan."
)
_UNREADABLE = (
    'baris ini tidak dapat dibaca; tulis nama = nilai, dan apit teks dengan kutip lurus ("), '
    'misalnya unit = "tanya"'
)
_OPEN_ENDED = "isian yang dimulai di baris ini tidak ditutup"
_SECTION = "berkas ini tidak memakai bagian [ ]; tulis kunci langsung di awal baris"
_AT_END = "(at end of document)"
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)\Z")


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """One thing to mend in a settings file.

    Attributes:
        line: From 1; 0 where the file as a whole is meant.
        key: The key, or empty.
        message: What is wrong and what is expected, in Indonesian.
    """

    line: int
    key: str
    message: str

    def __str__(self) -> str:
        """One line for people."""
        place = f"Baris {self.line}" if self.line else ""
        return ": ".join(part for part in (place, self.key, self.message) if part)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value.

    Attributes:
        line: Where its statement begins, from 1.
        value: As TOML reads it.
    """

    line: int
    key: str
    value: object


def entries(data: bytes) -> tuple[tuple[Entry, ...], tuple[SettingProblem, ...]]:
    """Every statement that can be read, and a problem for each that can't."""
    decoded = _decoded(data)
    if isinstance(decoded, SettingProblem):
        return (), (decoded,)
    found = tuple(_statements(decoded.split("\n")))
    read = tuple(each for each in found if isinstance(each, Entry))
    return read, tuple(each for each in found if isinstance(each, SettingProblem))


def _decoded(data: bytes) -> str | SettingProblem:
    if len(data) > LARGEST:
        return SettingProblem(0, "", f"Berkas terlalu besar, lebih dari {LARGEST // 1024} KiB.")
    if data.startswith(_UTF_16) or b"\0" in data:
        # UTF-16 without its mark: every second byte of Latin text is zero.
        return SettingProblem(1, "", f"Berkas disimpan sebagai UTF-16. {_SAVE_AS_UTF_8}")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return SettingProblem(line, "", f"Berkas tidak disimpan sebagai UTF-8. {_SAVE_AS_UTF_8}")


def _statements(lines: Sequence[str]) -> Iterator[Entry | SettingProblem]:
    start = 0
    while start < len(lines):
        found, count = _statement(lines, start)
        yield from found
        start += count


def _statement(lines: Sequence[str], start: int) -> tuple[list[Entry | SettingProblem], int]:
    """What begins at a line, and how many lines it takes: the fewest that are TOML by themselves.

    A value over several lines is the only statement that its first line leaves unended, so more
    lines are taken only while the parser reaches the end and wants more.
    """
    for end in range(start + 1, len(lines) + 1):
        try:
            values = tomllib.loads("\n".join(lines[start:end]) + "\n")
        except (ValueError, RecursionError) as error:
            if str(error).endswith(_AT_END):
                continue
            wrong = start + _line_in(error)
            return [SettingProblem(wrong, "", _UNREADABLE)], wrong - start
        return _named(values, lines[start], start + 1), end - start
    return [SettingProblem(start + 1, "", _OPEN_ENDED)], 1


def _line_in(error: Exception) -> int:
    place = _AT_LINE.search(str(error))
    return int(place[1]) if place else 1


def _named(values: dict[str, object], first_line: str, line: int) -> list[Entry | SettingProblem]:
    if first_line.lstrip().startswith("["):
        return [SettingProblem(line, "", _SECTION)]
    return [Entry(line, key, value) for key, value in values.items()]
