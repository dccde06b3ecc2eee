from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, cast

import pytest

from lessons.drawing import option_order
from lessons.questions.base import Choice
from lessons.questions.gaps import Gap, Gaps
from tests.lessons.building import head
from tests.lessons.questions.parsing import read_lines

if TYPE_CHECKING:
    from lessons.problems import Problem
    from lessons.records import RawAnswer

QUESTION = Gaps(
    head(), (Gap("1", ("30", "tiga puluh")), Gap("2", ("kerja",), ("kalender", "libur")))
)


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        ({"1": "30", "2": "kerja"}, 1),
        ({"1": " Tiga  Puluh. ", "2": "kerja"}, 1),
        ({"1": "30", "2": "Kerja"}, Fraction(1, 2)),
        ({"1": "31", "2": "libur"}, 0),
        ({"2": "kerja", "3": "x"}, Fraction(1, 2)),
        ({"1": "", "2": ""}, 0),
        ({}, 0),
        (None, 0),
        ("30", 0),
        (["30", "kerja"], 0),
        (cast("RawAnswer", {"1": ["30"], "2": None}), 0),
    ],
)
def test_each_gap_counts_the_same(answer: RawAnswer, score: Fraction) -> None:
    assert QUESTION.grade(answer).score == score


@pytest.mark.parametrize("seed", range(30))
def test_the_right_word_is_not_told_by_its_place(seed: int) -> None:
    typed, chosen = QUESTION.form(option_order(seed)).places
    assert (typed.id, typed.text, typed.choices) == ("1", "", ())
    texts = [choice.text for choice in chosen.choices]
    assert sorted(texts) == ["kalender", "kerja", "libur"]
    assert texts != ["kerja", "kalender", "libur"]
    assert all(isinstance(choice, Choice) and choice.id == choice.text for choice in chosen.choices)


def parsed(text: str, *answers: str) -> tuple[object, list[Problem]]:
    return read_lines("## Judul {#q}", text, *answers)


def test_reads_typed_and_chosen_gaps() -> None:
    lines = ("= [[1]] 30 | tiga puluh", "", "= [[2]] kerja ~ kalender ~ libur")
    question, problems = parsed("Paling lambat [[1]] hari [[2]].", *lines)
    assert isinstance(question, Gaps)
    assert (question.gaps, problems) == (QUESTION.gaps, [])


@pytest.mark.parametrize(
    ("text", "lines", "message"),
    [
        ("[[1]]", ["= [[1]]"], "Isian ini mempunyai jawaban yang kosong."),
        ("[[1]]", ["= [[1]] a ~ "], "Isian ini mempunyai jawaban yang kosong."),
        ("[[1]]", ["= [[1]] a | A"], "Isian ini memuat jawaban yang sama dua kali."),
        ("[[1]]", ["= [[1]] a ~ a"], "Isian ini memuat jawaban yang sama dua kali."),
        ("[[1]]", ["= [[1]] a | b ~ c"], "Isian ini mencampur “~” dan “|”."),
        ("[[1]]", ["= [[1]] a", "= [[1]] b"], "Isian [[1]] ditulis dua kali."),
        ("[[1]]", ["= [[1]] a", "= [[0]] b"], "Baris ini bukan jawaban sebuah isian."),
        ("[[1]]", ["= [[1]] a", "b"], "Baris ini bukan jawaban sebuah isian."),
        ("[[1]]", ["= [[1]] a {nilai=50}"], "Kurung kurawal dalam jawaban ini tidak dapat dibaca."),
        ("[[1]] [[ 2 ]]", ["= [[1]] a"], "“[[ 2 ]]” bukan tanda isian."),
        ("[[1]] [[x]]", ["= [[1]] a"], "“[[x]]” bukan tanda isian."),
        ("tanpa", ["= [[1]] a"], "[[1]] ada 0 kali dalam teks soal."),
        ("[[1]] [[1]]", ["= [[1]] a"], "[[1]] ada 2 kali dalam teks soal."),
        ("[[1]] [[2]]", ["= [[1]] a"], "Isian [[2]] belum mempunyai jawaban."),
    ],
)
def test_refuses_what_can_not_be_graded(text: str, lines: list[str], message: str) -> None:
    question, problems = parsed(text, *lines)
    assert question is None
    assert message in [problem.message for problem in problems]
    assert all(problem.hint for problem in problems)
