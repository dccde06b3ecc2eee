"""What only the trainer's view says of a question: key, feedback, what it tests, ``rev``."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from lessons.preview.controls import Markup, block
from lessons.questions import ordering
from lessons.questions.case import Case
from lessons.revision import question_revision

if TYPE_CHECKING:
    from lessons.preview.shell import Page
    from lessons.questions.base import Form, Question
    from lessons.records import RawAnswer


def heading_link(page: Page, tests: str) -> str:
    """A link to the heading that a question tests; empty where it is not known."""
    lesson_id, _, heading_id = tests.partition("#")
    course = page.snapshot.course
    lesson = course.lesson(lesson_id) if course else None
    if lesson is None:
        return ""
    heading = next((each for each in lesson.headings if each.id == heading_id), None)
    text = f"{lesson.title}: {heading.text}" if heading else lesson.title
    address = page.link("pelajaran", lesson_id, anchor=heading_id)
    return f'<a href="{address}">{escape(text)}</a>'


def note(page: Page, question: Question, form: Form, markup: Markup) -> str:
    """The note below a question."""
    head = question.head
    facts = {
        "Kunci": answer_text(form, question.full_key(), markup),
        "Menguji": heading_link(page, head.tests) or escape(head.tests) or "belum disebut",
        "Tingkat": escape(head.level.value),
        "Bobot": str(head.weight),
        "Jenis": escape(question.kind),
        "Id": f"<code>{escape(head.id)}</code>, baris {head.line}",
        "Rev": f"<code>{question_revision(question)}</code>",
        "Pembahasan": block(markup(head.explanation)),
        **_part_explanations(question, markup),
    }
    rows = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts.items() if value)
    lines = escape("\n".join(question.answer_lines()).strip("\n"))
    return (
        f'<aside class="catatan" aria-label="Catatan pengajar"><dl>{rows}</dl>'
        f"<details open><summary>Jawaban dan umpan balik seperti tertulis</summary>"
        f"<pre>{lines}</pre></details></aside>"
    )


def answer_text(form: Form, answer: RawAnswer, markup: Markup) -> str:
    """A raw answer in the words that the form shows."""
    if isinstance(answer, Mapping):
        return _by_place(form, answer, markup)
    if isinstance(answer, list):
        tag = "ol" if form.kind == ordering.KIND else "ul"
        items = "".join(f"<li>{_choice(form, each, markup)}</li>" for each in answer)
        return f"<{tag}>{items}</{tag}>"
    if answer is None:
        return ""
    return _choice(form, answer, markup) if form.choices else escape(f"{answer} {form.unit}")


def _by_place(form: Form, answer: Mapping[str, object], markup: Markup) -> str:
    items = [
        f"<li>{escape(part.title)}: {answer_text(part, _raw(answer, part.question), markup)}</li>"
        for part in form.parts
    ]
    for place in form.places:
        left = markup(place.text) if place.text else f"[[{escape(place.id)}]]"
        text = str(answer.get(place.id, ""))
        items.append(f"<li>{left} → {_choice(form, text, markup)}</li>")
    return f"<ul>{''.join(items)}</ul>"


def _raw(answer: Mapping[str, object], part: str) -> RawAnswer:
    found = answer.get(part)
    return found if isinstance(found, str | list | Mapping) else None


def _choice(form: Form, choice_id: str, markup: Markup) -> str:
    found = next((each for each in form.choices if each.id == choice_id), None)
    return markup(found.text) if found else escape(choice_id)


def _part_explanations(question: Question, markup: Markup) -> dict[str, str]:
    parts = question.parts if isinstance(question, Case) else ()
    return {
        f"Pembahasan {escape(part.head.title)}": block(markup(part.head.explanation))
        for part in parts
    }
