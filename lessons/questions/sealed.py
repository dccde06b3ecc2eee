"""Questions without their key: what a PC holds of an end test that only the server grades.

Hidden ids are made of letters that an author mostly gives in the right order, so anybody could
work them out. A salt that only the server's edition holds makes them tell nothing. The order shown
may by chance be the author's, but nothing on the PC knows that it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

from lessons.questions.base import Form, Grade, Head, Order, Question, arranged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.records import RawAnswer


@dataclass(frozen=True, slots=True)
class Sealed:
    """A question that can be shown and answered, but not graded.

    Attributes:
        head: Without explanation and salt.
        shown: The learner's form, all choices in order of their ids.
    """

    head: Head
    shown: Form

    @property
    def kind(self) -> str:
        """The identifier of the type that it was, by which it is shown."""
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
        """Nothing: the revision of its quiz is kept from before."""
        return {"kind": "sealed"}

    def attributes(self) -> dict[str, str]:
        """None: it can't be written as an author writes."""
        return {}

    def answer_lines(self) -> tuple[str, ...]:
        """None: it can't be written as an author writes."""
        return ()


def seal(question: Question) -> Sealed:
    """The question without key, feedback and explanation; salt it before."""
    head = replace(question.head, explanation="", salt="")
    return Sealed(head, _sorted(question.form(_as_given)))


def salted(question: Question, salt: str) -> Question:
    """The question, and if it is a case its parts, with the salt in each head."""
    changes: dict[str, Any] = {"head": replace(question.head, salt=salt)}
    parts: Iterable[Question] = getattr(question, "parts", ())
    if parts:
        changes["parts"] = tuple(salted(part, salt) for part in parts)
    return cast("Question", replace(cast("Any", question), **changes))


def _as_given(question: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    return ids


def _by_id(question: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(ids))


def _sorted(form: Form) -> Form:
    """Without any order that the author gave: in some types it is the key."""
    return replace(
        form,
        choices=arranged(form.question, form.choices, _by_id),
        places=tuple(
            replace(place, choices=arranged(form.question, place.choices, _by_id))
            for place in sorted(form.places, key=lambda place: place.id)
        ),
        parts=tuple(_sorted(part) for part in form.parts),
    )


def _arranged(form: Form, order: Order) -> Form:
    places = (
        replace(place, choices=arranged(f"{form.question}\n{place.id}", place.choices, order))
        for place in form.places
    )
    return replace(
        form,
        choices=arranged(form.question, form.choices, order),
        places=tuple(places),
        parts=tuple(_arranged(part, order) for part in form.parts),
    )
