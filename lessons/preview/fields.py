"""What a browser sends of a quiz, and the raw answers that it stands for.

A field is called by the question's id, ``soal/bagian`` for a part of a case, and behind a colon
follows the place of a pair or gap, or the item to put in order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from lessons.questions import multiple_choice, ordering
from lessons.questions.registry import asks_again

if TYPE_CHECKING:
    from lessons.questions.base import Form
    from lessons.records import PartAnswer, RawAnswer

Fields = Mapping[str, Sequence[str]]
"""Values by field name, as :func:`urllib.parse.parse_qs` gives them."""


def part_name(name: str, part: Form) -> str:
    """What the fields of a part of a case are called."""
    return f"{name}/{part.question}"


def place_name(name: str, place: str) -> str:
    """What the field of a place or item is called."""
    return f"{name}:{place}"


def given(fields: Fields, name: str) -> str:
    """The one value of a field, without spaces around it; empty where there is none."""
    return next(iter(fields.get(name, ())), "").strip()


def raw_answer(form: Form, name: str, fields: Fields) -> RawAnswer:
    """The raw answer; None where nothing was answered."""
    if form.parts:
        parts = {part.question: _part_answer(form, part, name, fields) for part in form.parts}
        answered = {part: answer for part, answer in parts.items() if answer is not None}
        return cast("dict[str, PartAnswer]", answered) or None
    if form.places:
        places = {place.id: given(fields, place_name(name, place.id)) for place in form.places}
        return {place: text for place, text in places.items() if text} or None
    if form.kind == ordering.KIND:
        return [item for _, item in sorted(_positions(form, name, fields))] or None
    if form.kind == multiple_choice.KIND:
        known = {choice.id for choice in form.choices}
        return [choice for choice in fields.get(name, ()) if choice in known] or None
    return given(fields, name) or None


def asked_again(form: Form, name: str, fields: Fields) -> dict[str, str]:
    """Why answers can't be graded yet, by field name; in Indonesian for the learner."""
    if form.parts:
        parts = [asked_again(part, part_name(name, part), fields) for part in form.parts]
        return {each: text for part in parts for each, text in part.items()}
    reason = _doubled(form, name, fields) or asks_again(form, raw_answer(form, name, fields))
    return {name: reason} if reason else {}


def _part_answer(form: Form, part: Form, name: str, fields: Fields) -> RawAnswer:
    return raw_answer(part, part_name(name, part), fields)


def _positions(form: Form, name: str, fields: Fields) -> list[tuple[int, str]]:
    """The chosen position and the id of each item that was given one."""
    allowed = {str(number): number for number in range(1, len(form.choices) + 1)}
    chosen = ((given(fields, place_name(name, each.id)), each.id) for each in form.choices)
    return [(allowed[text], item) for text, item in chosen if text in allowed]


def _doubled(form: Form, name: str, fields: Fields) -> str:
    if form.kind != ordering.KIND:
        return ""
    positions = [position for position, _ in _positions(form, name, fields)]
    twice = sorted({each for each in positions if positions.count(each) > 1})
    if not twice:
        return ""
    return f"Urutan ke-{twice[0]} dipakai lebih dari satu kali. Pilih urutan lain."
