from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from lessons.questions.short_text import Accepted, ShortText
from tests.lessons.building import head
from tests.lessons.questions.parsing import FIRST_ANSWER, parse, problem_of

if TYPE_CHECKING:
    from lessons.records import RawAnswer

QUESTION = ShortText(
    head(),
    (
        Accepted(("Komisi Pemberantasan Korupsi", "KPK"), feedback="Tepat."),
        Accepted(("Komisi",), Fraction(1, 2)),
    ),
)


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        *(
            ("kpk", 1),
            ("K P K", 0),
            ("komisi pemberantasan-korupsi!", 1),
            ("Komisi", Fraction(1, 2)),
        ),
        *(("KPKK", 0), ("Komisi Pemberantas Korupsi", 0), ("KPK | Komisi", 0), ("...", 0)),
        *(("", 0), (None, 0), (["KPK"], 0), ({"1": "KPK"}, 0)),
    ],
)
def test_only_texts_of_the_key_count(answer: RawAnswer, score: Fraction) -> None:
    assert QUESTION.grade(answer).score == score


def test_feedback_is_that_of_the_text() -> None:
    assert QUESTION.feedback("kpk") == ("Tepat.",)
    assert QUESTION.feedback("Komisi") == QUESTION.feedback("lain") == ()


def test_the_order_of_texts_changes_nothing_that_is_graded() -> None:
    turned = ShortText(head(), tuple(reversed(QUESTION.accepted)))
    assert turned.graded_content() == QUESTION.graded_content()


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("= KPK", ("KPK",)),
        ("=KPK|Komisi", ("KPK", "Komisi")),
        ('= "2024"', ("2024",)),
        ('= "2024" | dua ribu', ("2024", "dua ribu")),
        ("= a \\| b", ("a | b",)),
        ("= 30 | tiga puluh", ("30", "tiga puluh")),
        ("= himpunan \\{a\\}", ("himpunan {a}",)),
        ('= "[[1]] a"', ("[[1]] a",)),
    ],
)
def test_reads_texts(line: str, texts: tuple[str, ...]) -> None:
    question = parse(line)
    assert isinstance(question, ShortText)
    assert question.accepted == (Accepted(texts),)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("= !?",), "Jawaban “!?” hanya berisi tanda baca, yang tidak dinilai."),
        (("= KPK | ",), "Jawaban “” hanya berisi tanda baca, yang tidak dinilai."),
        (("= KPK | kpk.",), "Jawaban “kpk.” sudah ada; huruf besar dan tanda baca tidak dinilai."),
        (
            ("= a", "= A {nilai=50}"),
            "Jawaban “A” sudah ada; huruf besar dan tanda baca tidak dinilai.",
        ),
        (("= a", "= [[1]] 30"), "Jawaban isian di antara jawaban teks singkat."),
        (("= a {nilai=50",), "Kurung kurawal dalam jawaban ini tidak dapat dibaca."),
        (("= {a} b",), "Kurung kurawal dalam jawaban ini tidak dapat dibaca."),
        (("= a {nilai=50}",), "Soal ini tidak mempunyai jawaban yang bernilai penuh."),
    ],
)
def test_refuses_what_can_not_be_graded(lines: tuple[str, ...], message: str) -> None:
    problem = problem_of("\n".join(lines))
    assert problem.message == message
    assert problem.hint


def test_a_line_that_is_no_answer_is_told() -> None:
    assert problem_of("= KPK\natau Komisi").line == FIRST_ANSWER + 1
