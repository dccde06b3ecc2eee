"""From a course folder to a :class:`~lessons.course.Course`, or to all that is wrong with it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lessons.course import Course, KeyPlace, Lesson, Quiz, QuizKind
from lessons.fields import Fields
from lessons.front_matter import read_document
from lessons.head_reader import Targets
from lessons.layout import Layout, LessonPaths, read_layout
from lessons.lesson_reader import LessonFile, read_lesson
from lessons.markdown_rules import check_markdown
from lessons.problems import CourseError, Problem, Report, suggest
from lessons.quiz_reader import QuizFile, read_quiz

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_CODE = re.compile(r"[A-Z]{2,8}-[0-9]{2}")
MOST_JP = 100
MOST_MINUTES = 10_000


def is_code(text: str) -> bool:
    """Whether this can be the code of a course, such as ``ASN-05``."""
    return bool(_CODE.fullmatch(text))


def read_course(folder: Path) -> Course:
    """Read a course.

    Raises:
        CourseError: Something is wrong; it lists all problems of all files at once. Only the
            quizzes wait until the course has a code, since all their ids begin with it.
    """
    problems: list[Problem] = []
    layout = read_layout(folder, Report(folder, problems))
    course = _read_header(layout.course, problems) if layout.course else None
    code = course.code if course else ""
    lessons = {each.id: each for each in _lessons(code, layout, problems)}
    quizzes = _quizzes(_quiz_files(code, layout, lessons), problems) if code else {}
    if problems or course is None:
        raise CourseError(problems)
    return replace(
        course,
        lessons=tuple(replace(each, quiz=quizzes.get(each.id)) for each in lessons.values()),
        pre_test=quizzes.get(test_id(code, QuizKind.PRE_TEST)),
        end_test=quizzes.get(test_id(code, QuizKind.END_TEST)),
    )


def _read_header(path: Path, problems: list[Problem]) -> Course | None:
    report = Report(path, problems)
    document = read_document(path, report)
    if document is None:
        return None
    check_markdown(document.body, frozenset(), report)
    fields = Fields(document.fields, report)
    course = _course(fields, "\n".join(line.text for line in document.body).strip(), path)
    fields.reject_unknown()
    if course.code and not is_code(course.code):
        hint = "Tulis huruf besar, tanda hubung, dan dua angka, misalnya ASN-05."
        fields.refuse("kode", f"“kode: {course.code}” tidak dapat dipakai.", hint)
        return None
    return course


def _course(fields: Fields, description: str, path: Path) -> Course:
    return Course(
        code=fields.text("kode"),
        title=fields.text("judul"),
        version=fields.integer("versi", 1, 999_999),
        valid_on=fields.day("berlaku_per"),
        jp=fields.integer("jp", 1, MOST_JP),
        minutes=fields.integer("menit", 1, MOST_MINUTES),
        organiser=fields.text("penyelenggara"),
        goals=fields.texts("tujuan"),
        prerequisites=fields.texts("prasyarat"),
        sources=fields.texts("sumber"),
        description=description,
        lessons=(),
        pre_test=None,
        end_test=None,
        folder=path.parent,
        changes=fields.pairs("perubahan"),
        keys=_keys(fields),
    )


def _keys(fields: Fields) -> KeyPlace:
    word = fields.text("kunci") if fields.has("kunci") else KeyPlace.PACKAGE.value
    words = [place.value for place in KeyPlace]
    if word in words:
        return KeyPlace(word)
    if word:
        fields.refuse("kunci", f"“kunci: {word}” tidak dikenal.", suggest(word, words))
    return KeyPlace.PACKAGE


def _lessons(code: str, layout: Layout, problems: list[Problem]) -> Iterator[Lesson]:
    for paths in layout.lessons:
        file = LessonFile(_lesson_id(code, paths), paths.lesson)
        lesson = read_lesson(file, Report(paths.lesson, problems))
        if lesson:
            yield lesson


def _quiz_files(
    code: str, layout: Layout, lessons: Mapping[str, Lesson]
) -> Iterator[tuple[QuizFile, Targets]]:
    known = frozenset(f"{each.id}#{head.id}" for each in lessons.values() for head in each.headings)
    unread = frozenset(_lesson_id(code, paths) for paths in layout.lessons) - lessons.keys()
    for paths in layout.lessons:
        lesson_id = _lesson_id(code, paths)
        title = lessons[lesson_id].title if lesson_id in lessons else ""
        if paths.quiz:
            file = QuizFile(lesson_id, QuizKind.PRACTICE, title, paths.quiz)
            yield file, Targets(lesson_id, known, unread)
    for kind, title, path in (
        (QuizKind.PRE_TEST, "Tes awal", layout.pre_test),
        (QuizKind.END_TEST, "Tes akhir", layout.end_test),
    ):
        if path:
            yield QuizFile(test_id(code, kind), kind, title, path), Targets("", known, unread)


def _lesson_id(code: str, paths: LessonPaths) -> str:
    return f"{code.lower()}-{paths.number}"


def test_id(code: str, kind: QuizKind) -> str:
    """The forever id of a course's pre-test or end test, such as ``asn-05-akhir``."""
    return f"{code.lower()}-{kind.value.removeprefix('tes-')}"


def _quizzes(files: Iterable[tuple[QuizFile, Targets]], problems: list[Problem]) -> dict[str, Quiz]:
    quizzes: dict[str, Quiz] = {}
    used: dict[str, str] = {}
    for file, targets in files:
        report = Report(file.path, problems)
        quiz = read_quiz(file, targets, report)
        if quiz:
            quizzes[file.id] = quiz
            _reject_doubles(quiz, used, report)
    return quizzes


def _reject_doubles(quiz: Quiz, used: dict[str, str], report: Report) -> None:
    """``used`` maps the question ids so far to the names of their files."""
    for question in quiz.questions:
        if question.head.id in used:
            report.add(
                question.head.line,
                f"Id “#{question.head.id}” sudah dipakai di {used[question.head.id]}.",
                "Setiap soal dalam satu pelatihan memerlukan id sendiri.",
            )
        used.setdefault(question.head.id, report.path.name)
