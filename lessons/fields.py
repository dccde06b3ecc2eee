"""Typed reading of front matter: each field says what it must be, in words for the trainer."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from lessons.nodes import Place
from lessons.problems import Report, suggest

if TYPE_CHECKING:
    from lessons.nodes import Node

_INTEGER = re.compile(r"[0-9]{1,6}")
_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,3})?")
FIRST_YEAR, LAST_YEAR = 2000, 2099
"""A slip of the pen in a date would move JP into a year that nobody looks at."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Fields:
    """The front matter of one file.

    A getter reports what is wrong and then gives a harmless value, so that reading goes on and
    finds the other problems too. What no getter asked for is unknown: :meth:`reject_unknown`.
    """

    def __init__(self, nodes: dict[str, Node], report: Report) -> None:
        """Read from these nodes; say in the report what is wrong."""
        self._nodes = nodes
        self._report = report
        self._known: list[str] = []

    def has(self, name: str) -> bool:
        """Whether the field is there."""
        self._known.append(name)
        return name in self._nodes

    def refuse(self, name: str, message: str, hint: str) -> None:
        """Report what is wrong with the value of a field, or line 1 where it is missing."""
        node = self._nodes.get(name)
        self._add(node.place if node else Place(1), message, hint)

    def text(self, name: str) -> str:
        """A required text that is not empty."""
        node = self._required(name)
        if node is None:
            return ""
        if not isinstance(node.value, str):
            self._add(node.place, f"Isian “{name}” harus berupa teks.", f"Tulis “{name}: …”.")
            return ""
        return node.value

    def integer(self, name: str, low: int, high: int) -> int:
        """A required whole number from ``low`` to ``high``."""
        value = self.text(name)
        if _INTEGER.fullmatch(value) and low <= int(value) <= high:
            return int(value)
        self._wrong(name, value, f"Tulis bilangan bulat {low} sampai {high}.")
        return low

    def number(self, name: str) -> float:
        """A required number above 0, with a decimal point."""
        value = self.text(name)
        if _NUMBER.fullmatch(value) and float(value) > 0:
            return float(value)
        self._wrong(name, value, "Tulis bilangan lebih dari 0, misalnya 27 atau 22.5.")
        return 1.0

    def day(self, name: str) -> date:
        """A required date of this century, ``2026-11-24``."""
        value = self.text(name)
        day = _day(value)
        if day is None:
            span = f"dari tahun {FIRST_YEAR} sampai {LAST_YEAR}"
            self._wrong(name, value, f"Tulis tanggal yang ada, {span}, misalnya 2026-11-24.")
        return day or date(FIRST_YEAR, 1, 1)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; a missing field is an empty list."""
        self._known.append(name)
        node = self._nodes.get(name)
        if node is None or node.value == "":
            return ()
        if not isinstance(node.value, tuple):
            hint = "Awali tiap butir “- ”."
            self._add(node.place, f"Isian “{name}” harus berupa daftar.", hint)
            return ()
        return tuple(self._plain(name, item) for item in node.value)

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """Terms and their texts; a missing field is an empty list."""
        self._known.append(name)
        node = self._nodes.get(name)
        if node is None or node.value == "":
            return ()
        if not isinstance(node.value, dict):
            hint = "Tulis “kata: arti”."
            self._add(node.place, f"Isian “{name}” harus berisi pasangan.", hint)
            return ()
        return tuple((key, self._plain(name, item)) for key, item in node.value.items())

    def reject_unknown(self) -> None:
        """Report each field that nobody asked for."""
        for name, node in self._nodes.items():
            if name not in self._known:
                hint = suggest(name, self._known)
                self._add(node.name or node.place, f"Isian “{name}” tidak dikenal.", hint)

    def _required(self, name: str) -> Node | None:
        self._known.append(name)
        node = self._nodes.get(name)
        if node is None or not node.value:
            place = node.name if node and node.name else Place(1)
            self._add(place, f"Isian “{name}” belum ada.", f"Tulis “{name}: …”.")
            return None
        return node

    def _plain(self, name: str, node: Node) -> str:
        if isinstance(node.value, str) and node.value:
            return node.value
        self._add(
            node.place,
            f"Butir dalam “{name}” harus berupa teks yang berisi.",
            "Apit dengan tanda kutip bila memuat “: ”.",
        )
        return ""

    def _wrong(self, name: str, value: str, hint: str) -> None:
        if value:
            self.refuse(name, f"“{name}: {value}” tidak dapat dibaca.", hint)

    def _add(self, place: Place, message: str, hint: str) -> None:
        self._report.add(place.line, message, hint, place.column)


def _day(value: str) -> date | None:
    try:
        day = date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None
