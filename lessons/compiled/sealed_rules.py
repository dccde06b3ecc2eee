"""What must hold of a question without key, so that it can be shown and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.head_reader import WEIGHTS
from lessons.headings import ID
from lessons.markdown_rules import check_markdown
from lessons.questions.registry import TYPES
from lessons.source_text import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sized

    from lessons.problems import Report
    from lessons.questions.base import Choice, Form
    from lessons.questions.sealed import Sealed


def check_sealed(question: Sealed, report: Report) -> None:
    """Report what can't be in a sealed question."""
    head, shown = question.head, question.shown
    same = (head.id, head.title, head.text) == (shown.question, shown.title, shown.text)
    if not same or head.weight not in WEIGHTS or head.salt or head.explanation:
        report.add(0, f"Kepala soal “{head.id}” tidak mungkin.")
    _check_form(shown, report, is_part=False)


def _check_form(form: Form, report: Report, *, is_part: bool) -> None:
    is_named = ID.fullmatch(form.question) and form.title and (form.text or is_part)
    if not is_named or not _is_shaped(form) or (form.parts and is_part):
        report.add(0, f"Bentuk soal “{form.question}” tidak mungkin.")
    if any(_are_mixed_up(ids) for ids in _ids(form)):
        report.add(0, f"Soal “{form.question}” memuat pilihan yang sama dua kali.")
    for text in _texts(form):
        check_markdown(split_lines(text, report), frozenset(), report)
    for part in form.parts:
        _check_form(part, report, is_part=True)


def _is_shaped(form: Form) -> bool:
    kind = next((kind for kind in TYPES if kind.kind == form.kind), None)
    return (
        kind is not None
        and kind.holds_parts == bool(form.parts)
        and _are_enough(form.choices, kind.fewest_choices)
        and _are_enough(form.places, kind.fewest_places)
        and all(choice.text for choice in _choices(form))
        and all(place.text or f"[[{place.id}]]" in form.text for place in form.places)
    )


def _are_enough(found: Sized, fewest: int) -> bool:
    return len(found) >= fewest if fewest else not found


def _ids(form: Form) -> Iterator[list[str]]:
    yield [choice.id for choice in form.choices]
    yield [place.id for place in form.places]
    yield [part.question for part in form.parts]
    for place in form.places:
        yield [choice.id for choice in place.choices]


def _are_mixed_up(ids: list[str]) -> bool:
    return len(ids) != len(set(ids)) or "" in ids


def _choices(form: Form) -> Iterator[Choice]:
    yield from form.choices
    for place in form.places:
        yield from place.choices


def _texts(form: Form) -> Iterator[str]:
    yield from (form.title, form.text)
    yield from (choice.text for choice in _choices(form))
    yield from (place.text for place in form.places)
