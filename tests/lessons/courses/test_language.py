"""Spelling, sentences, and that nobody real is named."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest

from lessons.prose import sentences_of
from tests.lessons.courses.curriculum import courses, files

if TYPE_CHECKING:
    from lessons.course import Lesson

REVIEWED = Path(__file__).with_name("words.txt")
_IDENTITY = re.compile(r"(?<!\d)(\d[ .]?){15}\d((?:[ .]?\d){2})?(?!\d)")
_FULL_NAME = re.compile(
    r"\b(?:Bu|Pak|Ibu|Bapak|Presiden|Gubernur|Wali Kota|Menteri) ([A-Z][a-z]+) [A-Z][a-z]+"
)
_OFFICES = frozenset({"Lurah", "Camat", "Dalam", "Pendayagunaan"})
_NOT_PROSE = re.compile(r"\{[^{}\n]*\}|`[^`\n]*`|\]\([^()\n]*\)|<!--.*?-->", re.DOTALL)
_LESSONS = [lesson for course in courses() for lesson in course.lessons]


def reviewed() -> set[str]:
    return set(REVIEWED.read_text(encoding="utf-8").split())


def unknown_words(text: str) -> set[str]:
    """Words that the Indonesian dictionary of hunspell does not know."""
    program = shutil.which("hunspell")
    if program is None:
        pytest.skip("hunspell is not here")
    prose = re.sub(r"[^\w\s’'-]|\d|_", " ", _NOT_PROSE.sub(" ", text))
    told = subprocess.run(
        [program, "-d", "id_ID", "-i", "utf-8", "-l"],
        input=prose,
        capture_output=True,
        text=True,
        check=True,
    )
    return {word.strip("-'’") for word in told.stdout.split()} - {""}


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name[:6]}-{path.name}")
def test_every_word_is_in_the_dictionary_or_was_reviewed(path: Path) -> None:
    found = unknown_words(path.read_text(encoding="utf-8"))
    known = reviewed()
    assert sorted(word for word in found if len(word) > 1 and word.casefold() not in known) == []


@pytest.mark.parametrize("lesson", _LESSONS, ids=lambda lesson: lesson.id)
def test_sentences_are_short(lesson: Lesson) -> None:
    lengths = [len(sentence.words()) for sentence in sentences_of(lesson.body)]
    assert median(lengths) <= 20
    assert max(lengths) <= 35


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name[:6]}-{path.name}")
def test_no_number_could_be_somebodys_identity(path: Path) -> None:
    assert _IDENTITY.search(path.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name[:6]}-{path.name}")
def test_people_of_the_examples_have_one_made_up_name(path: Path) -> None:
    named = _FULL_NAME.findall(path.read_text(encoding="utf-8"))
    assert [name for name in named if name not in _OFFICES] == []
