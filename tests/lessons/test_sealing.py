from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from lessons.compiled import decode_course, encode_course
from lessons.drawing import draw, drawn_ids, option_order
from lessons.grading import grade_attempt
from lessons.questions.base import Choice, Form, Head, Level
from lessons.questions.gaps import Gap
from lessons.questions.hiding import hidden_id
from lessons.questions.matching import Distractor, Matching, Pair
from lessons.questions.number import Range
from lessons.questions.ordering import Item, Ordering
from lessons.questions.sealed import Sealed, seal
from lessons.questions.short_text import Accepted
from lessons.reader import read_course
from lessons.records import to_json
from lessons.sealing import is_sealed, salted_quiz, seal_quiz
from tests.lessons.building import MINI, SEEDS, head, questions, quiz_of, quizzes

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.course import Quiz
    from lessons.questions.base import Question
    from lessons.questions.multiple_choice import MultipleChoice
    from lessons.questions.single_choice import SingleChoice

SALT = "0123456789abcdef"
SECRET = "Rahasia-pembahasan"
ORDERING = Ordering(
    Head("urut", "Urutan", "Urutkan.", "", Level.EASY, SECRET, 1),
    tuple(Item(letter, f"Langkah {letter}") for letter in "abcdef"),
)


def contents(form: Form) -> tuple[object, ...]:
    """What a form shows, in whichever order."""

    def plain(choices: tuple[Choice, ...]) -> frozenset[Choice]:
        return frozenset(choices)

    places = frozenset((place.id, place.text, plain(place.choices)) for place in form.places)
    parts = tuple(contents(part) for part in form.parts)
    shared = form.question, form.kind, form.title, form.text, form.unit
    return (*shared, plain(form.choices), places, parts)


@given(quizzes(), SEEDS)
def test_a_sealed_quiz_draws_and_shows_the_same(quiz: Quiz, seed: int) -> None:
    sealed, whole = seal_quiz(quiz, SALT), salted_quiz(quiz, SALT)
    assert is_sealed(sealed)
    assert not is_sealed(whole)
    shown = draw(sealed, seed)
    assert [form.question for form in shown] == list(drawn_ids(whole, seed))
    assert list(map(contents, shown)) == list(map(contents, draw(whole, seed)))


@given(quizzes(), SEEDS)
def test_the_server_grades_what_was_answered_to_it(quiz: Quiz, seed: int) -> None:
    whole = salted_quiz(quiz, SALT)
    answers = [(each.head.id, each.full_key()) for each in whole.questions]
    graded = grade_attempt(whole, seed, answers)
    assert graded
    assert graded.score == 100
    assert seal_quiz(quiz, SALT).revision == whole.revision != quiz.revision


@given(quizzes())
def test_nothing_is_graded_or_told_without_the_key(quiz: Quiz) -> None:
    for question, written in zip(seal_quiz(quiz, SALT).questions, quiz.questions, strict=True):
        key = written.full_key()
        assert question.grade(key).score == 0
        assert question.full_key() is None
        assert question.feedback(key) == ()
        assert question.answer_lines() == ()
        assert question.attributes() == {}
        assert question.graded_content() == {"kind": "sealed"}
        assert question.head.explanation == ""


@given(quizzes())
def test_a_sealed_quiz_comes_back_from_its_compiled_form(quiz: Quiz) -> None:
    course = replace(read_course(MINI), end_test=seal_quiz(quiz, SALT))
    data = encode_course(course)
    assert decode_course(data, MINI) == course
    assert SALT.encode() not in data


def with_another_key(question: Question) -> Question:
    """The same question to look at, with another key and nothing explained."""
    mute = replace(question.head, explanation="Lain.")
    changes = OTHER_KEYS.get(question.kind, lambda _: {})(question)
    made: Question = replace(question, head=mute, **changes)  # type: ignore[type-var]
    return made


def with_options_turned(question: SingleChoice | MultipleChoice) -> dict[str, object]:
    turned = (replace(e, right=not e.right, value=None, feedback="") for e in question.options)
    return {"options": tuple(turned)}


def with_another_word(gap: Gap) -> Gap:
    if not gap.wrong:
        return Gap(gap.id, ("Lain",))
    return Gap(gap.id, gap.wrong[:1], (*gap.wrong[1:], *gap.accepted))


OTHER_KEYS: dict[str, Callable[[Any], dict[str, object]]] = {
    "single-choice": with_options_turned,
    "multiple-choice": with_options_turned,
    "true-false": lambda each: {"statement": not each.statement, "feedback_true": "Lain."},
    "ordering": lambda each: {"items": each.items[::-1]},
    "number": lambda _: {"accepted": (Range(Fraction(7), Fraction(8)),)},
    "short-text": lambda _: {"accepted": (Accepted(("Lain",)),)},
    "gaps": lambda each: {"gaps": tuple(map(with_another_word, each.gaps))},
    "case": lambda each: {"parts": tuple(map(with_another_key, each.parts))},
}


@given(questions())
def test_nothing_sealed_depends_on_the_key(question: Question) -> None:
    """What is the same whatever the key tells none; of pairs the salt hides which belong."""
    assert to_json(seal(question)) == to_json(seal(with_another_key(question)))


PAIRS = (Pair("a", "Suap", "Pemberian"), Pair("b", "Gratifikasi", "Hadiah"))


def test_which_sides_belong_together_cannot_be_worked_out() -> None:
    question = Matching(head("pasang"), PAIRS, (Distractor("c", "Pinjaman"),))
    (sealed,) = seal_quiz(quiz_of(question), SALT).questions
    assert isinstance(sealed, Sealed)
    shown = {choice.id for choice in sealed.shown.choices}
    assert shown.isdisjoint(hidden_id("pasang", letter) for letter in "abc")
    assert [choice.id for choice in sealed.shown.choices] == sorted(shown)


def test_hidden_ids_cannot_be_worked_out() -> None:
    (sealed,) = seal_quiz(quiz_of(ORDERING), SALT).questions
    assert isinstance(sealed, Sealed)
    shown = to_json(sealed.shown)
    assert not any(hidden_id("urut", letter).encode() in shown for letter in "abcdef")
    assert SECRET.encode() not in to_json(sealed)


@given(st.text("0123456789abcdef", min_size=8, max_size=8))
def test_what_is_kept_has_no_order_of_the_author(salt: str) -> None:
    (sealed,) = seal_quiz(quiz_of(ORDERING), salt).questions
    assert isinstance(sealed, Sealed)
    ids = [choice.id for choice in sealed.shown.choices]
    assert ids == sorted(ids)


def test_it_is_mixed_by_the_seed() -> None:
    (sealed,) = seal_quiz(quiz_of(ORDERING), SALT).questions
    orders = {
        tuple(choice.id for choice in sealed.form(option_order(seed)).choices) for seed in range(9)
    }
    assert len(orders) > 5
