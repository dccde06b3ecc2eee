"""What is written reads back as the same, or is refused."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons.catalogue import bundled_root, course_folders
from lessons.course import Quiz, QuizKind
from lessons.head_reader import Targets
from lessons.markdown_rules import check_markdown
from lessons.problems import Report
from lessons.questions.case import Case
from lessons.questions.gaps import Gap, Gaps
from lessons.questions.matching import Distractor, Matching, Pair
from lessons.questions.multiple_choice import MultipleChoice, Scoring
from lessons.questions.number import Number, Range
from lessons.questions.options import Option
from lessons.questions.ordering import Item, Ordering
from lessons.questions.short_text import Accepted, ShortText
from lessons.questions.single_choice import SingleChoice
from lessons.questions.true_false import TrueFalse
from lessons.quiz_reader import QuizFile, read_quiz
from lessons.quiz_writer import UnwritableError, write_question, write_quiz
from lessons.reader import read_course
from lessons.source_text import split_lines
from tests.lessons.building import KINDS, MINI, WHOLE, head, options, quizzes

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.questions.base import Question

LESSON = "asn-99-01"
KNOWN = Targets(LESSON, frozenset({f"{LESSON}#mencatat"}))
ONE_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
PIECES = st.sampled_from(
    [
        *(
            "Apa",
            "teks",
            "lain?",
            " ",
            "  ",
            "\n",
            "\n",
            "    ",
            "- ",
            "1. ",
            "> ",
            "# ",
            "## ",
            "### ",
        ),
        *(
            "a) ",
            "(x) ",
            "( ) ",
            "[x] ",
            "[ ] ",
            "= ",
            "=>",
            "=\\>",
            "Pembahasan:",
            "```\n",
            "~~~\n",
        ),
        *(
            "{tetap}",
            "{nilai=50}",
            "{#x uji=y}",
            "\\{",
            "}",
            "<!-- x -->",
            "|",
            "~",
            "[[1]]",
            "!!! ",
        ),
        *("\\", '"', "\r", "\t", "\x00", "\u0085", "\u2028", "\ufeff", "Benar", "---", ".."),
    ]
)
PLAIN = ("Satu", "Dua", "Tiga", "Judul", "Apa?", "Sebab.")
TEXTS = st.lists(PIECES, max_size=6).map("".join)


def read_back(path: Path, text: str, targets: Targets = KNOWN, pre: QuizKind | None = None) -> Quiz:
    path.write_text(text, encoding="utf-8", newline="")
    report = Report(path)
    kind = pre or QuizKind.PRACTICE
    quiz = read_quiz(QuizFile("k", kind, "Kuis", path), targets, report)
    assert quiz
    # What is said about Markdown itself does not keep a question from being read.
    of_markdown = Report(path)
    check_markdown(split_lines(text, of_markdown), frozenset(), of_markdown)
    assert set(report.problems) <= set(of_markdown.problems)
    return quiz


def content(value: object) -> object:
    """Everything but the lines on which it stands."""
    if isinstance(value, tuple):
        return tuple(content(each) for each in value)
    if is_dataclass(value):
        return [content(getattr(value, each.name)) for each in fields(value) if each.name != "line"]
    return value


@ONE_FOLDER
@given(quiz=quizzes())
def test_a_quiz_reads_back_as_the_same(quiz: Quiz, tmp_path: Path) -> None:
    text = write_quiz(quiz, LESSON)
    again = read_back(tmp_path / "k.kuis.md", text)
    assert content(again) == content(quiz)
    assert again.revision == quiz.revision
    assert write_quiz(again, LESSON) == text


@pytest.mark.parametrize(
    "folder",
    [*course_folders(bundled_root()), MINI, WHOLE],
    ids=lambda each: each.name,
)
def test_real_courses_read_back_as_the_same(folder: Path, tmp_path: Path) -> None:
    for quiz in read_course(folder).quizzes():
        lesson = quiz.id if quiz.kind is QuizKind.PRACTICE else ""
        text = write_quiz(quiz, lesson)
        (tmp_path / "k.kuis.md").write_text(text, encoding="utf-8")
        file = QuizFile(quiz.id, quiz.kind, quiz.title, tmp_path / "k.kuis.md")
        known = frozenset(question.head.tests for question in quiz.questions)
        report = Report(file.path)
        again = read_quiz(file, Targets(lesson, known), report)
        assert report.problems == []
        assert again
        assert content(again) == content(quiz)
        assert write_quiz(again, lesson) == text


def _with_texts(texts: list[str]) -> dict[str, Question]:
    """A question of every kind that holds these texts."""
    first, second, third, title, body, explanation = texts
    given = replace(head(), title=title, text=body, explanation=explanation)
    pairs = (Pair("a", first, second), Pair("b", "Kiri", "Kanan"))
    two = Option("a", first, True, False, second), Option("b", third, False, True, "")
    single, part_head = SingleChoice(given, two), replace(given, explanation="", text="Teks")
    gaps = (Gap("1", (first, "x")), Gap("2", (second,), (third, "y")))
    accepted = (Accepted((first, "Lain")), Accepted((third,), Fraction(1, 2), second))
    made: list[Question] = [
        single,
        MultipleChoice(given, two, Scoring.ALL),
        TrueFalse(given, True, first, second),
        Matching(given, pairs, (Distractor("c", third),)),
        Ordering(given, tuple(map(Item, "abc", (first, second, third)))),
        Number(given, (Range(Fraction(1), Fraction(2), feedback=first),), second),
        ShortText(given, accepted),
        Gaps(replace(given, text=f"{body} [[1]] [[2]]"), gaps),
        Case(part_head, (single, TrueFalse(head("lain"), True, "", ""))),
    ]
    return {question.kind: question for question in made}


@settings(ONE_FOLDER, max_examples=300)
@given(
    kind=st.sampled_from(sorted(KINDS)),
    texts=st.dictionaries(st.integers(0, len(PLAIN) - 1), TEXTS, max_size=2),
)
def test_any_text_reads_back_as_the_same_or_is_refused(
    kind: str, texts: dict[int, str], tmp_path: Path
) -> None:
    question = _with_texts([texts.get(n, text) for n, text in enumerate(PLAIN)])[kind]
    last = SingleChoice(head("akhir"), options("a"))
    try:
        written = write_question(question, LESSON)
    except UnwritableError:
        return
    front = write_quiz(Quiz("k", QuizKind.PRACTICE, "Kuis", 0, 1, True, True, (last,), ""), LESSON)
    front, mark, rest = front.partition("## ")
    again = read_back(tmp_path / "k.kuis.md", f"{front}{written}\n\n{mark}{rest}")
    assert content(again.questions) == content((question, last))


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("Apa?\n- (x) a) Ini", "Teks"),
        ("Apa?\n## Lagi {#lagi}", "Teks"),
        ("Apa?\nPembahasan: Begini", "Teks"),
        ("Apa?\n<!-- catatan -->", "Teks"),
        ("Apa?\n```\nkode", "Teks"),
        ("Apa?\n1. a) Satu", "Teks"),
        ("Apa?\n- a) Satu => Dua", "Teks"),
        ("Apa?\r", "Teks"),
        ("", "Teks"),
        ("Apa?", "Satu\n- ( ) c) Dua"),
        ("Apa?", "Satu {tetap}"),
        ("Apa?", "Satu {nilai=50}"),
        ("Apa?", "- Satu"),
        ("Apa?", ""),
    ],
)
def test_what_would_be_read_as_something_else_is_refused(text: str, option: str) -> None:
    made = (Option("a", "Benar", True, False, ""), Option("b", option, False, False, ""))
    with pytest.raises(UnwritableError, match="“q”") as caught:
        write_question(SingleChoice(replace(head(), text=text), made), LESSON)
    assert caught.value.title == "Soal tidak dapat ditulis"


@pytest.mark.parametrize("text", ["Apa?\n```\n- (x) a) Ini\n= 5\n# x\n```", "Himpunan {1, 2}"])
def test_code_and_braces_in_a_text_stay(text: str) -> None:
    made = (Option("a", "{1, 2}", True, False, ""), Option("b", "\\{tetap}", False, False, ""))
    question = SingleChoice(replace(head(), text=text), made)
    assert text in write_question(question, LESSON)


def test_a_question_is_written_as_a_trainer_would() -> None:
    made = (
        Option("a", "Besok", False, False, "Terlambat.\n\nLihat aturan."),
        Option("b", "Hari ini", True, True, ""),
    )
    question = SingleChoice(
        replace(head("kapan"), title="Kapan", explanation="Sebab.", weight=3), made
    )
    assert write_question(question, LESSON, ["Dari bank -- soal\nlama -->"]) == (
        "## Kapan {#kapan uji=mencatat tingkat=mudah bobot=3}\n"
        "<!-- Dari bank – soal lama –> -->\n"
        "Teks?\n"
        "- ( ) a) Besok\n"
        "    > Terlambat.\n"
        "    >\n"
        "    > Lihat aturan.\n"
        "- (x) b) Hari ini {tetap}\n"
        "\n"
        "Pembahasan: Sebab."
    )


def test_a_pre_test_without_pass_mark_is_written_without(tmp_path: Path) -> None:
    question = SingleChoice(head(), options("a"))
    quiz = Quiz("k", QuizKind.PRE_TEST, "Kuis", 0, 1, False, False, (question,), "")
    text = write_quiz(quiz)
    assert "lulus" not in text
    assert "acak: []" in text
    again = read_back(tmp_path / "k.kuis.md", text, replace(KNOWN, lesson=""), QuizKind.PRE_TEST)
    assert content(again.questions) == content(quiz.questions)
    assert (again.shuffle_questions, again.shuffle_options) == (False, False)
