"""The tables of an MSI, as ``msiinfo`` exports them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from installers.commands import run

_HEAD = 3  # lines: names of the columns, their types, the table's name and keys


@dataclass(frozen=True, slots=True)
class Tables:
    """An MSI that is asked for its tables."""

    msi: Path

    def rows(self, table: str) -> list[dict[str, str]]:
        """The rows of a table by the names of its columns.

        Raises:
            PackagingError: There is no such table, or this is no MSI.
        """
        lines = run(["msiinfo", "export", self.msi, table]).splitlines()
        names = lines[0].split("\t")
        return [dict(zip(names, line.split("\t"), strict=True)) for line in lines[_HEAD:]]

    def pairs(self, table: str, key: str, value: str) -> dict[str, str]:
        """One column of a table by another."""
        return {row[key]: row[value] for row in self.rows(table)}

    def summary(self) -> dict[str, str]:
        """What Windows' explorer shows of the MSI: ``Template``, ``Subject`` and the like."""
        lines = run(["msiinfo", "suminfo", self.msi]).splitlines()
        return {name: value for name, _, value in (line.partition(": ") for line in lines)}
