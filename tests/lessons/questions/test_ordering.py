from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, cast

import pytest

from lessons.drawing import option_order
from lessons.questions.base import Choice
from lessons.questions.hiding import hidden_id
from lessons.questions.ordering import Item, Ordering
from tests.lessons.building import head
from tests.lessons.questions.parsing import FIRST_ANSWER, parse, problem_of, problems_of

if TYPE_CHECKING:
    from lessons.records import RawAnswer

A, B, C, D = (hidden_id("q", letter) for letter in "abcd")
QUESTION = Ordering(
    head(), (Item("a", "Catat"), Item("b", "Isi"), Item("d", "Kirim"), Item("c", "Tunggu"))
)


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        ([A, B, D, C], 1),
        ([C, D, B, A], 0),
        ([A, B, C, D], Fraction(5, 6)),
        ([B, A, C, D], Fraction(4, 6)),
        ([A, B], Fraction(1, 6)),
        ([A, B, A, B], Fraction(1, 6)),
        ([A, "z", B, D, C], 1),
        ([A, A, B, D, C], 1),
        ([A], 0),
        (["a", "b", "d", "c"], 0),
        ([], 0),
        (None, 0),
        ("", 0),
        (A, 0),
        ({"a": A}, 0),
        (cast("RawAnswer", [[A], None, 1, {"b": B}]), 0),
    ],
)
def test_each_pair_in_the_right_relative_order_counts(answer: RawAnswer, score: Fraction) -> None:
    assert QUESTION.grade(answer).score == score


@pytest.mark.parametrize("seed", range(50))
def test_the_right_order_is_never_shown(seed: int) -> None:
    choices = QUESTION.form(option_order(seed)).choices
    assert [choice.id for choice in choices] != [A, B, D, C]
    assert Choice(D, "Kirim") in choices
    assert len(set(choices)) == 4


def test_graded_content_is_the_order() -> None:
    assert QUESTION.graded_content() == {"kind": "ordering", "order": ["a", "b", "d", "c"]}


@pytest.mark.parametrize(
    "answers",
    [
        "1. a) Catat\n2. b) Isi\n    formulir\n\n    3. d) Kirim",
        "1. a) Catat\n1. b) Isi formulir\n1. d) Kirim",
        "1) a) Catat\n2) b) Isi formulir\n3) d) Kirim\n\nPembahasan: Begitu.",
    ],
)
def test_reads_items_in_the_right_order(answers: str) -> None:
    question = parse(answers)
    assert isinstance(question, Ordering)
    assert question.items == (Item("a", "Catat"), Item("b", "Isi formulir"), Item("d", "Kirim"))
    assert question.answer_lines() == ("1. a) Catat", "2. b) Isi formulir", "3. d) Kirim")


GOOD = "1. a) Catat\n2. b) Isi\n"


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("3. Kirim", "tidak berhuruf", "1. a) Langkah"),
        ("3. c)", "tidak berhuruf atau tidak berisi", "1. a) Langkah"),
        ("3. B) Kirim", "tidak berhuruf", "huruf kecil"),
        ("3. b) Kirim", "“b” dipakai dua kali", "huruf sendiri"),
        ("4. c) Kirim", "nomor 4, seharusnya 3", "urutan yang benar"),
        ("1. c) Kirim", "nomor 1, seharusnya 3", "urutan yang benar"),
        ("3. c) Isi", "“Isi” ada dua kali", "Bedakan"),
        ("3. c) > Kirim", "tampak sebagai judul", "sisipkan \\"),
        ("- c) Kirim", "bukan jawaban", "1. a) Langkah"),
        ("    > Tepat.", "bukan jawaban", "“Pembahasan:”"),
    ],
)
def test_says_what_is_wrong_with_a_line(line: str, message: str, hint: str) -> None:
    problem = problem_of(GOOD + line)
    assert (problem.line, message in problem.message) == (FIRST_ANSWER + 2, True), problem
    assert hint in problem.hint


def test_one_item_has_no_order() -> None:
    problem = problem_of("1. a) Catat")
    assert (problem.line, problem.message) == (
        1,
        "Soal mengurutkan ini hanya mempunyai satu butir.",
    )
    assert "sedikitnya dua" in problem.hint


def test_says_all_at_once() -> None:
    problems = problems_of("1. a) Catat\n2. Isi\nlain\n3. a) Kirim")
    assert sorted(problem.line for problem in problems) == [4, 5, 6]
