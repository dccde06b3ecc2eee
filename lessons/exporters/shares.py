"""What each option is worth in Moodle, which adds up the options that were chosen."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessons.questions.multiple_choice import MultipleChoice
    from lessons.questions.single_choice import SingleChoice


def single_shares(question: SingleChoice) -> list[Fraction]:
    """Of each option, in their order."""
    return [question.grade(option.id).score for option in question.options]


def added_shares(question: MultipleChoice) -> list[Fraction]:
    """Of each option, in their order; each wrong one takes away as much as a right one gives."""
    share = Fraction(1, len(question.full_key()))
    valued = any(option.value is not None for option in question.options)
    wrong = Fraction(0) if valued else -share
    return [
        (share if option.right else wrong) if option.value is None else option.value
        for option in question.options
    ]
