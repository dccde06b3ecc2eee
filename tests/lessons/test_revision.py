from __future__ import annotations

from dataclasses import replace

import pytest

from lessons.course import Course, QuizKind
from lessons.questions.multiple_choice import MultipleChoice, Scoring
from lessons.questions.single_choice import SingleChoice
from lessons.revision import revision_of
from tests.lessons.building import head, options

SINGLE = SingleChoice(head("satu"), options("a"))
MULTIPLE = MultipleChoice(head("dua"), options("ab"), Scoring.PER_OPTION)
KIND = QuizKind.PRACTICE
BASE = revision_of(KIND, 70, 2, (True, True), (SINGLE, MULTIPLE))


def test_is_the_same_for_ever(mini: Course) -> None:
    assert BASE == "95c24ca1de9a71b3"
    assert [quiz.revision for quiz in mini.quizzes()] == [
        "185c882b713e5d36",
        "3a30020e70141e7f",
        "1cdc5a65a3f50d12",
    ]


@pytest.mark.parametrize(
    "other",
    [
        revision_of(QuizKind.END_TEST, 70, 2, (True, True), (SINGLE, MULTIPLE)),
        revision_of(KIND, 71, 2, (True, True), (SINGLE, MULTIPLE)),
        revision_of(KIND, 70, 1, (True, True), (SINGLE, MULTIPLE)),
        revision_of(KIND, 70, 2, (False, True), (SINGLE, MULTIPLE)),
        revision_of(KIND, 70, 2, (True, False), (SINGLE, MULTIPLE)),
        revision_of(KIND, 70, 2, (True, True), (SINGLE,)),
        revision_of(KIND, 70, 2, (True, True), (replace(SINGLE, head=head("x")), MULTIPLE)),
        revision_of(KIND, 70, 2, (True, True), (replace(SINGLE, options=options("b")), MULTIPLE)),
        revision_of(
            KIND, 70, 2, (True, True), (replace(SINGLE, options=options("a", "abc")), MULTIPLE)
        ),
        revision_of(KIND, 70, 2, (True, True), (SINGLE, replace(MULTIPLE, scoring=Scoring.ALL))),
    ],
)
def test_everything_that_decides_a_grade_changes_it(other: str) -> None:
    assert other != BASE


def test_wording_feedback_and_order_do_not_change_it() -> None:
    worded = replace(
        SINGLE,
        head=replace(SINGLE.head, title="Lain", text="Lain?", explanation="Sebab.", line=99),
        options=tuple(
            replace(option, text="Lain", feedback="Lain") for option in reversed(SINGLE.options)
        ),
    )
    assert revision_of(KIND, 70, 2, (True, True), (MULTIPLE, worded)) == BASE
