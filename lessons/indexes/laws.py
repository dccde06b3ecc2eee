"""Which lesson names which law under which heading, so that a change of law is found at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.headings import outside_code, read_heading
from lessons.problems import Report
from lessons.source_text import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lessons.course import Course, Lesson

_KINDS = (
    "UUD|UU|PP|Perpres|Perppu|PermenPANRB|Permendagri|Permen[A-Za-z]+|PMA|Perda|Perwali|"
    "SE(?: [A-Z][A-Za-z]+)+|Peraturan (?:Kepala )?[A-Z][A-Za-z]+|Keputusan [A-Z][A-Za-z]+|"
    "KepmenPANRB"
)
_LAW = re.compile(
    rf"\b(?P<kind>{_KINDS})(?: Nomor)? (?P<number>[0-9]{{1,4}})"
    r"(?:/| Tahun )(?P<year>[12][0-9]{3})\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a law: ``lesson id#heading id``; before any heading the lesson alone."""

    law: str
    place: str


def mentions_of(courses: Iterable[Course]) -> tuple[Mention, ...]:
    """Every mention once, by kind, year and number of the law, then by place."""
    found = {
        mention for course in courses for each in course.lessons for mention in _in_lesson(each)
    }
    return tuple(sorted(found, key=lambda each: (_rank(each.law), each.place)))


def laws_page(mentions: Iterable[Mention]) -> str:
    """The index as a Markdown page."""
    places: dict[str, list[str]] = {}
    for mention in mentions:
        places.setdefault(mention.law, []).append(f"`{mention.place}`")
    lines = [
        "# Indeks hukum",
        "",
        "Di mana sebuah peraturan disebut dalam pelajaran: `pelajaran#judul`. Dibuat dari isi"
        " pelajaran dengan `python -m lessons index --to docs`; jangan diubah di sini. Bila sebuah"
        " peraturan berubah, periksa semua tempat pada barisnya.",
        "",
        *(f"- **{law}**: {', '.join(found)}" for law, found in places.items()),
    ]
    return "\n".join(lines) + "\n"


def _in_lesson(lesson: Lesson) -> Iterator[Mention]:
    place, report = lesson.id, Report(lesson.path)
    numbered = (Line(number, text) for number, text in enumerate(lesson.body.split("\n"), 1))
    for line, is_text in outside_code(numbered):
        heading = read_heading(line, report) if is_text else None
        place = f"{lesson.id}#{heading.id}" if heading else place
        yield from (Mention(law, place) for law in _laws(line.text))
    yield from (Mention(law, f"{lesson.id} (sumber)") for s in lesson.sources for law in _laws(s))


def _laws(text: str) -> Iterator[str]:
    for match in _LAW.finditer(text):
        yield f"{match['kind']} {match['number']}/{match['year']}"


def _rank(law: str) -> tuple[str, int, int]:
    kind, _, rest = law.rpartition(" ")
    number, _, year = rest.partition("/")
    return kind, int(year), int(number)
