"""How much there is: eight courses, 36 lessons, twenty JP."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons.advice import advise
from lessons.course import Course, QuizKind
from lessons.indexes.laws import laws_page, mentions_of
from lessons.indexes.terms import terms_of, terms_page
from lessons.jp import MINIMUM_JP_PNS, MINUTES_PER_JP
from tests.lessons.courses.curriculum import courses

DOCS = Path(__file__).parents[3] / "docs"
LEAST_WORDS, MOST_WORDS = 900, 1300
LEAST_PRACTICE, LEAST_END_TEST, PRE_TEST = 15, 30, 10


def test_the_whole_is_what_the_law_asks_of_a_year() -> None:
    assert [course.code for course in courses()] == [f"ASN-{number:02}" for number in range(1, 9)]
    assert sum(len(course.lessons) for course in courses()) == 36
    assert sum(course.jp for course in courses()) == MINIMUM_JP_PNS
    assert sum(course.minutes for course in courses()) == MINIMUM_JP_PNS * MINUTES_PER_JP


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_lessons_fill_the_minutes_of_their_course(course: Course) -> None:
    assert sum(lesson.minutes for lesson in course.lessons) == course.minutes


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_check_has_nothing_to_say(course: Course) -> None:
    assert [str(problem) for problem in advise(course)] == []


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_each_lesson_can_be_read_in_its_time(course: Course) -> None:
    for lesson in course.lessons:
        assert LEAST_WORDS <= len(lesson.body.split()) <= MOST_WORDS, lesson.path
        for box in ("!!! contoh", "!!! latihan", "!!! ringkasan"):
            assert box in lesson.body, f"{lesson.path}: {box}"
        assert lesson.goals
        assert lesson.glossary
        assert lesson.sources


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_pools_are_large_enough_to_be_drawn_from(course: Course) -> None:
    for lesson in course.lessons:
        assert lesson.quiz
        assert len(lesson.quiz.questions) >= LEAST_PRACTICE, lesson.quiz.id
        assert lesson.quiz.draw_count == 5
    assert course.end_test
    assert course.pre_test
    assert len(course.end_test.questions) >= LEAST_END_TEST
    assert (course.end_test.draw_count, course.end_test.pass_mark) == (10, 70)
    assert len(course.pre_test.questions) == course.pre_test.draw_count == PRE_TEST


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_the_end_test_asks_in_many_ways_and_of_every_lesson(course: Course) -> None:
    assert course.end_test
    assert len({question.kind for question in course.end_test.questions}) >= 5
    tested = {question.head.tests.partition("#")[0] for question in course.end_test.questions}
    assert tested == {lesson.id for lesson in course.lessons}
    assert course.end_test.kind is QuizKind.END_TEST


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_levels_are_spread(course: Course) -> None:
    for quiz in course.quizzes():
        assert len({question.head.level for question in quiz.questions}) >= 2, quiz.id


@pytest.mark.parametrize("course", courses(), ids=lambda course: course.code)
def test_each_course_has_a_workshop_of_two_pages(course: Course) -> None:
    text = (course.folder / "diskusi.md").read_text(encoding="utf-8")
    assert 200 <= len(text.split()) <= 750


def test_each_term_has_one_definition_in_the_whole_curriculum() -> None:
    several = [term for term in terms_of(courses()) if len(term.definitions) > 1]
    assert several == []


def test_the_pages_of_terms_and_laws_are_those_of_the_lessons() -> None:
    assert (DOCS / "istilah.md").read_text(encoding="utf-8") == terms_page(terms_of(courses()))
    laws = (DOCS / "indeks-hukum.md").read_text(encoding="utf-8")
    assert laws == laws_page(mentions_of(courses()))
