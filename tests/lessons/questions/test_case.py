from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from lessons.drawing import option_order
from lessons.questions.case import Case
from lessons.questions.number import Number, Range
from lessons.questions.registry import asks_again
from lessons.questions.single_choice import SingleChoice
from tests.lessons.building import head, options
from tests.lessons.questions.parsing import read_lines

if TYPE_CHECKING:
    from lessons.problems import Problem
    from lessons.records import RawAnswer

QUESTION = Case(
    head(),
    (
        SingleChoice(replace(head("pilih"), weight=3), options("a")),
        Number(head("hitung"), (Range(Fraction(3), Fraction(3), feedback="Tiga."),), "hari"),
    ),
)


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        ({"pilih": "a", "hitung": "3"}, 1),
        ({"pilih": "a"}, Fraction(3, 4)),
        ({"pilih": "b", "hitung": "3"}, Fraction(1, 4)),
        ({"pilih": None, "hitung": ["3"], "lain": "a"}, 0),
        *(({}, 0), (None, 0), ("a", 0), (["a", "3"], 0)),
    ],
)
def test_parts_count_by_their_weight(answer: RawAnswer, score: Fraction) -> None:
    assert QUESTION.grade(answer).score == score


def test_feedback_is_that_of_the_parts() -> None:
    assert QUESTION.feedback({"pilih": "b", "hitung": "3"}) == ("Umpan b", "Tiga.")
    assert QUESTION.feedback(None) == ()


def test_a_part_that_can_not_be_read_is_asked_for_again() -> None:
    form = QUESTION.form(option_order(1))
    assert asks_again(form, {"pilih": "a", "hitung": "1.5"})
    assert not asks_again(form, {"pilih": "a", "hitung": "1,5"})
    assert not asks_again(form, "1.5")


SITUATION = ("## Judul {#q}", "Bu Melati menerima surat.", "")
CHOICE = ("### Pilihan {#pilih bobot=3}", "Apa?", "- (x) a) Ya", "- ( ) b) Tidak", "")


def parsed(*lines: str) -> tuple[object, list[Problem]]:
    return read_lines(*SITUATION, *lines)


def test_reads_parts_with_what_is_their_own() -> None:
    number = ("### Hitung {#hitung satuan=hari}", "= 3", "", "Pembahasan: Tiga.")
    question, problems = parsed(*CHOICE, "Pembahasan: Ya.", "", *number)
    assert isinstance(question, Case)
    assert problems == []
    assert question.head.text == "Bu Melati menerima surat."
    assert [part.kind for part in question.parts] == ["single-choice", "number"]
    assert [part.head.explanation for part in question.parts] == ["Ya.", "Tiga."]
    assert [part.head.weight for part in question.parts] == [3, 1]


@pytest.mark.parametrize(
    ("lines", "at", "message"),
    [
        (CHOICE, 9, "Id “#pilih” sudah dipakai bagian lain soal ini."),
        (("### Kosong {#kosong}",), 9, "Soal ini belum mempunyai pilihan jawaban."),
        (("### Tanpa id", "= 3"), 9, "Soal ini belum mempunyai judul dan id."),
        (("### Uji {#uji uji=mencatat}", "= 3"), 9, "Soal tidak mengenal “uji=”."),
        (("### Angka {#angka}", "= 1.5"), 10, "“1.5” tidak dapat dibaca sebagai bilangan."),
        (("### Berat {#berat bobot=11}", "= 3"), 9, "“bobot=11” tidak dapat dibaca."),
    ],
)
def test_tells_what_is_wrong_with_a_part_at_its_line(
    lines: tuple[str, ...], at: int, message: str
) -> None:
    question, problems = parsed(*CHOICE, *lines)
    assert question is None
    assert (at, message) in [(problem.line, problem.message) for problem in problems]


def test_a_heading_of_another_level_is_no_part() -> None:
    _, problems = parsed(*CHOICE, "#### Lain {#lain}")
    assert [problem.line for problem in problems] == [9]


OPTIONS = ("- (x) a) Ya", "- ( ) b) Tidak")
PART = ("### Bagian {#bagian}", "= 3")


@pytest.mark.parametrize(
    "above", [OPTIONS, (*OPTIONS, "", "Pembahasan: Ya."), ("Pembahasan: Ya.",), ("= 5",)]
)
def test_a_part_stands_right_below_the_text_of_its_case(above: tuple[str, ...]) -> None:
    _, problems = parsed(*above, *PART)
    message = "Judul tingkat 3 hanya mengawali bagian soal kasus."
    assert (len(SITUATION) + len(above) + 1, message) in [(p.line, p.message) for p in problems]


def test_headings_in_code_are_no_parts() -> None:
    question, problems = parsed(*OPTIONS, "", "Pembahasan:", "", "```", *PART, "```")
    assert isinstance(question, SingleChoice)
    assert problems == []


def test_parts_without_id_are_not_told_to_be_the_same() -> None:
    _, problems = parsed("### Satu", "= 3", "### Dua", "= 4")
    assert [problem.line for problem in problems] == [4, 6]
    assert "uji=" not in problems[0].hint


def test_a_heading_behind_spaces_is_told() -> None:
    _, problems = parsed(*CHOICE, *(f" {line}" for line in PART))
    assert (9, "Ada spasi di depan judul ini.") in [(p.line, p.message) for p in problems]
