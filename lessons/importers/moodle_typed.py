"""Questions of Moodle XML whose answer is typed: short answers and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.importers.outcome import Unusable
from lessons.importers.typed_answers import number_of
from lessons.questions.number import Number, Range
from lessons.questions.short_text import Accepted, ShortText
from lessons.questions.wording import normalise

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.importers.moodle_question import Answer, MoodleQuestion
    from lessons.importers.xml_tree import Element

_ANY = "*"
_WILD = re.compile(r"(?<!\\)\*")
_UNIT_GRADED = frozenset({"1", "2"})


def short_answer(source: MoodleQuestion) -> ShortText:
    """Texts that are accepted; capitals never count here.

    Raises:
        Unusable: No text is wholly right, or one that counts has wildcards.
    """
    head = source.head()
    if source.element.value("usecase") not in ("", "0", "false"):
        source.translator.lose("Di Moodle huruf besar dan kecil dibedakan; di sini tidak.")
    answers = _counting(source, lambda answer: normalise(_typed(answer)))
    accepted = (Accepted((_typed(each),), each.share, each.feedback) for each in answers)
    return ShortText(head, tuple(accepted))


def numerical(source: MoodleQuestion) -> Number:
    """Numbers with their tolerance.

    Raises:
        Unusable: No number is wholly right, or one can't be read.
    """
    head = source.head()
    answers = _counting(source, lambda each: f"{each.text} {each.element.value('tolerance')}")
    return Number(head, tuple(map(_range, answers)), _unit(source))


def _counting(source: MoodleQuestion, meaning: Callable[[Answer], str]) -> list[Answer]:
    """The answers that are worth anything, of those that mean the same the first, as in Moodle."""
    first: dict[str, Answer] = {}
    for answer in source.answers():
        if answer.text == _ANY and answer.share > 0:
            source.translator.lose("Jawaban “*” (apa saja) di Moodle diberi nilai; di sini tidak.")
        elif answer.share > 0:
            first.setdefault(meaning(answer), answer)
        elif answer.feedback:
            source.translator.lose("Umpan balik untuk jawaban yang salah tidak ikut.")
    if first.pop("", None):
        source.translator.lose("Jawaban yang hanya berisi tanda baca tidak dinilai di sini.")
    if all(answer.share != 1 for answer in first.values()):
        raise Unusable("Soal ini tidak mempunyai jawaban bernilai 100%.")
    return list(first.values())


def _typed(answer: Answer) -> str:
    if _WILD.search(answer.text):
        raise Unusable(f"Jawaban “{answer.text[:60]}” memakai * sebagai pengganti sembarang teks.")
    return " ".join(answer.text.replace("\\*", "*").split())


def _range(answer: Answer) -> Range:
    middle = number_of(answer.text)
    off = abs(number_of(answer.element.value("tolerance") or "0"))
    return Range(middle - off, middle + off, answer.share, answer.feedback)


def _unit(source: MoodleQuestion) -> str:
    """The unit whose numbers are those of the key."""
    units = source.element.first("units")
    found = list(units.all("unit")) if units else []
    names = [unit.value("unit_name") for unit in found if _is_own(unit)]
    if len(found) > len(names[:1]):
        source.translator.lose("Di sini hanya satu satuan diterima; satuan lain hilang.")
    if source.element.value("unitgradingtype") in _UNIT_GRADED:
        source.translator.lose("Di Moodle satuan ikut dinilai; di sini tidak wajib diketik.")
    return " ".join(names[0].replace('"', " ").split()) if names else ""


def _is_own(unit: Element) -> bool:
    try:
        return number_of(unit.value("multiplier", default="1") or "1") == 1
    except Unusable:
        return False
