"""What a sound course could still do better: warnings, never a reason to leave it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.jp import MINUTES_PER_JP
from lessons.layout import COURSE_FILE, END_TEST_FILE
from lessons.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessons.course import Course, Lesson, Quiz

# How long reading and doing take people with little schooling, in minutes: 120-150 words a
# minute, 6-8 for a worked case, 4-5 for a practice, 4-5 for a quiz of five.
_WORDS_A_MINUTE = 130
_MINUTES_A_CASE = 7
_MINUTES_A_PRACTICE = 5
_MINUTES_A_QUESTION = 1
_FAR_OFF = 0.4
_CASE = re.compile(r"^!!! *contoh", re.MULTILINE)
_PRACTICE = re.compile(r"^!!! *latihan", re.MULTILINE)
_POOL_PER_DRAWN = 3


def advise(course: Course) -> tuple[Problem, ...]:
    """Everything a trainer should think over once more."""
    return (
        *_on_course(course),
        *(problem for lesson in course.lessons for problem in _on_lesson(lesson)),
        *_on_end_test(course, course.end_test),
    )


def estimated_minutes(lesson: Lesson) -> float:
    """Learning time by what there is: words, cases (at least one), practices, drawn questions."""
    return (
        len(lesson.body.split()) / _WORDS_A_MINUTE
        + _MINUTES_A_CASE * max(1, len(_CASE.findall(lesson.body)))
        + _MINUTES_A_PRACTICE * len(_PRACTICE.findall(lesson.body))
        + _MINUTES_A_QUESTION * (lesson.quiz.draw_count if lesson.quiz else 0)
    )


def _on_course(course: Course) -> Iterator[Problem]:
    path = course.folder / COURSE_FILE
    if course.minutes < course.jp * MINUTES_PER_JP:
        needed = course.jp * MINUTES_PER_JP
        yield Problem(
            path,
            1,
            0,
            f"{course.jp} JP memerlukan {needed} menit, tetapi “menit: {course.minutes}”.",
            "Tambah isi pelatihan, atau kurangi JP.",
        )
    total = sum(lesson.minutes for lesson in course.lessons)
    if total > course.minutes:
        yield Problem(
            path,
            1,
            0,
            f"Menit semua pelajaran berjumlah {total:g}, tetapi “menit: {course.minutes}”.",
            f"Tulis “menit: {total:g}” atau lebih.",
        )


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


def _on_end_test(course: Course, test: Quiz | None) -> Iterator[Problem]:
    if test is None:
        hint = f"Buat “{END_TEST_FILE}”; tanpa itu tidak ada yang memperoleh JP."
        yield Problem(course.folder, 0, 0, "Pelatihan ini belum mempunyai tes akhir.", hint)
        return
    needed = _POOL_PER_DRAWN * test.draw_count
    if len(test.questions) < needed:
        yield Problem(
            course.folder / END_TEST_FILE,
            1,
            0,
            f"Tes akhir mengambil {test.draw_count} dari {len(test.questions)} soal.",
            f"Sediakan sedikitnya {needed} soal agar tes tidak mudah dihafal.",
        )
