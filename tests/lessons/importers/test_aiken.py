"""Aiken means what Moodle's own importer takes it for, and a little more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.importers.aiken import read_aiken
from lessons.importers.finishing import finished
from lessons.questions.single_choice import SingleChoice

_GOOD = "Apa {}?\nA) satu\nB. dua\nC)tiga\nANSWER: B\n\n"


def test_options_and_key() -> None:
    outcome, _ = finished(read_aiken("Apa *itu* <b>?\nA) satu\nB. dua\nC)# tiga\nANSWER: B\n"))
    (imported,) = outcome.questions
    question = imported.question
    assert isinstance(question, SingleChoice)
    assert question.head.title == "Apa *itu* ‹b>?"
    assert question.head.text == "Apa \\*itu\\* &lt;b>?"
    assert [each.text for each in question.options] == ["satu", "dua", "\\# tiga"]
    assert question.full_key() == "b"
    assert imported.notes == ()


@pytest.mark.parametrize(
    "key",
    [
        "JAWABAN: B",
        "KUNCI: B",
        "Jawaban: B",
        "Kunci:B",
        "Kunci Jawaban : b",
        "Answer: B.",
        "ANSWER:B)",
    ],
)
def test_words_for_the_key(key: str) -> None:
    outcome = read_aiken(f"Apa?\nA) satu\nB) dua\n{key}\n")
    assert [each.question.full_key() for each in outcome.questions] == ["b"]


def test_small_letters_are_read_and_told() -> None:
    (imported,) = read_aiken("Apa?\na) satu\nb. dua\nANSWER: b\n").questions
    assert imported.question.full_key() == "b"
    assert imported.notes


def test_empty_lines_inside_a_question_do_not_matter() -> None:
    outcome = read_aiken("\nApa?\n\nA) satu\n\nB) dua\n\nANSWER: A\n")
    assert [each.line for each in outcome.questions] == [2]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("Satu pilihan\nA) satu\nANSWER: A\n", "dua pilihan"),
        ("Tanpa kunci\nA) satu\nB) dua\n", "baris kunci"),
        ("Kunci lain\nA) satu\nB) dua\nANSWER: C\n", "tidak ada di antara"),
        ("Kunci kosong\nA) satu\nB) dua\nANSWER:\n", "tidak ada di antara"),
        ("Kunci ganda\nA) satu\nB) dua\nANSWER: A, B\n", "beberapa pilihan"),
        ("Huruf ganda\nA) satu\nA) dua\nANSWER: A\n", "Satu huruf"),
        ("Kosong\nA) \nB) dua\nANSWER: B\n", "kosong"),
        ("A) Pilihan saja\n", "didahului soal"),
        ("ANSWER: A\n", "didahului soal"),
        ("Judul bab\n", "satu baris"),
    ],
)
def test_a_broken_question_is_rejected_alone(broken: str, reason: str) -> None:
    outcome = read_aiken(_GOOD + broken + "\n" + _GOOD)
    assert [each.line for each in outcome.questions] == [1, 7 + broken.count("\n") + 1]
    assert [each.line for each in outcome.rejected] == [7]
    assert reason in outcome.rejected[0].reason


def test_of_several_lines_the_last_is_the_question_as_in_moodle() -> None:
    outcome = read_aiken("Baca cerita ini.\nSiapa dia?\nA) satu\nB) dua\nANSWER: A\n")
    assert [each.line for each in outcome.rejected] == [1]
    (imported,) = outcome.questions
    assert imported.question.head.title == "Siapa dia?"
    assert "Baca cerita ini." in imported.notes[0]


@given(st.text(alphabet="AB) .\nANSWER:x?ab,", max_size=200))
def test_no_text_raises(text: str) -> None:
    outcome, written = finished(read_aiken(text))
    assert len(written) == len(outcome.questions)
