"""Every fact of the curriculum stands in its lesson, under the heading that the table names."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.lessons.courses.curriculum import courses

if TYPE_CHECKING:
    from lessons.course import Lesson

TABLE = Path(__file__).with_name("facts.tsv")
LIST = Path(__file__).parents[3] / "docs" / "fakta-perlu-diperiksa.md"
_SPACES = re.compile(r"\s+")
_MARKUP = re.compile(r"[*_`]|\[([^\[\]]*)\]\([^()]*\)")


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def lessons() -> dict[str, Lesson]:
    return {lesson.id: lesson for course in courses() for lesson in course.lessons}


def test_every_lesson_has_its_facts() -> None:
    assert {row["pelajaran"] for row in rows()} == lessons().keys()


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['pelajaran']}-{row['judul']}")
def test_each_fact_stands_under_its_heading(row: dict[str, str]) -> None:
    lesson = lessons()[row["pelajaran"]]
    assert row["judul"] in [heading.id for heading in lesson.headings]
    assert plain(row["kutipan"]) in plain(_section(lesson.body, row["judul"]))


def test_what_a_person_must_confirm_is_listed() -> None:
    listed = LIST.read_text(encoding="utf-8")
    for row in rows():
        if row["sumber"].startswith(("M-h", "M-m")):
            assert f"{row['pelajaran']}#{row['judul']}" in listed, row["fakta"]


def plain(text: str) -> str:
    return _SPACES.sub(" ", _MARKUP.sub(r"\1", text)).strip().casefold()


def _section(body: str, heading: str) -> str:
    """From the heading to the next of its level or above."""
    lines = body.split("\n")
    start = next(n for n, line in enumerate(lines) if line.endswith(f"{{#{heading}}}"))
    level = len(lines[start]) - len(lines[start].lstrip("#"))
    rest = lines[start + 1 :]
    ends = (n for n, line in enumerate(rest) if re.match(rf"#{{2,{level}}} ", line))
    return "\n".join(rest[: next(ends, len(rest))])
