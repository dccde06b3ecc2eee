"""``stats``: words, minutes, pools and question types of courses.

Exit codes: 0 done, 1 a course can't be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.catalogue import bundled_root, course_folders
from lessons.commands.base import Command, add_folders, complain, require_folders, say
from lessons.figures import CourseFigures, LessonFigures, QuizFigures, Reading, figures_of
from lessons.problems import CourseError
from lessons.reader import read_course
from lessons.records import to_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator


def _add_arguments(parser: ArgumentParser) -> None:
    add_folders(parser)
    parser.add_argument("--json", action="store_true", help="keluaran sebagai satu objek JSON")


def _run(options: Namespace) -> int:
    require_folders(options.folders)
    folders = options.folders or course_folders(bundled_root())
    try:
        found = [figures_of(read_course(folder)) for folder in folders]
    except CourseError as error:
        return complain(f"{error.message}\nPerbaiki dahulu kesalahan di atas.")
    if options.json:
        say(to_json({"courses": found}).decode() + "\n")
    else:
        say("\n".join(line for course in found for line in _lines(course)) + "\n")
    return 0


def _lines(course: CourseFigures) -> Iterator[str]:
    yield f"{course.code} {course.title} (versi {course.version})"
    yield f"  {course.jp} JP, {course.minutes} menit; {_reading(course.reading)}"
    yield from (f"  {_lesson(lesson)}" for lesson in course.lessons)
    yield from (f"  {_quiz(quiz)}" for quiz in course.quizzes)


def _lesson(lesson: LessonFigures) -> str:
    minutes = f"{lesson.minutes:g} menit (perkiraan {lesson.estimate:.0f})"
    return f"{lesson.id} {lesson.title}: {minutes}; {_reading(lesson.reading)}"


def _quiz(quiz: QuizFigures) -> str:
    draw = f"{quiz.draw} dari {quiz.pool} soal"
    return f"kuis {quiz.id} ({quiz.kind}): {draw}; {_counts(quiz.types)}; {_counts(quiz.levels)}"


def _reading(reading: Reading) -> str:
    lix = f"{reading.lix:.1f}".replace(".", ",")
    return (
        f"{reading.words} kata, {reading.sentences} kalimat,"
        f" median {reading.median:g} dan terpanjang {reading.longest} kata, LIX {lix}"
    )


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))


COMMAND = Command("stats", "menghitung kata, menit, soal, dan jenisnya", _add_arguments, _run)
