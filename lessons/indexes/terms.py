"""The glossary of the whole curriculum, made of what each lesson explains (``istilah``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.course import Course


@dataclass(frozen=True, slots=True)
class Term:
    """A term.

    Attributes:
        definitions: Each that some lesson gives; a sound curriculum has one.
        lessons: Ids of the lessons that explain it, in order.
    """

    name: str
    definitions: tuple[str, ...]
    lessons: tuple[str, ...]


def terms_of(courses: Iterable[Course]) -> tuple[Term, ...]:
    """Every term, by the alphabet; capitals make no difference."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for course in courses:
        for lesson in course.lessons:
            for name, definition in lesson.glossary:
                found.setdefault(name.casefold(), []).append((name, definition, lesson.id))
    return tuple(_term(found[key]) for key in sorted(found))


def terms_page(terms: Iterable[Term]) -> str:
    """The glossary as a Markdown page."""
    lines = [
        "# Istilah",
        "",
        "Dibuat dari isian `istilah` semua pelajaran dengan `python -m lessons index --to docs`;"
        " jangan diubah di sini.",
        "",
    ]
    for term in terms:
        places = ", ".join(term.lessons)
        lines.append(f"- **{term.name}**: {' / '.join(term.definitions)} ({places})")
    return "\n".join(lines) + "\n"


def _term(places: list[tuple[str, str, str]]) -> Term:
    definitions = dict.fromkeys(definition for _, definition, _ in places)
    lessons = dict.fromkeys(lesson for _, _, lesson in places)
    return Term(places[0][0], tuple(definitions), tuple(lessons))
