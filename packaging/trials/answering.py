"""What to type so that a question is answered with its key."""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_lowercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessons.questions.base import Choice, Form
    from lessons.records import RawAnswer


def typed(form: Form, answer: RawAnswer) -> str:
    """The letters of options, or the text itself; Enter leads from one place to the next."""
    if isinstance(answer, Mapping):
        return "\n".join(_in_place(form.choices, answer[place.id]) for place in form.places)
    return _in_place(form.choices, answer)


def _in_place(choices: tuple[Choice, ...], answer: object) -> str:
    letters = {choice.id: ascii_lowercase[at] for at, choice in enumerate(choices)}
    return letters[str(answer)] if choices else str(answer)
