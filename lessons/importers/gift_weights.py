"""What an answer of GIFT is worth: ``~%50%`` and its like."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.importers.gift_text import Formatted, with_feedback
from lessons.importers.moodle_values import share_of
from lessons.importers.outcome import Unusable

if TYPE_CHECKING:
    from collections.abc import Iterable

_WEIGHT = re.compile(r"%(?P<percent>-*[0-9]{1,2}\.?[0-9]*)%")
_FEWEST = 2
_MAX_DIGITS = 30


@dataclass(frozen=True, slots=True)
class GiftAnswer:
    """One answer.

    Attributes:
        share: 1 for the whole, below 0 for a penalty.
    """

    text: Formatted
    feedback: Formatted
    share: Fraction


def weighted(written: str, usual: Fraction, form: str) -> GiftAnswer:
    """An answer that may begin with its weight.

    Args:
        usual: What it is worth without one.
        form: The format of texts that name none.

    Raises:
        Unusable: The weight is no number from -100 to 100.
    """
    written = written.strip()
    share = usual
    if match := _WEIGHT.match(written):
        share = share_of(match["percent"][:_MAX_DIGITS])
        written = written[match.end() :]
    text, feedback = with_feedback(written, form)
    return GiftAnswer(text, feedback, share)


def options(answers: str, form: str) -> list[GiftAnswer]:
    """The options of a choice; those without text are none.

    Raises:
        Unusable: A weight can't be read, or there are fewer than two options.
    """
    pieces = _split(answers.replace("=", "~="), "~")
    found = [_option(piece.strip(), form) for piece in pieces]
    filled = [option for option in found if option.text.text]
    if len(filled) < _FEWEST:
        raise Unusable("Soal ini tidak mempunyai sedikitnya dua pilihan jawaban.")
    return filled


def typed(answers: str, form: str) -> list[GiftAnswer]:
    """The answers of a question whose answer is typed.

    Raises:
        Unusable: A weight can't be read, there is no answer, or none is wholly right.
    """
    found = [weighted(piece, Fraction(1), form) for piece in _split(answers, "=")]
    filled = [answer for answer in found if answer.text.text]
    if not filled:
        raise Unusable("Soal ini tidak mempunyai jawaban.")
    if max(answer.share for answer in filled) != 1:
        raise Unusable("Tidak ada jawaban yang bernilai 100%.")
    return filled


def sums_to_one(answers: Iterable[GiftAnswer]) -> list[GiftAnswer]:
    """Answers whose positive weights are exactly 1 together, where Moodle takes them for that.

    Raises:
        Unusable: They are not, to two decimals.
    """
    answers = list(answers)
    total = sum((answer.share for answer in answers if answer.share > 0), Fraction(0))
    if round(total, 2) != 1:
        percent = float(round(total * 100, 2))
        raise Unusable(f"Bobot jawaban yang benar berjumlah {percent:g}%, seharusnya 100%.")
    return [
        replace(each, share=each.share / total if each.share > 0 else each.share)
        for each in answers
    ]


def _split(answers: str, sign: str) -> list[str]:
    first, *rest = answers.split(sign)
    return rest if not first.strip() else [first, *rest]


def _option(written: str, form: str) -> GiftAnswer:
    if not written.startswith("="):
        return weighted(written, Fraction(0), form)
    return GiftAnswer(*with_feedback(written[1:], form), Fraction(1))
