"""Answers of GIFT that are typed: short texts and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.importers.gift_text import formatted
from lessons.importers.gift_weights import GiftAnswer, typed
from lessons.importers.outcome import Unusable
from lessons.importers.plain_numbers import number_range
from lessons.questions.number import Number, Range
from lessons.questions.short_text import Accepted, ShortText
from lessons.questions.wording import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.importers.translating import Translator
    from lessons.questions.base import Head

_ANYTHING = "*"
_WILD = re.compile(r"(?<!\\)\*")
_COMMA = re.compile(r"[0-9],[0-9]")


def short_text(head: Head, answers: str, form: str, translator: Translator) -> ShortText:
    """Texts that are accepted; capitals and punctuation do not count.

    Raises:
        Unusable: No text is wholly right, or one that counts stands for any other.
    """
    accepted: dict[str, Accepted] = {}
    for answer in _counting(typed(answers, form), translator):
        if _WILD.search(answer.text.text):
            raise Unusable(
                f"Jawaban “{answer.text.text[:40]}” memakai * sebagai pengganti sembarang teks."
            )
        text = " ".join(answer.text.text.replace("\\*", "*").split())
        compared = normalise(text)
        if not compared:
            raise Unusable(f"Jawaban “{text[:40]}” hanya berisi tanda baca, yang tidak dinilai.")
        if before := accepted.get(compared):
            if before.value != answer.share or answer.feedback.text:
                translator.lose(f"Jawaban “{text[:60]}” sama dengan jawaban sebelumnya.")
            continue
        feedback = translator.aside(answer.feedback.text, answer.feedback.form)
        accepted[compared] = Accepted((text,), answer.share, feedback)
    return ShortText(head, tuple(_gathered(accepted.values())))


def number(head: Head, answers: str, form: str, translator: Translator) -> Number:
    """Ranges that are accepted.

    Raises:
        Unusable: No range is wholly right, or one can't be read.
    """
    counting, tilde, wrong = answers.partition("~")
    if tilde and (feedback := formatted(wrong.partition("#")[2], form)).text:
        _lose_feedback(feedback.text, translator)
    ranges: list[Range] = []
    for answer in _counting(typed(counting, form), translator):
        if _COMMA.search(answer.text.text):
            translator.lose("Koma dibaca sebagai tanda desimal; Moodle hanya mengenal titik.")
        feedback_on_it = translator.aside(answer.feedback.text, answer.feedback.form)
        ranges.append(Range(*number_range(answer.text.text), answer.share, feedback_on_it))
    return Number(head, tuple(ranges), "")


def _counting(answers: Iterable[GiftAnswer], translator: Translator) -> list[GiftAnswer]:
    """The answers that are worth anything and stand for themselves."""
    counting = []
    for answer in answers:
        if answer.share > 0 and answer.text.text != _ANYTHING:
            counting.append(answer)
        elif answer.share > 0:
            translator.lose("Jawaban “*” (apa saja) di Moodle diberi nilai; di sini tidak.")
        elif answer.feedback.text:
            _lose_feedback(answer.feedback.text, translator)
    if all(answer.share != 1 for answer in counting):
        raise Unusable("Tidak ada jawaban bernilai 100% selain “*” (apa saja).")
    return counting


def _lose_feedback(text: str, translator: Translator) -> None:
    translator.lose(f"Umpan balik untuk jawaban yang salah tidak ikut: “{text[:200]}”")


def _gathered(accepted: Iterable[Accepted]) -> Iterable[Accepted]:
    """Texts that are worth the same and have no feedback stand on one line."""
    alike: dict[object, Accepted] = {}
    for each in accepted:
        key = each.value if not each.feedback else each.texts
        before = alike.get(key)
        texts = (*before.texts, *each.texts) if before else each.texts
        alike[key] = Accepted(texts, each.value, each.feedback)
    return alike.values()
