"""A quiz that can be played: its form, and the same form with what is said on the answers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lessons.drawing import draw, drawn_questions, option_order
from lessons.preview.controls import Asked, Markup, question
from lessons.preview.fields import asked_again
from lessons.preview.result import remarks, summary
from lessons.preview.shell import Page, View, document
from lessons.preview.trainer import note
from lessons.rendering import web_fragment

if TYPE_CHECKING:
    from lessons.course import Quiz
    from lessons.preview.fields import Fields
    from lessons.questions.base import Form, Question

LARGEST_SEED = 2**32 - 1


def quiz_page(page: Page, quiz: Quiz, fields: Fields | None = None) -> str:
    """The page of a quiz.

    Args:
        fields: What was sent; None where the quiz is opened.
    """

    def markup(text: str) -> str:
        return web_fragment(text, page.snapshot.folder)

    forms, drawn = draw(quiz, page.seed), drawn_questions(quiz, page.seed)
    said, top = _answered(page, quiz, fields, markup) if fields is not None else ({}, "")
    asked = [Asked(form, form.question, fields or {}, said, markup) for form in forms]
    questions = [
        _question(page, number, each, question_)
        for number, (each, question_) in enumerate(zip(asked, drawn, strict=True), 1)
    ]
    parts = [
        f"<h1>{escape(quiz.title)}</h1>",
        f'<p class="keterangan">{_facts(page, quiz)}</p>',
        _seed_form(page),
        top,
        _form(page, questions, answered=fields is not None),
        _others(page, quiz, {form.question for form in forms}, markup),
    ]
    return document(page, quiz.title, "\n".join(part for part in parts if part))


def _answered(page: Page, quiz: Quiz, fields: Fields, markup: Markup) -> tuple[dict[str, str], str]:
    """Remarks by field name, and what stands above the questions."""
    forms = draw(quiz, page.seed)
    again = {
        name: text
        for form in forms
        for name, text in asked_again(form, form.question, fields).items()
    }
    if again:
        said = {name: f'<p class="tanya" role="alert">{escape(again[name])}</p>' for name in again}
        return said, (
            f'<p class="tanya" role="alert">{len(again)} jawaban belum dapat dinilai.'
            " Perbaiki, lalu kirim lagi.</p>"
        )
    said = {}
    for form, each in zip(forms, drawn_questions(quiz, page.seed), strict=True):
        said.update(remarks(page, each, form, fields, markup))
    return said, summary(page, quiz, forms, fields)


def _question(page: Page, number: int, asked: Asked, question_: Question) -> str:
    title = f"<legend><h2>{number}. {escape(asked.form.title)}</h2></legend>"
    below = note(page, question_, asked.form, asked.markup) if page.for_trainer else ""
    return f'<fieldset class="soal">{title}\n{question(asked)}</fieldset>\n{below}'


def _facts(page: Page, quiz: Quiz) -> str:
    facts = f"{quiz.draw_count} dari {len(quiz.questions)} soal"
    if quiz.pass_mark:
        facts += f" · lulus {quiz.pass_mark}"
    rev = f" · rev <code>{escape(quiz.revision)}</code>" if page.for_trainer else ""
    return f"{facts} · benih {page.seed}{rev}"


def _seed_form(page: Page) -> str:
    is_usual = page.view is View.LEARNER
    view = "" if is_usual else f'<input type="hidden" name="pandangan" value="{page.view.value}">'
    return (
        f'<form class="benih" method="get" action="{escape(page.path)}">{view}'
        f'<label>Benih <input type="number" name="benih" min="1" max="{LARGEST_SEED}"'
        f' value="{page.seed}" required></label> <button>Ambil soal</button>'
        f' <a href="{page.again(page.seed % LARGEST_SEED + 1)}">Undian lain</a></form>'
    )


def _form(page: Page, questions: list[str], *, answered: bool) -> str:
    if not questions:
        return "<p>Kuis ini belum mempunyai soal.</p>"
    address = page.again(page.seed)
    afresh = f' <a href="{address}">Kosongkan jawaban</a>' if answered else ""
    return (
        f'<form class="kuis" method="post" action="{address}"{" data-hasil" if answered else ""}>\n'
        f'{"".join(questions)}<p><button class="tombol">'
        f"{'Kirim lagi' if answered else 'Kirim jawaban'}</button>{afresh}</p></form>"
    )


def _others(page: Page, quiz: Quiz, drawn: set[str], markup: Markup) -> str:
    """The rest of the pool, which only a trainer sees."""
    rest = [each for each in quiz.questions if each.head.id not in drawn]
    if not page.for_trainer or not rest:
        return ""
    shown = "".join(_other(page, each, each.form(option_order(page.seed)), markup) for each in rest)
    return f"<h2>Soal lain dalam kumpulan</h2>\n<p>Tidak terambil oleh benih ini.</p>\n{shown}"


def _other(page: Page, question_: Question, form: Form, markup: Markup) -> str:
    asked = Asked(form, form.question, {}, {}, markup)
    title = f"<legend><h3>{escape(form.title)}</h3></legend>"
    below = note(page, question_, form, markup)
    return f'<fieldset class="soal" disabled>{title}\n{question(asked)}</fieldset>\n{below}'
