"""Any lines at all are questions or problems, each with its line and what to write instead."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.head_reader import Targets
from lessons.problems import Problem, Report
from lessons.quiz_reader import read_questions
from lessons.source_text import split_lines
from tests.lessons.building import WHOLE

if TYPE_CHECKING:
    from lessons.questions.base import Question

QUIZ = (WHOLE / "01-gratifikasi.kuis.md").read_text(encoding="utf-8").partition("---\n##")[2]
LINES = ("##" + QUIZ).split("\n")
KNOWN = frozenset(f"asn-98-01#{heading}" for heading in ("mengenali", "batas", "laporan"))
PIECES = st.sampled_from(
    [
        *(
            "- ",
            "1. ",
            "    ",
            "\t",
            "a) ",
            "A) ",
            "ab) ",
            "(x) ",
            "[ ] ",
            "( ) ",
            "() ",
            "=> ",
            "= ",
        ),
        *(
            "{tetap}",
            "{nilai=50}",
            "{nilai=x}",
            "{nilai=1/0}",
            "{",
            "}",
            "> ",
            "## ",
            "### ",
            "{#a}",
        ),
        *("Pembahasan:", "```", "[[1]]", "[[99999999999]]", "|", "~", "..", "±", "1.000,5", "1.5"),
        *("Benar", "Salah", "x" * 300, "9" * 5000, "\u2028", "\x0b", "٣", "½", "\ud7ff", "−1", ""),
    ]
)


def read(lines: list[str]) -> tuple[tuple[Question, ...], list[Problem]]:
    report = Report(Path("k.kuis.md"))
    body = split_lines("\n".join(lines), report)
    return read_questions(body, Targets("asn-98-01", KNOWN), report), report.problems


@settings(max_examples=300)
@given(
    st.integers(0, len(LINES)),
    st.integers(0, 3),
    st.lists(st.lists(PIECES, max_size=5).map("".join), max_size=4),
)
def test_any_lines_are_questions_or_problems(place: int, cut: int, new: list[str]) -> None:
    lines = [*LINES[:place], *new, *LINES[place + cut :]]
    questions, problems = read(lines)
    assert questions or problems
    for problem in problems:
        assert problem.message
        assert problem.hint
        assert 1 <= problem.line <= len(lines)
    for question in questions:
        assert question.grade(question.full_key()).score == 1


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_code_in_the_text_is_no_answer(fence: str) -> None:
    code = f"{fence}\n- (x) a) Ini\n1. a) Satu\na) teks\nPembahasan: x\n{fence}"
    questions, problems = read(
        ["## Kode {#kode uji=batas}", "Apa?", *code.split("\n"), "- (x) Benar", "- ( ) Salah"]
    )
    assert problems == []
    assert [question.head.text for question in questions] == [f"Apa?\n{code}"]
