from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessons.course import Course


def test_finds_quizzes_and_lessons_by_id(mini: Course) -> None:
    assert [quiz.id for quiz in mini.quizzes()] == ["asn-99-01", "asn-99-02", "asn-99-akhir"]
    assert mini.quiz("asn-99-akhir") is mini.end_test
    assert mini.quiz("asn-99-awal") is None
    assert mini.lesson("asn-99-02") is mini.lessons[1]
    assert mini.lesson("asn-99-03") is None
