from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, cast

import pytest

from lessons.drawing import option_order
from lessons.questions.base import Choice, Place
from lessons.questions.hiding import hidden_id
from lessons.questions.matching import Distractor, Matching, Pair
from tests.lessons.building import head
from tests.lessons.questions.parsing import FIRST_ANSWER, parse, problem_of, problems_of

if TYPE_CHECKING:
    from lessons.records import RawAnswer

A, B, C, D = (hidden_id("q", letter) for letter in "abcd")
QUESTION = Matching(
    head(),
    (Pair("a", "Suap", "Berbuat"), Pair("b", "Uang", "Diskon"), Pair("c", "Tiket", "Diskon")),
    (Distractor("d", "Gaji"),),
)


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        ({"a": A, "b": B, "c": B}, 1),
        ({"a": A, "b": B}, Fraction(2, 3)),
        ({"a": A, "b": A, "c": A}, Fraction(1, 3)),
        ({"a": B, "b": D, "c": D}, 0),
        ({"a": A, "z": B}, Fraction(1, 3)),
        ({"a": "a", "b": "b", "c": "c"}, 0),
        ({"c": C}, 0),
        ({}, 0),
        (None, 0),
        ("", 0),
        ([A, B, B], 0),
        (cast("RawAnswer", {"a": [A], "b": None, "c": {"c": B}}), 0),
    ],
)
def test_each_pair_counts_the_same(answer: RawAnswer, score: Fraction) -> None:
    assert QUESTION.grade(answer).score == score


def test_equal_right_sides_are_one_choice() -> None:
    form = QUESTION.form(option_order(1))
    assert sorted(form.choices, key=str) == sorted(
        [Choice(A, "Berbuat"), Choice(B, "Diskon"), Choice(D, "Gaji")], key=str
    )
    assert sorted(form.places, key=str) == sorted(
        [Place("a", "Suap"), Place("b", "Uang"), Place("c", "Tiket")], key=str
    )


@pytest.mark.parametrize("seed", range(50))
def test_neither_side_is_ever_in_the_order_of_the_author(seed: int) -> None:
    form = QUESTION.form(option_order(seed))
    assert [place.id for place in form.places] != ["a", "b", "c"]
    assert [choice.id for choice in form.choices] != [A, B, D]


def test_graded_content_tells_what_belongs_together() -> None:
    assert QUESTION.graded_content() == {
        "kind": "matching",
        "pairs": {"a": "a", "b": "b", "c": "b"},
        "distractors": ["d"],
    }


def test_reads_pairs_and_distractors_in_any_order_and_over_several_lines() -> None:
    question = parse(
        "- d) => Gaji\n* a) Suap  =>  Berbuat\n    sesuatu\n\n- b) Uang=>Diskon\n"
        "- c) Panah =\\> ini => Diskon\n\nPembahasan: Begitu."
    )
    assert isinstance(question, Matching)
    assert question.pairs == (
        Pair("a", "Suap", "Berbuat sesuatu"),
        Pair("b", "Uang", "Diskon"),
        Pair("c", "Panah =\\> ini", "Diskon"),
    )
    assert question.distractors == (Distractor("d", "Gaji"),)
    assert question.answer_lines() == (
        "- a) Suap => Berbuat sesuatu",
        "- b) Uang => Diskon",
        "- c) Panah =\\> ini => Diskon",
        "- d) => Gaji",
    )


GOOD = "- a) Suap => Berbuat\n- b) Uang => Diskon\n"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("- c) Tiket", "0 tanda “=>”", "- a) Kiri => Kanan"),
        ("- c) Tiket =>", "sisi kanannya kosong", "- a) Kiri => Kanan"),
        ("- c) Tiket => Pesawat => Hotel", "2 tanda “=>”", "“=\\>”"),
        ("- Tiket => Hotel", "tidak berhuruf", "a sampai z"),
        ("- C) Tiket => Hotel", "tidak berhuruf", "a sampai z"),
        ("- b) Tiket => Hotel", "“b” dipakai dua kali", "huruf sendiri"),
        ("- c) # Tiket => Hotel", "tampak sebagai judul", "sisipkan \\"),
        ("- c) Tiket => - Hotel", "tampak sebagai judul", "sisipkan \\"),
        ("Tiket => Hotel", "bukan jawaban", "- a) Kiri => Kanan"),
        ("    > Tepat.", "bukan jawaban", "“Pembahasan:”"),
        ("- [x] c) Tiket", "tidak berhuruf", "- a) Kiri => Kanan"),
    ],
)
def test_says_what_is_wrong_with_a_line(line: str, message: str, hint: str) -> None:
    problem = problem_of(GOOD + line)
    assert (problem.line, message in problem.message) == (FIRST_ANSWER + 2, True), problem
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("answers", "message", "hint"),
    [
        ("- a) Suap => Berbuat", "sedikitnya dua pasangan", "- a) Kiri => Kanan"),
        ("- a) Suap => Berbuat\n- b) => Diskon", "sedikitnya dua pasangan", "satu baris"),
        ("- a) Suap => Berbuat\n- b) Uang => Berbuat", "yang berbeda", "satu baris"),
        ("- a) Suap => Berbuat\n- b) Suap => Diskon", "“Suap” ada dua kali", "Bedakan"),
        (GOOD + "- c) => Diskon", "“Diskon” sama", "hapus"),
        (GOOD + "- c) => Gaji\n- d) => Gaji", "“Gaji” sama", "hapus"),
    ],
)
def test_says_what_is_wrong_with_the_question(answers: str, message: str, hint: str) -> None:
    problem = problem_of(answers)
    assert (problem.line, message in problem.message) == (1, True), problem
    assert hint in problem.hint


def test_says_all_at_once() -> None:
    problems = problems_of("- a) Suap => Berbuat\n- b) Uang\n- C) x => y\nlain")
    assert sorted(problem.line for problem in problems) == [4, 5, 6]
