"""What every question type shares, and what each type must provide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from lessons.records import RawAnswer


class Level(StrEnum):
    """How hard the author thinks a question is; the values are what trainers write."""

    EASY = "mudah"
    MEDIUM = "sedang"
    HARD = "sulit"


@dataclass(frozen=True, slots=True)
class Head:
    """What a question has whatever its type.

    Attributes:
        id: Forever id, unique within the course.
        title: Short heading.
        text: The question itself, Markdown.
        tests: ``lesson id#heading id`` of the heading that it tests (``uji=``).
        explanation: ``Pembahasan``, Markdown; may be empty.
        line: Line of the heading in its file, from 1.
        weight: How much it counts in its quiz (``bobot=``), 1–10.
        salt: Makes hidden ids such that nobody without it can tell whose they are; empty but for
            a question that leaves the trainer's PC without its key.
    """

    id: str
    title: str
    text: str
    tests: str
    level: Level
    explanation: str
    line: int
    weight: int = 1
    salt: str = ""

    @property
    def salted_id(self) -> str:
        """What hidden ids are made of."""
        return f"{self.salt}{self.id}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One option as a learner may see it: nothing here tells whether it is right.

    Attributes:
        id: What a raw answer says when it is chosen.
        fixed: Whether it stays last when options are shuffled (``{tetap}``).
    """

    id: str
    text: str
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One of several places of a question that each take an answer: a gap, or a left side.

    Attributes:
        id: Under which the raw answer keeps what was given here.
        text: What stands beside it, Markdown; empty for a gap, whose place is in the text.
        choices: From which to choose here; empty where the answer is typed, and where all places
            choose from the choices of the form.
    """

    id: str
    text: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """The learner's form of a question: what is shown, without the key.

    Attributes:
        question: Question id.
        kind: Type identifier, for example ``single-choice``; decides which widget shows it.
        title: Short heading.
        text: The question itself, Markdown; a gap stands in it as ``[[1]]``.
        choices: Options, right sides of pairs, or items to put in order; in the order to show.
        places: Left sides of pairs, or gaps, in the order to show.
        parts: The forms of the parts of a case.
        unit: In which a number is asked (``satuan=``); may be empty.
    """

    question: str
    kind: str
    title: str
    text: str
    choices: tuple[Choice, ...] = ()
    places: tuple[Place, ...] = ()
    parts: tuple[Form, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """What an answer is worth.

    Attributes:
        score: 0 to 1, exact.
    """

    score: Fraction

    @property
    def right(self) -> bool:
        """Whether the answer is wholly right."""
        return self.score == 1


@runtime_checkable
class Question(Protocol):
    """What a question of any type can do; each type is a frozen dataclass in its own module."""

    @property
    def head(self) -> Head:
        """The shared part."""

    @property
    def kind(self) -> str:
        """Type identifier, for example ``single-choice``."""

    def form(self, order: Order) -> Form:
        """The learner's form, options in the order that ``order`` gives."""

    def grade(self, answer: RawAnswer) -> Grade:
        """Grade a raw answer; an answer of the wrong shape is worth 0, never an exception."""

    def full_key(self) -> RawAnswer:
        """The raw answer that is wholly right."""

    def feedback(self, answer: RawAnswer) -> tuple[str, ...]:
        """The author's feedback on what was chosen, Markdown; empty where there is none."""

    def graded_content(self) -> object:
        """Everything that decides a grade, as plain JSON values, for the revision hash."""

    def attributes(self) -> dict[str, str]:
        """The type's own attributes of the heading as an author writes them."""

    def answer_lines(self) -> tuple[str, ...]:
        """The answer lines as an author writes them; reading them again gives the same."""


class Order(Protocol):
    """Puts ids into an order that depends on nothing but the seed."""

    def __call__(self, question: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The ids in the order to show."""


def arranged(question: str, choices: tuple[Choice, ...], order: Order) -> tuple[Choice, ...]:
    """Choices in the order to show, fixed ones last."""
    by_id = {choice.id: choice for choice in choices}
    movable = order(question, tuple(choice.id for choice in choices if not choice.fixed))
    fixed = tuple(choice.id for choice in choices if choice.fixed)
    return tuple(by_id[choice_id] for choice_id in (*movable, *fixed))
