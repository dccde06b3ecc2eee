"""What must hold for every question type."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.drawing import option_order
from lessons.questions.matching import Matching
from lessons.questions.multiple_choice import MultipleChoice
from lessons.questions.number import Number
from lessons.questions.ordering import Ordering
from lessons.questions.registry import TYPES, asks_again
from lessons.questions.single_choice import SingleChoice
from lessons.records import RawAnswer, to_json
from tests.lessons.building import KINDS, LETTERS, SEEDS, questions

if TYPE_CHECKING:
    from lessons.questions.base import Form, Order, Question

EMPTY = cast("list[RawAnswer]", [None, "", [], {}])
WORDS = st.one_of(
    st.sampled_from([*LETTERS, "benar", "salah", "1", "2", "-3,5", "1.5"]), st.text(max_size=5)
)
PLAIN: st.SearchStrategy[object] = st.one_of(
    st.none(), WORDS, st.lists(WORDS), st.dictionaries(WORDS, WORDS)
)
SHAPES: st.SearchStrategy[object] = st.recursive(
    st.one_of(PLAIN, st.integers(), st.booleans(), st.floats()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(WORDS, inner, max_size=4)),
    max_leaves=8,
)


def as_written(question: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    return ids


@st.composite
def answered(draw: st.DrawFn) -> tuple[Question, RawAnswer]:
    """Any question, and an answer of any shape, most made of what its form offers."""
    question = draw(questions())
    answer = draw(st.one_of(_answers(question.form(as_written)), SHAPES))
    return question, cast("RawAnswer", answer)


def _answers(form: Form) -> st.SearchStrategy[object]:
    """Answers made of the ids of a form."""
    ids = [choice.id for choice in form.choices]
    offered = st.sampled_from(ids) if ids else WORDS
    by_place = {
        place.id: st.sampled_from([choice.id for choice in place.choices])
        if place.choices
        else offered
        for place in form.places
    }
    by_part = {part.question: _answers(part) for part in form.parts}
    by_name = st.fixed_dictionaries({}, optional={**by_place, **by_part})
    lists = st.one_of(st.lists(offered), st.permutations(ids))
    return by_name if by_place or by_part else st.one_of(offered, lists)


def test_there_is_a_strategy_for_every_kind() -> None:
    assert set(KINDS) == {kind.kind for kind in TYPES}


@given(questions())
def test_the_full_key_scores_one(question: Question) -> None:
    assert question.grade(question.full_key()).score == 1
    assert asks_again(question.form(as_written), question.full_key()) == ""


@pytest.mark.parametrize("empty", EMPTY, ids=repr)
@given(question=questions())
def test_no_answer_scores_zero(question: Question, empty: RawAnswer) -> None:
    assert question.grade(empty).score == 0
    assert question.feedback(empty) == ()
    assert asks_again(question.form(as_written), empty) == ""


@given(answered())
def test_every_answer_scores_from_zero_to_one(given: tuple[Question, RawAnswer]) -> None:
    question, answer = given
    score = question.grade(answer).score
    assert isinstance(score, Fraction)
    assert 0 <= score <= 1
    assert all(question.feedback(answer))
    assert isinstance(asks_again(question.form(as_written), answer), str)


@given(answered())
def test_the_order_of_the_lines_changes_no_score(given: tuple[Question, RawAnswer]) -> None:
    question, answer = given
    assert _turned(question).grade(answer) == question.grade(answer)
    assert to_json(_turned(question).graded_content()) == to_json(question.graded_content())


def _turned(question: Question) -> Question:
    if isinstance(question, SingleChoice | MultipleChoice):
        return replace(question, options=question.options[::-1])
    if isinstance(question, Matching):
        distractors = question.distractors[::-1]
        return replace(question, pairs=question.pairs[::-1], distractors=distractors)
    return question


@given(questions(), SEEDS)
def test_every_order_shows_the_same(question: Question, seed: int) -> None:
    assert _shown(question.form(option_order(seed))) == _shown(question.form(as_written))


def _shown(form: Form) -> object:
    """What a form shows, whatever the order."""
    return (
        replace(form, choices=(), places=(), parts=()),
        sorted(form.choices, key=str),
        sorted(str((each.id, each.text, sorted(map(str, each.choices)))) for each in form.places),
        [_shown(part) for part in form.parts],
    )


@given(questions(), SEEDS)
def test_the_form_tells_no_key(question: Question, seed: int) -> None:
    orders: list[Order] = [option_order(seed), as_written]
    for order in orders:
        form = question.form(order)
        shown = to_json(form)
        for secret in (
            *_typed_keys(question),
            b"Umpan",
            b"Sebab",
            b"Rahasia",
            b"right",
            b"value",
            b"statement",
        ):
            assert secret not in shown
        for part in (form, *form.parts):
            _assert_mixed(part, _part(question, part))


def _typed_keys(question: Question) -> list[bytes]:
    """What must be typed and so must not be shown."""
    if isinstance(question, Number):
        return [question.full_key().encode()]
    return [key for part in getattr(question, "parts", ()) for key in _typed_keys(part)]


def _part(question: Question, form: Form) -> Question:
    parts: dict[str, Question] = {each.head.id: each for each in getattr(question, "parts", ())}
    return parts.get(form.question, question)


def _assert_mixed(form: Form, question: Question) -> None:
    """Where letters or the order of lines are the key, neither is shown."""
    ids = [choice.id for choice in form.choices]
    texts = [choice.text for choice in form.choices]
    if isinstance(question, Ordering):
        assert texts != [item.text for item in question.items]
        assert not set(ids) & set(LETTERS)
    if isinstance(question, Matching):
        rights = [pair.right for pair in question.pairs]
        rights += [distractor.right for distractor in question.distractors]
        assert texts != list(dict.fromkeys(rights))
        assert [place.text for place in form.places] != [pair.left for pair in question.pairs]
        assert not set(ids) & set(LETTERS)


@given(questions())
def test_graded_content_holds_no_wording(question: Question) -> None:
    content = to_json(question.graded_content())
    for word in (b"Umpan", b"Sebab", b"Kiri", b"Kanan", b"Butir", b"Teks"):
        assert word not in content


@given(questions())
def test_each_kind_is_in_the_registry(question: Question) -> None:
    assert question.kind in [kind.kind for kind in TYPES]
    assert question.form(as_written).kind == question.kind
