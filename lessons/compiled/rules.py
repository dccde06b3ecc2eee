"""The rules of course files, for courses that come in compiled form.

A package may be signed by a trusted key and yet be made by a careless tool. Whatever reading course
files promises, programs rely on: counts in their ranges, ids used once, keys that can be graded.
So what was decoded must be such that it could have been read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.compiled.codec import CompiledError
from lessons.compiled.sealed_rules import check_sealed
from lessons.course import QuizKind
from lessons.fields import FIRST_YEAR, LAST_YEAR
from lessons.lesson_reader import read_body
from lessons.markdown_rules import check_markdown
from lessons.problems import Report
from lessons.questions.sealed import Sealed, salted
from lessons.questions.typed import without_typed
from lessons.quiz_writer import UnwritableError, write_question
from lessons.reader import MOST_JP, MOST_MINUTES, is_code, test_id
from lessons.revision import revision_of
from lessons.sealing import is_sealed, salted_revision
from lessons.source_text import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from lessons.course import Course, Lesson, Quiz
    from lessons.questions.base import Question

_NUMBER = re.compile(r"[0-9]{2}")
_REVISION = re.compile(r"[0-9a-f]{16}")
_VERSIONS = range(1, 1_000_000)


def require_sound(course: Course, pictures: AbstractSet[str]) -> None:
    """Refuse what no reader of course files would have made.

    Args:
        pictures: The pictures that come with the course.

    Raises:
        CompiledError: It names the first thing that can't be.
    """
    report = Report(course.folder, pictures=pictures)
    for wrong in (*_wrong_header(course), *_wrong_ids(course)):
        report.add(0, f"{wrong} tidak mungkin.")
    for lesson in course.lessons:
        _check_lesson(lesson, report)
    known = frozenset(f"{each.id}#{head.id}" for each in course.lessons for head in each.headings)
    for quiz, lesson_id in _quizzes(course):
        _check_quiz(quiz, lesson_id, known, report)
    if report.problems:
        raise CompiledError(report.problems[0].message)


def _wrong_header(course: Course) -> Iterator[str]:
    rules = {
        "kode": is_code(course.code),
        "judul": bool(course.title),
        "versi": course.version in _VERSIONS,
        "berlaku_per": FIRST_YEAR <= course.valid_on.year <= LAST_YEAR,
        "jp": 1 <= course.jp <= MOST_JP,
        "menit": 1 <= course.minutes <= MOST_MINUTES,
        "penyelenggara": bool(course.organiser),
    }
    yield from (name for name, holds in rules.items() if not holds)


def _wrong_ids(course: Course) -> Iterator[str]:
    prefix = f"{course.code.lower()}-"
    for lesson in course.lessons:
        if not lesson.id.startswith(prefix) or not _NUMBER.fullmatch(lesson.id[len(prefix) :]):
            yield f"Pelajaran “{lesson.id}”"
        if lesson.quiz and (lesson.quiz.id, lesson.quiz.kind) != (lesson.id, QuizKind.PRACTICE):
            yield f"Kuis “{lesson.quiz.id}”"
    for kind, test in ((QuizKind.PRE_TEST, course.pre_test), (QuizKind.END_TEST, course.end_test)):
        if test and (test.id, test.kind) != (test_id(course.code, kind), kind):
            yield f"Kuis “{test.id}”"
    yield from _doubles(lesson.id for lesson in course.lessons)
    yield from _doubles(each.head.id for quiz in course.quizzes() for each in quiz.questions)


def _doubles(ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            yield f"Id “{each}” yang sama dua kali"
        seen.add(each)


def _check_lesson(lesson: Lesson, report: Report) -> None:
    body = split_lines(lesson.body, report)
    if read_body(body, report) != lesson.headings:
        report.add(0, f"Judul dalam pelajaran “{lesson.id}” tidak cocok dengan isinya.")
    if not lesson.title or not 0 < lesson.minutes <= MOST_MINUTES or lesson.body_line < 1:
        report.add(0, f"Kepala pelajaran “{lesson.id}” tidak mungkin.")


def _quizzes(course: Course) -> Iterator[tuple[Quiz, str]]:
    """Every quiz, and the lesson to which it belongs; empty for a test."""
    yield from ((lesson.quiz, lesson.id) for lesson in course.lessons if lesson.quiz)
    yield from ((test, "") for test in (course.pre_test, course.end_test) if test)


def _check_quiz(quiz: Quiz, lesson: str, known: frozenset[str], report: Report) -> None:
    if not 0 <= quiz.pass_mark <= 100 or not 1 <= quiz.draw_count <= len(quiz.questions):
        report.add(0, f"Batas lulus atau jumlah soal kuis “{quiz.id}” tidak mungkin.")
    for question in quiz.questions:
        if question.head.tests not in known:
            report.add(0, f"Soal “{question.head.id}” menguji judul yang tidak ada.")
        if isinstance(question, Sealed):
            check_sealed(question, report)
        else:
            _check_written(question, lesson, report)
    if not report.problems and not _is_revision(quiz):
        report.add(0, f"Revisi kuis “{quiz.id}” tidak cocok dengan kuncinya.")


def _check_written(question: Question, lesson: str, report: Report) -> None:
    """A question that an author can't have written is one that nobody can grade or show."""
    try:
        text = write_question(salted(question, ""), lesson)
    except UnwritableError as error:
        report.add(0, error.message)
    except ValueError as error:
        report.add(0, f"Soal “{question.head.id}” tidak dapat ditulis ({error}).")
    else:
        check_markdown(without_typed(split_lines(text, report)), frozenset(), report)


def _is_revision(quiz: Quiz) -> bool:
    if is_sealed(quiz):
        return _REVISION.fullmatch(quiz.revision) is not None
    shuffle = quiz.shuffle_questions, quiz.shuffle_options
    content = quiz.kind, quiz.pass_mark, quiz.draw_count, shuffle
    plain = revision_of(*content, quiz.questions)
    (salt, *others) = {each.head.salt for each in quiz.questions}
    return not others and quiz.revision == (salted_revision(plain, salt) if salt else plain)
