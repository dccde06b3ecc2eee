"""Matching and ordering questions of Moodle XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.importers.moodle_values import letters_for, text_of
from lessons.importers.outcome import Unusable
from lessons.questions.matching import Distractor, Matching, Pair
from lessons.questions.ordering import Item, Ordering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessons.importers.moodle_question import MoodleQuestion

_SAME_GRADING = frozenset({"", "4", "RELATIVE_ALL_PREVIOUS_AND_NEXT"})
_ALL_ITEMS = frozenset({"", "0", "ALL"})
_FEWEST = 2


def matching(source: MoodleQuestion) -> Matching:
    """Pairs; an answer without a question is a distractor.

    Raises:
        Unusable: There are fewer than two pairs.
    """
    head = source.head()
    sides = [(left, right) for left, right in _sides(source) if right]
    if sum(bool(left) for left, _ in sides) < _FEWEST:
        raise Unusable("Soal menjodohkan ini tidak mempunyai sedikitnya dua pasangan.")
    letters = letters_for(sides)
    pairs = [Pair(letter, *side) for letter, side in zip(letters, sides, strict=True) if side[0]]
    rest = zip(letters, sides, strict=True)
    distractors = [Distractor(letter, right) for letter, (left, right) in rest if not left]
    return Matching(head, tuple(pairs), tuple(distractors))


def _sides(source: MoodleQuestion) -> Iterator[tuple[str, str]]:
    for element in source.element.all("subquestion"):
        left = source.line_of(element)
        answer = element.first("answer")
        # Only matching by dragging has answers with a format; all others are plain text.
        written = bool(answer and "format" in answer.attributes)
        right = source.line_of(answer) if written else source.line(text_of(answer), "plain")
        if left and not right:
            raise Unusable(f"Pasangan “{left[:60]}” tidak mempunyai jawaban.")
        yield left, right


def ordering(source: MoodleQuestion) -> Ordering:
    """Items in the order of the file.

    Raises:
        Unusable: There are fewer than two items.
    """
    head = source.head()
    texts = [text for text in map(source.line_of, source.element.all("answer")) if text]
    if len(texts) < _FEWEST:
        raise Unusable("Soal mengurutkan ini tidak mempunyai sedikitnya dua butir.")
    if source.element.value("gradingtype").upper() not in _SAME_GRADING:
        source.translator.lose("Cara nilai urutan di Moodle lain; di sini dihitung per pasang.")
    if source.element.value("selecttype").upper() not in _ALL_ITEMS:
        source.translator.lose("Di Moodle hanya sebagian butir ditampilkan; di sini semua.")
    letters = letters_for(texts)
    return Ordering(head, tuple(Item(*each) for each in zip(letters, texts, strict=True)))
