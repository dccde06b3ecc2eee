"""Questions without their key: what a PC holds of an end test that the server grades.

The order shown may by chance be the author's; nothing on the PC knows that it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.questions.base import Choice, Form, Grade, Head, Order, Place, Question, arranged

if TYPE_CHECKING:
    from lessons.records import RawAnswer


@dataclass(frozen=True, slots=True)
class Sealed:
    """A question that can be shown and answered, but not graded.

    Attributes:
        head: Without explanation.
        shown: The learner's form, everything in it in order of its id.
    """

    head: Head
    shown: Form

    @property
    def kind(self) -> str:
        """The identifier of the type that it was."""
        return self.shown.kind

    def form(self, order: Order) -> Form:
        """The learner's form."""
        return _arranged(self.shown, order)

    def grade(self, answer: RawAnswer) -> Grade:
        """0, since nothing is known here; only the server's score counts."""
        return Grade(Fraction(0))

    def full_key(self) -> RawAnswer:
        """Not here."""
        return None

    def feedback(self, answer: RawAnswer) -> tuple[str, ...]:
        """None: it would tell the key."""
        return ()

    def graded_content(self) -> object:
        """Only that it is sealed."""
        return {"kind": "sealed"}

    def attributes(self) -> dict[str, str]:
        """None: it can't be written as an author writes."""
        return {}

    def answer_lines(self) -> tuple[str, ...]:
        """None: it can't be written as an author writes."""
        return ()


def seal(question: Question) -> Sealed:
    """The question without key, feedback and explanation."""
    head = replace(question.head, explanation="")
    return Sealed(head, question.form(_by_id))


def _by_id(_question: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(ids))


def _arranged(form: Form, order: Order) -> Form:
    return replace(
        form,
        choices=arranged(form.question, form.choices, order),
        places=tuple(_place(form.question, place, order) for place in form.places),
        parts=tuple(_arranged(part, order) for part in form.parts),
    )


def _place(question: str, place: Place, order: Order) -> Place:
    choices: tuple[Choice, ...] = arranged(f"{question}\n{place.id}", place.choices, order)
    return replace(place, choices=choices)
