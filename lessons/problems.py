"""What is wrong with a course file, told to the trainer who writes it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 100
_LISTED = 30


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    Attributes:
        path: The file (or folder) that it is in.
        line: From 1; 0 where the file as a whole is meant.
        column: From 1; 0 where the line as a whole is meant.
        message: What is wrong, in Indonesian.
        hint: What to write instead, in Indonesian.
    """

    path: Path
    line: int
    column: int
    message: str
    hint: str

    def __str__(self) -> str:
        """One line, ``path:line:column: message hint``."""
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        return f"{place}: {self.message} {self.hint}".rstrip()


class CourseError(ValueError):
    """A course can't be read.

    Attributes:
        problems: Everything that was found, in order of file and line.
        title: For people, in Indonesian.
        message: For people, in Indonesian.
    """

    title = "Pelatihan tidak dapat dibaca"

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems and join them into the message."""
        self.problems = tuple(sorted(problems, key=lambda p: (str(p.path), p.line, p.column)))
        self.message = "\n".join(str(problem) for problem in self.problems)
        super().__init__(self.message)


@dataclass(frozen=True, slots=True)
class Report:
    """Gathers the problems of one file, so that a trainer sees all of them at once.

    Attributes:
        pictures: The pictures that there are, where they can't be looked for beside the file.
    """

    path: Path
    problems: list[Problem] = field(default_factory=list)
    pictures: AbstractSet[str] | None = None

    def add(self, line: int, message: str, hint: str = "", column: int = 0) -> None:
        """Note one problem."""
        self.problems.append(Problem(self.path, line, column, message, hint))


def suggest(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or else all of them."""
    words = list(known)
    near = nearest(word, words)
    if near:
        return f"Mungkin maksud Anda “{near}”."
    return f"Yang dikenal: {_some(words)}." if words else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is nearly this one, whatever its case; empty where none is."""
    by_folded = {each.casefold(): each for each in known}
    # The comparison takes the square of the length, and nobody mistypes a word this long.
    near = get_close_matches(word.casefold()[:_LONGEST], by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else ""


def _some(words: list[str]) -> str:
    rest = len(words) - _LISTED
    return ", ".join(words[:_LISTED]) + (f", dan {rest} lagi" if rest > 0 else "")
