"""Moodle XML, as Moodle's own importer (``question/format/xml/format.php``) means it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.importers import moodle_choices, moodle_cloze, moodle_gaps, moodle_sides, moodle_typed
from lessons.importers.moodle_question import MoodleQuestion
from lessons.importers.outcome import (
    MOODLE_XML,
    Imported,
    Outcome,
    Rejected,
    Skipped,
    UnreadableFile,
    Unusable,
)
from lessons.importers.pictures import Pictures
from lessons.importers.xml_source import blocks, read_xml, resolved
from lessons.importers.xml_tree import NotWellFormed, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.importers.xml_tree import Element
    from lessons.questions.base import Question

_ROOT = "quiz"
_QUESTION = "question"
_SKIPPED = {
    "category": "Kategori tidak ada dalam berkas kuis.",
    "description": "Keterangan bukan soal; pindahkan ke pelajaran bila perlu.",
    "essay": "Esai tidak dapat dinilai program.",
}
_READERS: dict[str, Callable[[MoodleQuestion], Question]] = {
    "multichoice": moodle_choices.multiple_choice,
    "oumultiresponse": moodle_choices.all_right_options,
    "multichoiceset": moodle_choices.all_or_nothing,
    "truefalse": moodle_choices.true_false,
    "shortanswer": moodle_typed.short_answer,
    "numerical": moodle_typed.numerical,
    "matching": moodle_sides.matching,
    "match": moodle_sides.matching,
    "ddmatch": moodle_sides.matching,
    "ordering": moodle_sides.ordering,
    "order": moodle_sides.ordering,
    "gapselect": moodle_gaps.missing_words,
    "ddwtos": moodle_gaps.missing_words,
    "cloze": moodle_cloze.embedded_answers,
    "multianswer": moodle_cloze.embedded_answers,
}


def read_moodle_xml(data: bytes) -> Outcome:
    """Read a file; where it is not well formed, each question on its own.

    Raises:
        UnreadableFile: It is no text, has a DTD, or holds no question and no quiz.
    """
    text = read_xml(data)
    gathered = _Gathered()
    try:
        root = parse(resolved(text))
    except NotWellFormed:
        _read_blocks(text, gathered)
    else:
        if root.tag != _ROOT and root.first(_QUESTION) is None:
            raise UnreadableFile(f"Berkas XML ini berisi <{root.tag[:40]}>, bukan kuis Moodle.")
        for element in root.all(_QUESTION):
            gathered.read(element, element.line)
    return gathered.outcome()


def _read_blocks(text: str, gathered: _Gathered) -> None:
    found = False
    for block in blocks(text):
        found = True
        try:
            gathered.read(parse(resolved(block.text)), block.line)
        except NotWellFormed as error:
            line = block.line + error.line - 1
            reason = f"XML soal ini rusak di sekitar baris {line}; perbaiki atau ekspor ulang."
            gathered.rejected.append(Rejected(block.line, reason))
    if not found:
        raise UnreadableFile("Berkas XML ini rusak dan tidak memuat soal Moodle.")


class _Gathered:
    def __init__(self) -> None:
        self.questions: list[Imported] = []
        self.skipped: list[Skipped] = []
        self.rejected: list[Rejected] = []
        self._pictures = Pictures()

    def read(self, element: Element, line: int) -> None:
        """Read one question; an element's own line counts from its block."""
        kind = element.attributes.get("type", "").strip().lower()
        if kind in _SKIPPED:
            self.skipped.append(Skipped(line, kind, _SKIPPED[kind]))
            return
        try:
            self.questions.append(self._question(element, kind, line))
        except Unusable as error:
            self.rejected.append(Rejected(line, str(error)))

    def outcome(self) -> Outcome:
        """Everything so far."""
        return Outcome(
            MOODLE_XML,
            tuple(self.questions),
            tuple(self.skipped),
            tuple(self.rejected),
            self._pictures.all(),
        )

    def _question(self, element: Element, kind: str, line: int) -> Imported:
        reader = _READERS.get(kind)
        if reader is None:
            raise Unusable(f"Jenis soal Moodle “{kind[:40]}” tidak ada padanannya.")
        source = MoodleQuestion(element, self._pictures)
        question = reader(source)
        return Imported(question, line, tuple(source.translator.notes))
