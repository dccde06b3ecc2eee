"""Questions of Moodle XML whose answer is typed: short answers and numbers."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from lessons.importers.outcome import Unusable
from lessons.importers.typed_answers import number_text, short_text, with_share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessons.importers.moodle_question import Answer, MoodleQuestion
    from lessons.importers.xml_tree import Element
    from lessons.questions.base import Question

_ANY = "*"
_WILD = re.compile(r"(?<!\\)\*")
_UNIT_GRADED = frozenset({"1", "2"})


def short_answer(source: MoodleQuestion) -> Question:
    """Texts that are accepted; capitals never count here.

    Raises:
        Unusable: No text is wholly right, or one that counts has wildcards.
    """
    if source.element.value("usecase") not in ("", "0", "false"):
        source.translator.lose("Di Moodle huruf besar dan kecil dibedakan; di sini tidak.")
    lines = [
        with_share(f"= {_typed(source, answer)}", answer.share) for answer in _counting(source)
    ]
    return source.as_written(lines)


def numerical(source: MoodleQuestion) -> Question:
    """Numbers with their tolerance.

    Raises:
        Unusable: No number is wholly right, or one can't be read.
    """
    lines = [with_share(f"= {_ranged(answer)}", answer.share) for answer in _counting(source)]
    return source.as_written(lines, unit=_unit(source))


def _counting(source: MoodleQuestion) -> Iterator[Answer]:
    """The answers that are worth anything, the first of those with the same text."""
    answers = [answer for answer in source.answers() if answer.text]
    counting = {answer.text: answer for answer in reversed(answers) if answer.share > 0}
    if counting.pop(_ANY, None):
        source.translator.lose("Jawaban “*” (apa saja) di Moodle diberi nilai; di sini tidak.")
    if any(answer.share <= 0 and answer.feedback for answer in answers):
        source.translator.lose("Umpan balik untuk jawaban yang salah tidak ikut.")
    if any(answer.share > 0 and answer.feedback for answer in answers):
        source.translator.lose("Umpan balik untuk jawaban yang diketik tidak ikut.")
    if all(answer.share != 1 for answer in counting.values()):
        raise Unusable("Soal ini tidak mempunyai jawaban bernilai 100%.")
    return reversed(counting.values())


def _typed(source: MoodleQuestion, answer: Answer) -> str:
    if _WILD.search(answer.text):
        raise Unusable(f"Jawaban “{answer.text[:60]}” memakai * sebagai pengganti sembarang teks.")
    return short_text(answer.text.replace("\\*", "*"))


def _ranged(answer: Answer) -> str:
    tolerance = answer.element.value("tolerance") or "0"
    return f"{number_text(answer.text)} ± {number_text(tolerance)}"


def _unit(source: MoodleQuestion) -> str:
    """The unit whose numbers are those of the key."""
    units = source.element.first("units")
    found = list(units.all("unit")) if units else []
    names = [unit.value("unit_name") for unit in found if _multiplier(unit) == 1]
    if len(found) > len(names[:1]):
        source.translator.lose("Di sini hanya satu satuan diterima; satuan lain hilang.")
    if source.element.value("unitgradingtype") in _UNIT_GRADED:
        source.translator.lose("Di Moodle satuan ikut dinilai; di sini tidak wajib diketik.")
    return " ".join(names[0].replace('"', " ").split()) if names else ""


def _multiplier(unit: Element) -> Fraction:
    written = unit.value("multiplier", default="1") or "1"
    try:
        return Fraction(written[:20].replace(",", "."))
    except (ValueError, ZeroDivisionError):
        return Fraction(0)
