"""Which unit is meant: by code, or by a name that only one unit has."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from sync_server.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sync_server.units import Unit

_KINDS = {
    1: re.compile(r"^(?:kantor )?(?:kecamatan|kec|camat)\b\.? *"),
    2: re.compile(r"^(?:kantor )?(?:kelurahan|kel|lurah)\b\.? *"),
}


class UnitNames:
    """Looks units up by what people write."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_code: dict[str, Unit] = {}
        self._by_name: dict[str, list[Unit]] = {}
        for unit in units:
            self._by_code[_digits(unit.code)] = unit
            self._by_name.setdefault(unit.name.casefold(), []).append(unit)

    def find(self, written: str) -> Unit:
        """The unit that is meant.

        Raises:
            InputError: None is, or more than one; the message says what to write instead.
        """
        text = " ".join(written.split())
        if not text:
            raise InputError("Unit kosong.")
        if re.fullmatch(r"[\d.]+", text):
            return self._by_number(text)
        level, name = _kind(text.casefold())
        found = [unit for unit in self._by_name.get(name, []) if level in {None, unit.level}]
        if len(found) == 1:
            return found[0]
        raise InputError(_ambiguous(text, found) if found else self._unknown(text, name))

    def _by_number(self, text: str) -> Unit:
        unit = self._by_code.get(_digits(text))
        if unit is None:
            raise InputError(f"Kode unit {text} tidak dikenal.")
        return unit

    def _unknown(self, text: str, name: str) -> str:
        near = difflib.get_close_matches(name, self._by_name, n=1)
        hint = f" Maksudnya {self._by_name[near[0]][0].name}?" if near else ""
        return f"Unit “{text}” tidak dikenal.{hint}"


def _kind(text: str) -> tuple[int | None, str]:
    for level, pattern in _KINDS.items():
        if found := pattern.match(text):
            return level, text[found.end() :]
    return None, text


def _ambiguous(text: str, found: Iterable[Unit]) -> str:
    choices = " atau ".join(f"{unit.code} ({unit.title})" for unit in found)
    return f"Unit “{text}” ada lebih dari satu. Tulis kodenya: {choices}."


def _digits(code: str) -> str:
    return code.replace(".", "")
