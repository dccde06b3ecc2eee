"""Questions with options in Moodle XML."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.exporters.plain import percent
from lessons.exporters.shares import added_shares, single_shares
from lessons.exporters.written import Written
from lessons.exporters.xml_text import leaf, plain_text
from lessons.questions.multiple_choice import Scoring

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.exporters.xml_text import Texts
    from lessons.questions.multiple_choice import MultipleChoice
    from lessons.questions.options import Option
    from lessons.questions.single_choice import SingleChoice
    from lessons.questions.true_false import TrueFalse


def single_choice(question: SingleChoice, texts: Texts) -> Written:
    """One right option."""
    answers = _answers(question.options, single_shares(question), texts)
    return Written("multichoice", (*_settings("true"), *answers))


def multiple_choice(question: MultipleChoice, texts: Texts) -> Written:
    """Several right options; all or nothing is a plugin of Moodle, ``multichoiceset``."""
    if question.scoring is Scoring.ALL:
        shares = [Fraction(option.right) for option in question.options]
        answers = _answers(question.options, shares, texts)
        return Written("multichoiceset", (leaf("shuffleanswers", "true"), *answers))
    answers = _answers(question.options, added_shares(question), texts)
    return Written("multichoice", (*_settings("false"), *answers))


def true_false(question: TrueFalse, texts: Texts) -> Written:
    """True and false."""
    sides = (
        ("true", question.statement, question.feedback_true),
        ("false", not question.statement, question.feedback_false),
    )
    answers = (
        plain_text(
            "answer", word, texts.markdown("feedback", feedback), fraction=percent(Fraction(right))
        )
        for word, right, feedback in sides
    )
    return Written("truefalse", tuple(answers))


def _settings(single: str) -> tuple[str, ...]:
    return (
        leaf("single", single),
        leaf("shuffleanswers", "true"),
        leaf("answernumbering", "abc"),
    )


def _answers(
    options: Iterable[Option], shares: Iterable[Fraction], texts: Texts
) -> tuple[str, ...]:
    return tuple(
        texts.markdown(
            "answer",
            option.text,
            texts.markdown("feedback", option.feedback),
            fraction=percent(share),
        )
        for option, share in zip(options, shares, strict=True)
    )
