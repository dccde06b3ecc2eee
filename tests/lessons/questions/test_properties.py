"""What must hold for every question type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from lessons.drawing import option_order
from lessons.questions.registry import TYPES
from lessons.records import RawAnswer, to_json
from tests.lessons.building import LETTERS, SEEDS, questions

if TYPE_CHECKING:
    from lessons.questions.base import Question

WORDS = st.one_of(st.sampled_from([*LETTERS, "benar", "salah"]), st.text(max_size=5))
ANSWERS: st.SearchStrategy[RawAnswer] = st.one_of(
    st.none(), WORDS, st.lists(WORDS), st.dictionaries(WORDS, WORDS)
)


@given(questions())
def test_the_full_key_scores_one(question: Question) -> None:
    assert question.grade(question.full_key()).score == 1


@given(questions())
def test_no_answer_scores_zero(question: Question) -> None:
    assert question.grade(None).score == 0


@given(questions(), ANSWERS)
def test_every_answer_scores_from_zero_to_one(question: Question, answer: RawAnswer) -> None:
    assert 0 <= question.grade(answer).score <= 1
    assert all(question.feedback(answer))


@given(questions(), SEEDS)
def test_every_order_shows_the_same_options(question: Question, seed: int) -> None:
    plain = question.form(lambda _, ids: ids)
    shuffled = question.form(option_order(seed))
    assert sorted(shuffled.choices, key=str) == sorted(plain.choices, key=str)


@given(questions())
def test_graded_content_is_plain_json_that_holds_no_wording(question: Question) -> None:
    content = to_json(question.graded_content())
    assert b"Pilihan" not in content
    assert b"Umpan" not in content


@given(questions())
def test_each_kind_is_in_the_registry(question: Question) -> None:
    assert question.kind in [kind.kind for kind in TYPES]
    assert question.form(lambda _, ids: ids).kind == question.kind
