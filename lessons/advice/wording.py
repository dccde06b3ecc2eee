"""Long sentences, and words of offices where a plainer one says the same."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from lessons.front_matter import read_document
from lessons.layout import COURSE_FILE
from lessons.problems import Problem, Report
from lessons.prose import Sentence, sentences_of
from lessons.quiz_files import file_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lessons.course import Course

_LONGEST = 30
_USUAL = 18
_MANY = 10
_LIST = Path(__file__).with_name("hard_words.tsv")


def on_wording(course: Course) -> Iterator[Problem]:
    """Long sentences and hard words of lessons, of the course's own text and of questions."""
    path = course.folder / COURSE_FILE
    yield from _on_text(path, sentences_of(course.description, _first_line(path)))
    for lesson in course.lessons:
        yield from _on_text(lesson.path, sentences_of(lesson.body, lesson.body_line))
    for quiz in course.quizzes():
        heads = [question.head for question in quiz.questions]
        texts = (Sentence(each.line, one.text) for each in heads for one in sentences_of(each.text))
        yield from _on_text(file_of(quiz, course), tuple(texts))


def _first_line(path: Path) -> int:
    document = read_document(path, Report(path))
    body = document.body if document else ()
    return next((line.number for line in body if line.text.strip()), 1)


def plainer_words() -> dict[str, str]:
    """Hard words and what to write instead; a text in parentheses is advice, no word."""
    return dict(_hard_words()[1])


@cache
def _hard_words() -> tuple[re.Pattern[str], dict[str, str]]:
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    plainer = dict(line.split("\t") for line in lines)
    # Of two that begin alike the longer one is meant.
    words = "|".join(re.escape(word) for word in sorted(plainer, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({words})(?![\w-])", re.IGNORECASE), plainer


def _on_text(path: Path, sentences: tuple[Sentence, ...]) -> Iterator[Problem]:
    yield from _on_length(path, sentences)
    yield from _on_words(path, sentences)


def _on_length(path: Path, sentences: tuple[Sentence, ...]) -> Iterator[Problem]:
    lengths = [len(sentence.words()) for sentence in sentences]
    if len(lengths) >= _MANY and median(lengths) > _USUAL:
        message = f"Separuh kalimat berkas ini lebih dari {median(lengths):g} kata."
        yield Problem(path, 1, 0, message, f"Usahakan sekitar {_USUAL} kata atau kurang.")
    for sentence, length in zip(sentences, lengths, strict=True):
        if length > _LONGEST:
            message = f"Kalimat ini berisi {length} kata."
            yield Problem(path, sentence.line, 0, message, "Bagi menjadi dua kalimat.")


def _on_words(path: Path, sentences: Iterable[Sentence]) -> Iterator[Problem]:
    pattern, plainer = _hard_words()
    seen: set[str] = set()
    for sentence in sentences:
        for match in pattern.finditer(sentence.text):
            word = match[0].casefold()
            if word not in seen:
                seen.add(word)
                hint = _instead(plainer[word])
                yield Problem(path, sentence.line, 0, f"“{match[0]}” terasa berat.", hint)


def _instead(plainer: str) -> str:
    return f"Saran: {plainer[1:-1]}." if plainer.startswith("(") else f"Tulis “{plainer}”."
