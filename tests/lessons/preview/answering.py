"""Answers as a browser sends them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lessons.preview.fields import part_name, place_name
from lessons.questions import ordering

if TYPE_CHECKING:
    from lessons.questions.base import Form


def fields_of(form: Form, name: str, answer: object) -> dict[str, list[str]]:
    """The fields in which a browser would send a raw answer."""
    if isinstance(answer, Mapping):
        parts = {part.question: part for part in form.parts}
        found: dict[str, list[str]] = {}
        for key, value in answer.items():
            if key in parts:
                found |= fields_of(parts[key], part_name(name, parts[key]), value)
            else:
                found[place_name(name, key)] = [value]
        return found
    if isinstance(answer, list):
        if form.kind == ordering.KIND:
            return {place_name(name, item): [str(at)] for at, item in enumerate(answer, 1)}
        return {name: answer} if answer else {}
    return {name: [str(answer)]} if answer is not None else {}
