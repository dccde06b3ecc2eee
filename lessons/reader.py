"""From a course folder to a :class:`~lessons.course.Course`, or to all that is wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.course import Course, Lesson, Quiz, QuizKind
from lessons.fields import Fields
from lessons.front_matter import split_document
from lessons.layout import Layout, LessonPaths, read_layout
from lessons.lesson_reader import LessonFile, read_lesson
from lessons.problems import CourseError, Problem, Report
from lessons.question_reader import Targets
from lessons.quiz_reader import QuizFile, read_quiz
from lessons.source_text import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CODE = re.compile(r"[A-Z]{2,8}-[0-9]{2}")
_MAX_JP = 100
_MAX_MINUTES = 10_000


@dataclass(frozen=True, slots=True)
class _Placed:
    """A quiz and the file that it came from."""

    quiz: Quiz
    path: Path


def read_course(folder: Path) -> Course:
    """Read a course.

    Raises:
        CourseError: Something is wrong; it lists all problems of all files at once.
    """
    problems: list[Problem] = []
    layout = read_layout(folder, Report(folder, problems))
    course = _read_header(layout.course, problems)
    lessons = [_lesson(course.code, paths, problems) for paths in layout.lessons]
    known = frozenset(f"{each.id}#{head.id}" for each in lessons for head in each.headings)
    practice = _practice(layout, lessons, known, problems)
    tests = dict(_tests(course.code, layout, Targets("", known), problems))
    _reject_doubles((*practice.values(), *tests.values()), problems)
    if problems:
        raise CourseError(problems)
    return replace(
        course,
        lessons=tuple(replace(each, quiz=_quiz_of(practice, each.id)) for each in lessons),
        pre_test=_quiz_of(tests, QuizKind.PRE_TEST),
        end_test=_quiz_of(tests, QuizKind.END_TEST),
    )


def _quiz_of(quizzes: dict[str, _Placed], key: str) -> Quiz | None:
    return quizzes[key].quiz if key in quizzes else None


def _read_header(path: Path, problems: list[Problem]) -> Course:
    report = Report(path, problems)
    document = split_document(read_lines(path, report) if path.exists() else (), report)
    if not document.fields:
        return _course(Fields({}, Report(path)), "", path)
    fields = Fields(document.fields, report)
    course = _course(fields, "\n".join(line.text for line in document.body).strip(), path)
    if course.code and not _CODE.fullmatch(course.code):
        report.add(
            fields.line("kode"), f"“kode: {course.code}” tidak dapat dipakai.", "Misalnya ASN-05."
        )
    fields.reject_unknown()
    return course


def _course(fields: Fields, description: str, path: Path) -> Course:
    return Course(
        code=fields.text("kode"),
        title=fields.text("judul"),
        version=fields.integer("versi", 1, 999_999),
        valid_on=fields.day("berlaku_per"),
        jp=fields.integer("jp", 1, _MAX_JP),
        minutes=fields.integer("menit", 1, _MAX_MINUTES),
        organiser=fields.text("penyelenggara"),
        goals=fields.texts("tujuan"),
        prerequisites=fields.texts("prasyarat"),
        sources=fields.texts("sumber"),
        description=description,
        lessons=(),
        pre_test=None,
        end_test=None,
        folder=path.parent,
    )


def _lesson(code: str, paths: LessonPaths, problems: list[Problem]) -> Lesson:
    lesson_id = f"{code.lower()}-{paths.number}"
    return read_lesson(LessonFile(lesson_id, paths.lesson), Report(paths.lesson, problems))


def _practice(
    layout: Layout, lessons: list[Lesson], known: frozenset[str], problems: list[Problem]
) -> dict[str, _Placed]:
    found: dict[str, _Placed] = {}
    for paths, lesson in zip(layout.lessons, lessons, strict=True):
        if paths.quiz:
            file = QuizFile(lesson.id, QuizKind.PRACTICE, lesson.title, paths.quiz)
            quiz = read_quiz(file, Targets(lesson.id, known), Report(paths.quiz, problems))
            found[lesson.id] = _Placed(quiz, paths.quiz)
    return found


def _tests(
    code: str, layout: Layout, targets: Targets, problems: list[Problem]
) -> Iterator[tuple[str, _Placed]]:
    for kind, path, title in (
        (QuizKind.PRE_TEST, layout.pre_test, "Tes awal"),
        (QuizKind.END_TEST, layout.end_test, "Tes akhir"),
    ):
        if path:
            file = QuizFile(f"{code.lower()}-{kind.value.removeprefix('tes-')}", kind, title, path)
            yield kind, _Placed(read_quiz(file, targets, Report(path, problems)), path)


def _reject_doubles(placed: Iterable[_Placed], problems: list[Problem]) -> None:
    first: dict[str, Path] = {}
    for each in placed:
        for question in each.quiz.questions:
            if question.head.id in first:
                Report(each.path, problems).add(
                    question.head.line,
                    f"Id “#{question.head.id}” sudah dipakai di {first[question.head.id].name}.",
                    "Setiap soal dalam satu pelatihan memerlukan id sendiri.",
                )
            first.setdefault(question.head.id, each.path)
