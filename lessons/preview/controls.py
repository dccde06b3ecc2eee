"""The learner's form of a question as HTML controls that need no script."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import TYPE_CHECKING

from lessons.preview.fields import Fields, given, part_name, place_name
from lessons.questions import multiple_choice, ordering
from lessons.questions.base import Form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.questions.base import Choice, Place

Markup = Callable[[str], str]
"""Markdown to HTML; one paragraph alone comes bare."""
_TAG = re.compile(r"<[^>]*>")
_GAP = re.compile(r"\[\[([0-9]{1,3})\]\]|(<[^>]*>)")
_BLOCKS = ("<p", "<ul", "<ol", "<dl", "<pre", "<div", "<figure", "<blockquote", "<section", "<hr")
_UNANSWERED = "— pilih —"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to be shown.

    Attributes:
        name: What its fields are called.
        given: What was given so far, to be shown again.
        remarks: What is said on an answer, HTML, by field name.
    """

    form: Form
    name: str
    given: Fields
    remarks: Mapping[str, str]
    markup: Markup

    def part(self, form: Form) -> Asked:
        """A part of a case."""
        return replace(self, form=form, name=part_name(self.name, form))


def question(asked: Asked) -> str:
    """Text, controls and remark of a question."""
    return f"{_text(asked)}\n{_controls(asked)}\n{asked.remarks.get(asked.name, '')}"


def block(html: str) -> str:
    """The same HTML, in a paragraph if it stands in none."""
    return html if not html or html.startswith(_BLOCKS) else f"<p>{html}</p>"


def plain(html: str) -> str:
    """The words of HTML alone, as text."""
    return unescape(_TAG.sub("", html)).strip()


def _text(asked: Asked) -> str:
    html = block(asked.markup(asked.form.text))
    gaps = {place.id: place for place in asked.form.places if not place.text}
    if not gaps:
        return html

    def control(match: re.Match[str]) -> str:
        place = gaps.pop(match[1], None) if match[1] else None
        return _gap(asked, place) if place else match[0]

    html = _GAP.sub(control, html)
    # A gap that the text lost must still be asked for.
    return html + "".join(f"<p>{_gap(asked, place)}</p>" for place in gaps.values())


def _controls(asked: Asked) -> str:
    form = asked.form
    if form.parts:
        return "".join(_part(asked.part(part)) for part in form.parts)
    if form.places:
        return _pairs(asked)
    if form.kind == ordering.KIND:
        return _positions(asked)
    if form.choices:
        return _choices(asked, "checkbox" if form.kind == multiple_choice.KIND else "radio")
    return _typed(asked)


def _part(asked: Asked) -> str:
    legend = f"<legend><h3>{escape(asked.form.title)}</h3></legend>"
    return f'<fieldset class="bagian">{legend}\n{question(asked)}</fieldset>\n'


def _choices(asked: Asked, kind: str) -> str:
    chosen = set(asked.given.get(asked.name, ()))
    lines = (
        f'<li><label><input type="{kind}" name="{escape(asked.name)}" value="{escape(each.id)}"'
        f"{' checked' if each.id in chosen else ''}>"
        f" <span>{asked.markup(each.text)}</span></label></li>"
        for each in asked.form.choices
    )
    hint = "<p class='petunjuk'>Boleh lebih dari satu.</p>" if kind == "checkbox" else ""
    return f'{hint}<ul class="pilihan">{"".join(lines)}</ul>'


def _pairs(asked: Asked) -> str:
    rows = (
        f"<tr><td>{asked.markup(place.text)}</td><td>{_place_select(asked, place)}</td></tr>"
        for place in asked.form.places
        if place.text
    )
    table = "".join(rows)
    return f'<div class="gulir"><table class="pasangan">{table}</table></div>' if table else ""


def _place_select(asked: Asked, place: Place) -> str:
    choices = place.choices or asked.form.choices
    texts = _texts(asked, choices)
    label = f"Pasangan untuk {plain(asked.markup(place.text))}"
    return _select(place_name(asked.name, place.id), label, texts, asked.given)


def _gap(asked: Asked, place: Place) -> str:
    name, label = place_name(asked.name, place.id), f"Isian {place.id}"
    if place.choices:
        return _select(name, label, _texts(asked, place.choices), asked.given)
    value = escape(given(asked.given, name))
    return (
        f'<input type="text" name="{escape(name)}" value="{value}" aria-label="{label}"'
        ' size="14" autocomplete="off">'
    )


def _texts(asked: Asked, choices: Iterable[Choice]) -> Iterable[tuple[str, str]]:
    return ((each.id, plain(asked.markup(each.text))) for each in choices)


def _positions(asked: Asked) -> str:
    numbers = [(str(number), str(number)) for number in range(1, len(asked.form.choices) + 1)]
    rows = (
        f"<tr><td>{_position(asked, each, numbers)}</td><td>{asked.markup(each.text)}</td></tr>"
        for each in asked.form.choices
    )
    hint = '<p class="petunjuk">Pilih urutan setiap butir.</p>'
    return f'{hint}<div class="gulir"><table class="urutan">{"".join(rows)}</table></div>'


def _position(asked: Asked, item: Choice, numbers: list[tuple[str, str]]) -> str:
    label = f"Urutan {plain(asked.markup(item.text))}"
    return _select(place_name(asked.name, item.id), label, numbers, asked.given)


def _select(name: str, label: str, texts: Iterable[tuple[str, str]], fields: Fields) -> str:
    chosen = given(fields, name)
    options = "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>'
        f"{escape(text)}</option>"
        for value, text in texts
    )
    return (
        f'<select name="{escape(name)}" aria-label="{escape(label)}">'
        f'<option value="">{_UNANSWERED}</option>{options}</select>'
    )


def _typed(asked: Asked) -> str:
    unit = f" <span>{escape(asked.form.unit)}</span>" if asked.form.unit else ""
    value = escape(given(asked.given, asked.name))
    return (
        f'<p><label>Jawaban: <input type="text" name="{escape(asked.name)}" value="{value}"'
        f' autocomplete="off"></label>{unit}</p>'
    )
