"""Whether the minutes and JP that are written fit what there is to read and to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.jp import MINUTES_PER_JP
from lessons.layout import COURSE_FILE
from lessons.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessons.course import Course, Lesson

# How long reading and doing take people with little schooling, in minutes: 120-150 words a
# minute, 6-8 for a worked case, 4-5 for a practice, 4-5 for a quiz of five.
_WORDS_A_MINUTE = 130
_MINUTES_A_CASE = 7
_MINUTES_A_PRACTICE = 5
_MINUTES_A_QUESTION = 1
_FAR_OFF = 0.4
_CASE = re.compile(r"^!!! *contoh", re.MULTILINE)
_PRACTICE = re.compile(r"^!!! *latihan", re.MULTILINE)


def estimated_minutes(lesson: Lesson) -> float:
    """Learning time by what there is: words, cases (at least one), practices, drawn questions."""
    return (
        len(lesson.body.split()) / _WORDS_A_MINUTE
        + _MINUTES_A_CASE * max(1, len(_CASE.findall(lesson.body)))
        + _MINUTES_A_PRACTICE * len(_PRACTICE.findall(lesson.body))
        + _MINUTES_A_QUESTION * (lesson.quiz.draw_count if lesson.quiz else 0)
    )


def on_minutes(course: Course) -> Iterator[Problem]:
    """Minutes against JP, against the sum of the lessons, and against what the lessons hold."""
    yield from _on_course(course)
    for lesson in course.lessons:
        yield from _on_lesson(lesson)


def _on_course(course: Course) -> Iterator[Problem]:
    path = course.folder / COURSE_FILE
    needed = course.jp * MINUTES_PER_JP
    if course.minutes < needed:
        message = f"{course.jp} JP memerlukan {needed} menit, tetapi “menit: {course.minutes}”."
        yield Problem(path, 1, 0, message, "Tambah isi pelatihan, atau kurangi JP.")
    total = sum(lesson.minutes for lesson in course.lessons)
    if total > course.minutes:
        message = f"Menit semua pelajaran berjumlah {total:g}, tetapi “menit: {course.minutes}”."
        yield Problem(path, 1, 0, message, f"Tulis “menit: {total:g}” atau lebih.")


def _on_lesson(lesson: Lesson) -> Iterator[Problem]:
    estimate = estimated_minutes(lesson)
    if abs(lesson.minutes - estimate) > _FAR_OFF * lesson.minutes:
        yield Problem(
            lesson.path,
            1,
            0,
            f"“menit: {lesson.minutes:g}” jauh dari perkiraan {estimate:.0f} menit"
            f" ({len(lesson.body.split())} kata, contoh, latihan, dan kuis).",
            "Periksa panjang pelajaran atau menitnya.",
        )
