"""A quiz as an author writes it: what is written here reads back as the very same quiz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.course import QuizKind
from lessons.questions.base import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.course import Quiz
    from lessons.questions.base import Head, Question


def write_quiz(quiz: Quiz, lesson: str = "") -> str:
    """The text of a quiz file.

    Args:
        lesson: The lesson of a practice quiz, which ``uji`` leaves out; empty for a test.
    """
    questions = (write_question(question, lesson) for question in quiz.questions)
    return "\n\n".join(("\n".join(_front_matter(quiz)), *questions)) + "\n"


def write_question(question: Question, lesson: str = "", notes: Iterable[str] = ()) -> str:
    """A question from its heading on, without an empty line at its end.

    Args:
        lesson: See :func:`write_quiz`.
        notes: Comments for the trainer, each on a line of its own below the heading.
    """
    head = question.head
    lines = [
        heading_line(head, 2, _shared(head, lesson) | question.attributes()),
        *(f"<!-- {note} -->" for note in notes),
        head.text,
        *question.answer_lines(),
        *explanation_lines(head),
    ]
    return "\n".join(lines)


def heading_line(head: Head, level: int, attributes: dict[str, str]) -> str:
    """``## Judul {#id kunci=nilai}``; a value with spaces stands in quotation marks."""
    inside = (f"{name}={_quoted(value)}" for name, value in attributes.items())
    return f"{'#' * level} {head.title} {{{' '.join((f'#{head.id}', *inside))}}}"


def explanation_lines(head: Head) -> tuple[str, ...]:
    """The empty line and ``Pembahasan: …``; none where there is no explanation."""
    return ("", f"Pembahasan: {head.explanation}") if head.explanation else ()


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _shared(head: Head, lesson: str) -> dict[str, str]:
    tests = head.tests.removeprefix(f"{lesson}#") if lesson else head.tests
    shared = {"uji": tests} if tests else {}
    if head.level is not Level.MEDIUM:
        shared["tingkat"] = head.level.value
    return shared | ({"bobot": str(head.weight)} if head.weight != 1 else {})


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
