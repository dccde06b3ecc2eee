"""What is fuzzed: each target takes hostile input, and may only refuse it in the agreed way."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bench.spoiling import PIECES, spoil
from lessons.checking import check_all
from lessons.draft_reader import read_draft
from lessons.drawing import draw, drawn_questions
from lessons.exporters.gift import write_gift
from lessons.exporters.moodle_xml import write_moodle_xml
from lessons.figures import figures_of
from lessons.importers.draft import write_drafts
from lessons.importers.finishing import finished
from lessons.importers.outcome import UnreadableFile
from lessons.importers.recognise import read_questions
from lessons.importers.xlsx_template import template
from lessons.packages.keys import SecretKey, TrustedKeys
from lessons.packages.opening import verify
from lessons.packages.packing import pack
from lessons.packages.reasons import PackageError
from lessons.problems import CourseError, Report
from lessons.questions.registry import asks_again
from lessons.reader import read_course
from lessons.rendering.web_page import web_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from lessons.course import Course

_ROOT = Path(__file__).parent.parent
COURSES = (_ROOT / "tests" / "courses" / "mini", _ROOT / "tests" / "whole" / "lengkap")
_KEY = SecretKey(bytes(32))
_AIKEN = (
    "Kapan surat dicatat?\nA. Hari ini\nB. Besok\nANSWER: A\n\nSiapa?\nA) Lurah\nB) RT\nKunci: B\n"
)


def course(random: Random, folder: Path) -> None:
    """A course of which one to three files are spoiled: read, checked, counted, shown, answered."""
    source = shutil.copytree(random.choice(COURSES), folder / "kursus")
    files = sorted(source.glob("*.md"))
    texts = [path.read_bytes() for path in files]
    for path in random.sample(files, random.choice((1, 1, 2, 3))):
        path.write_bytes(spoil(random, path.read_bytes(), texts))
    findings = check_all([source])
    assert all(each.message for each in findings.problems)
    try:
        found = read_course(source)
    except CourseError:
        assert findings.problems
        return
    assert not findings.problems
    _use(found, random)


def draft(random: Random, folder: Path) -> None:
    """A spoiled quiz as a draft; what is sound can be exported."""
    samples = _quizzes()
    path = folder / "draf-uji.kuis.md"
    path.write_bytes(spoil(random, random.choice(samples), samples))
    report = Report(path)
    quiz = read_draft(path, report)
    if quiz and not report.problems:
        write_gift(quiz.questions)
        write_moodle_xml(quiz.questions, folder)


def question_bank(random: Random, folder: Path) -> None:
    """A spoiled file of another program; what comes in has no error as a draft."""
    samples = _banks()
    data = spoil(random, random.choice(samples), samples)
    try:
        outcome, written = finished(read_questions(data))
    except UnreadableFile as error:
        _require_words(error.message)
        return
    for path in write_drafts(outcome, written, "bank.gift", folder / "draf") if written else ():
        report = Report(path)
        read_draft(path, report)
        assert not report.problems, [str(problem) for problem in report.problems]


def package(random: Random, folder: Path) -> None:
    """A spoiled package is refused, unless it is the very same."""
    sound = _package()
    data = spoil(random, sound, (sound, *PIECES))
    path = folder / "uji.paket"
    path.write_bytes(data)
    try:
        verify(path, TrustedKeys((_KEY.public,)))
    except PackageError as error:
        _require_words(error.message)
    else:
        assert data == sound, "a package that was changed was taken"


TARGETS: tuple[Callable[[Random, Path], None], ...] = (course, draft, question_bank, package)


def _require_words(message: str) -> None:
    assert message, "refused without a word"


def _use(found: Course, random: Random) -> None:
    figures_of(found)
    for lesson in found.lessons:
        web_page(lesson)
    for quiz in found.quizzes():
        seed = random.randrange(2**32)
        forms = {form.question: form for form in draw(quiz, seed)}
        for question in drawn_questions(quiz, seed):
            typed = random.choice(PIECES).decode("utf-8", "replace")
            asks_again(forms[question.head.id], typed)
            assert 0 <= question.grade(typed).score <= 1
            assert question.grade(question.full_key()).right
            assert question.grade(None).score == 0


@cache
def _quizzes() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for folder in COURSES for path in folder.glob("*.kuis.md"))


@cache
def _banks() -> tuple[bytes, ...]:
    quizzes = [quiz for folder in COURSES for quiz in read_course(folder).quizzes()]
    texts = [
        text
        for quiz in quizzes
        for text in (
            write_gift(quiz.questions).text,
            write_moodle_xml(quiz.questions, _ROOT).text,
        )
    ]
    return (_AIKEN.encode(), template(), *(text.encode() for text in texts))


@cache
def _package() -> bytes:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "sah.paket"
        pack(COURSES[1], _KEY, path)
        return path.read_bytes()
