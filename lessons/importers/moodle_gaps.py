"""Moodle's missing words, chosen from lists or dragged into the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.importers.gap_marks import MOST_GAPS, mark, with_gaps, without_marks
from lessons.importers.outcome import Unusable
from lessons.importers.typed_answers import choice_gap
from lessons.questions.gaps import Gaps

if TYPE_CHECKING:
    from lessons.importers.moodle_question import MoodleQuestion

_PLACE = re.compile(r"\[\[([0-9]{1,3})\]\]")


@dataclass(frozen=True, slots=True)
class _Word:
    group: str
    text: str


def missing_words(source: MoodleQuestion) -> Gaps:
    """``gapselect`` and ``ddwtos``: ``[[3]]`` is the place of the third word.

    Raises:
        Unusable: There is no place, or one names a word that there is not.
    """
    words = _words(source)
    text = without_marks(source.raw_text())
    numbers = [int(found) for found in _PLACE.findall(text)]
    if not 0 < len(numbers) <= MOST_GAPS:
        raise Unusable("Soal ini tidak mempunyai tempat isian seperti [[1]].")
    if any(not 0 < number <= len(words) for number in numbers):
        raise Unusable("Satu tempat isian menunjuk kata yang tidak ada.")
    gaps = [
        choice_gap(place, words[number - 1].text, _offered(words, number, source))
        for place, number in enumerate(numbers, 1)
    ]
    places = iter(range(1, len(numbers) + 1))
    marked = _PLACE.sub(lambda _: mark(next(places)), text)
    return Gaps(source.head(with_gaps(marked, len(numbers), source.block)), tuple(gaps))


def _words(source: MoodleQuestion) -> list[_Word]:
    elements = (each for each in source.element.children if each.tag in ("selectoption", "dragbox"))
    return [
        _Word(each.value("group", default="1") or "1", source.line(each.value("text"), "html"))
        for each in elements
    ]


def _offered(words: list[_Word], number: int, source: MoodleQuestion) -> list[str]:
    right = words[number - 1]
    offered = [word.text for word in words if word.group == right.group]
    if set(offered) == {right.text}:
        source.translator.lose(
            "Isian yang hanya mempunyai satu pilihan di Moodle menawarkan semua kata di sini."
        )
        offered = [word.text for word in words]
    return offered
