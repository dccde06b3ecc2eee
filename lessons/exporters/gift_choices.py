"""Questions with options, and pairs, in GIFT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.exporters.gift_text import escaped, feedback, left_side, markdown
from lessons.exporters.outcome import Inexpressible
from lessons.exporters.plain import percent, plain
from lessons.exporters.shares import added_shares, single_shares
from lessons.questions.multiple_choice import Scoring

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from lessons.questions.matching import Matching
    from lessons.questions.multiple_choice import MultipleChoice
    from lessons.questions.options import Option
    from lessons.questions.single_choice import SingleChoice
    from lessons.questions.true_false import TrueFalse


def single_choice(question: SingleChoice) -> tuple[str, ...]:
    """``=`` for the right option, ``~`` and perhaps a weight for the others."""
    return _lines(question.options, single_shares(question), "=")


def multiple_choice(question: MultipleChoice) -> tuple[str, ...]:
    """A weight for each option; GIFT has room for two digits before the point.

    Raises:
        Inexpressible: It is graded all or nothing.
    """
    if question.scoring is Scoring.ALL:
        raise Inexpressible("GIFT tidak mengenal “nilai=semua”.")
    return _lines(question.options, added_shares(question), "~%99.99999%")


def true_false(question: TrueFalse) -> tuple[str, ...]:
    """``T`` or ``F``; the feedback on the wrong answer comes first."""
    texts = (question.feedback_false, question.feedback_true)
    wrong, right = texts if question.statement else reversed(texts)
    said = f"#{escaped(wrong)}#{escaped(right)}" if wrong or right else ""
    return (f"{'TRUE' if question.statement else 'FALSE'}{said}",)


def matching(question: Matching) -> tuple[str, ...]:
    """``=left -> right``; a distractor has no left side."""
    sides = [(pair.left, pair.right) for pair in question.pairs]
    sides += [("", distractor.right) for distractor in question.distractors]
    return tuple(f"={left_side(left)} -> {escaped(plain(right))}" for left, right in sides)


def _lines(options: Sequence[Option], shares: list[Fraction], whole: str) -> tuple[str, ...]:
    return tuple(
        f"{_sign(share, whole)}{markdown(option.text)}{feedback(option.feedback)}"
        for option, share in zip(options, shares, strict=True)
    )


def _sign(share: Fraction, whole: str) -> str:
    if share == 0:
        return "~"
    if abs(share) == 1:
        return whole if share > 0 else "~%-99.99999%"
    return f"~%{percent(share)}%"
