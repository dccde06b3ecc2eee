from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lessons.advice import advise, estimated_minutes

if TYPE_CHECKING:
    from lessons.course import Course


def test_a_sound_course_needs_no_advice(sound: Course) -> None:
    assert advise(sound) == ()


def test_minutes_far_from_what_there_is_to_do(sound: Course) -> None:
    first = replace(sound.lessons[0], minutes=30.0)
    (problem,) = advise(replace(sound, lessons=(first,)))
    assert problem.path == first.path
    assert "“menit: 30” jauh dari perkiraan 11 menit" in problem.message


def test_words_cases_practices_and_questions_take_time(sound: Course) -> None:
    lesson = replace(sound.lessons[0], body="kata " * 1300)
    assert estimated_minutes(lesson) == 10 + 7 + 3
    assert estimated_minutes(replace(lesson, quiz=None)) == 10 + 7
    boxes = "!!! contoh\n    a\n\n!!! contoh\n    b\n\n!!! latihan\n    c\n"
    assert estimated_minutes(replace(lesson, body=boxes, quiz=None)) == pytest.approx(19, abs=0.1)


def test_jp_without_the_minutes_for_them(sound: Course) -> None:
    (problem,) = advise(replace(sound, jp=2))
    assert "2 JP memerlukan 90 menit" in problem.message


def test_lessons_longer_than_the_course(sound: Course) -> None:
    (problem,) = advise(replace(sound, lessons=sound.lessons * 3))
    assert "Menit semua pelajaran berjumlah" in problem.message
