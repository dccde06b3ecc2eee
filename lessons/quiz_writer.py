"""A quiz as an author writes it: what is written here reads back as the very same quiz."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.course import QuizKind
from lessons.front_matter import without_comments
from lessons.head_reader import Targets
from lessons.headings import outside_code
from lessons.problems import Report
from lessons.questions.base import Level
from lessons.questions.writing import explanation_lines, heading_line, weight_attribute
from lessons.quiz_reader import read_questions
from lessons.source_text import Line, split_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.course import Quiz
    from lessons.questions.base import Head, Question


class UnwritableError(ValueError):
    """A question holds something that would be read as something else, or not at all.

    Attributes:
        title: For people, in Indonesian.
        message: For people, in Indonesian.
    """

    title = "Soal tidak dapat ditulis"

    def __init__(self, question: str, reason: str) -> None:
        """Say which question it is, by its id, and why."""
        self.message = f"Soal “{question}” tidak dapat ditulis: {reason}"
        super().__init__(self.message)


def write_quiz(quiz: Quiz, lesson: str = "") -> str:
    """The text of a quiz file.

    Args:
        lesson: The lesson of a practice quiz, which ``uji`` leaves out; empty for a test.

    Raises:
        UnwritableError: See :func:`write_question`.
    """
    questions = (write_question(question, lesson) for question in quiz.questions)
    return "\n\n".join(("\n".join(_front_matter(quiz)), *questions)) + "\n"


def write_question(question: Question, lesson: str = "", notes: Iterable[str] = ()) -> str:
    """A question from its heading on, without an empty line at its end.

    Args:
        lesson: See :func:`write_quiz`.
        notes: Comments for the trainer, each on a line of its own below the heading.

    Raises:
        UnwritableError: What was written would not read back as this very question, for example
            because a line of its text looks like an answer. Nothing is changed silently.
    """
    head = question.head
    lines = [
        heading_line(head, 2, _shared(head, lesson) | question.attributes()),
        *(f"<!-- {_plain(note)} -->" for note in notes),
        head.text,
        *question.answer_lines(),
        *explanation_lines(head),
    ]
    text = "\n".join(lines)
    _require_same(question, text, lesson)
    return text


def _shared(head: Head, lesson: str) -> dict[str, str]:
    tests = head.tests.removeprefix(f"{lesson}#") if lesson else head.tests
    shared = {"uji": tests} if tests else {}
    if head.level is not Level.MEDIUM:
        shared["tingkat"] = head.level.value
    return shared | weight_attribute(head)


def _plain(note: str) -> str:
    """A note on one line that does not end the comment."""
    printable = "".join(letter if letter.isprintable() else " " for letter in note)
    return " ".join(printable.replace("--", "–").split())


def _require_same(question: Question, text: str, lesson: str) -> None:
    report = Report(Path())
    targets = Targets(lesson, frozenset({question.head.tests}), required=False)
    lines = tuple(without_comments(split_lines(text, report)))
    found = read_questions(lines, targets, report)
    if report.problems:
        problem = report.problems[0]
        raise UnwritableError(question.head.id, f"{problem.message} {problem.hint}".rstrip())
    if [_content(each) for each in found] != [_content(question)] or _leaves_code_open(lines):
        reason = "sebagian isinya akan terbaca sebagai hal lain."
        raise UnwritableError(question.head.id, reason)


def _content(value: object) -> object:
    """Everything in a question but the lines on which it stood."""
    if isinstance(value, tuple):
        return tuple(_content(each) for each in value)
    if is_dataclass(value):
        names = (field.name for field in fields(value) if field.name != "line")
        return type(value), *(_content(getattr(value, name)) for name in names)
    return value


def _leaves_code_open(lines: tuple[Line, ...]) -> bool:
    *_, (_, is_text) = outside_code((*lines, Line(0, "")))
    return not is_text


def _front_matter(quiz: Quiz) -> list[str]:
    shuffle = [
        word
        for word, on in (("soal", quiz.shuffle_questions), ("opsi", quiz.shuffle_options))
        if on
    ]
    lines = ["---", f"id: {quiz.id}", f"jenis: {quiz.kind.value}"]
    if quiz.kind is not QuizKind.PRE_TEST or quiz.pass_mark:
        lines.append(f"lulus: {quiz.pass_mark}")
    return [*lines, f"ambil: {quiz.draw_count}", f"acak: [{', '.join(shuffle)}]", "---"]
