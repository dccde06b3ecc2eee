"""What is said on a quiz that was sent: score, feedback and what to read again."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from lessons.grading import grade, grade_attempt
from lessons.preview.controls import Markup, block
from lessons.preview.fields import part_name, raw_answer
from lessons.preview.trainer import heading_link
from lessons.questions.case import Case

if TYPE_CHECKING:
    from lessons.course import Quiz
    from lessons.preview.fields import Fields
    from lessons.preview.shell import Page
    from lessons.questions.base import Form, Grade, Question
    from lessons.records import RawAnswer


def summary(page: Page, quiz: Quiz, forms: tuple[Form, ...], fields: Fields) -> str:
    """The score, and links to the headings of what was not wholly right."""
    answers = [(form.question, raw_answer(form, form.question, fields)) for form in forms]
    attempt = grade_attempt(quiz, page.seed, answers)
    missed = {question for question, each in attempt.by_question if not each.right}
    tests = [each.head.tests for each in quiz.questions if each.head.id in missed]
    links = [link for each in dict.fromkeys(tests) if (link := heading_link(page, each))]
    again = f"<p>Baca lagi:</p><ul>{''.join(f'<li>{link}</li>' for link in links)}</ul>"
    return (
        f'<section class="hasil" aria-label="Hasil"><h2>Nilai {attempt.score}</h2>'
        f"<p>{_verdict(quiz, passed=attempt.passed)}</p>{again if links else ''}</section>"
    )


def remarks(
    page: Page, question: Question, form: Form, fields: Fields, markup: Markup
) -> dict[str, str]:
    """What is said below the question and below each of its parts, by field name."""
    answer = raw_answer(form, question.head.id, fields)
    name, link = question.head.id, heading_link(page, question.head.tests)
    if not isinstance(question, Case):
        return {name: _remark(question, answer, question.feedback(answer), link, markup)}
    by_part = answer if isinstance(answer, Mapping) else {}
    found = {name: _remark(question, answer, (), link, markup)}
    for part, part_form in zip(question.parts, form.parts, strict=True):
        given = by_part.get(part.head.id)
        text = _remark(part, given, part.feedback(given), "", markup)
        found[part_name(name, part_form)] = text
    return found


def _verdict(quiz: Quiz, *, passed: bool) -> str:
    if not quiz.pass_mark:
        return "Tanpa nilai lulus."
    return f"{'Lulus' if passed else 'Belum lulus'}; nilai lulus {quiz.pass_mark}."


def _remark(
    question: Question, answer: RawAnswer, feedback: tuple[str, ...], link: str, markup: Markup
) -> str:
    result = grade(question, answer)
    parts = [
        f"<p><strong>{_word(result, answer)}</strong></p>",
        *(block(markup(text)) for text in feedback),
        block(markup(question.head.explanation)),
        f"<p>Bacaan: {link}</p>" if link else "",
    ]
    kind = "benar" if result.right else "belum"
    return f'<div class="umpan {kind}">{"".join(parts)}</div>'


def _word(result: Grade, answer: RawAnswer) -> str:
    if result.right:
        return "✓ Benar"
    if answer is None:
        return "○ Belum dijawab"
    percent = int(result.score * 100)
    return escape(f"◐ Sebagian benar ({percent}%)" if result.score > 0 else "✗ Belum benar")
