"""GIFT, as Moodle's own importer (``question/format/gift/format.php``) means it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.importers.decoding import decode
from lessons.importers.embedded import keep_embedded
from lessons.importers.gift_answers import GiftAnswers
from lessons.importers.gift_blocks import Block, gift_blocks
from lessons.importers.gift_text import formatted, shown
from lessons.importers.moodle_names import clean_name, default_name
from lessons.importers.outcome import GIFT, Imported, Outcome, Rejected, Skipped, Unusable
from lessons.importers.pictures import Pictures
from lessons.importers.translating import MOODLE, Translator
from lessons.questions.base import Head, Level

if TYPE_CHECKING:
    from lessons.questions.base import Question

_CATEGORY = "$CATEGORY:"
_BLANK = "_____"
_EXPLANATION = "####"
_REASONS = {
    "category": "Kategori tidak ada dalam berkas kuis.",
    "description": "Teks tanpa kurung kurawal adalah keterangan, bukan soal.",
    "essay": "Esai tidak dapat dinilai program.",
}
_SECOND_QUESTION = re.compile(r"\{\s*([=~#}]|(T|F|TRUE|FALSE)\s*[#}])|(^|\n)::")


def read_gift(data: bytes | str) -> Outcome:
    """Read a file, question by question.

    Raises:
        UnreadableFile: It is no text.
    """
    gathered = _Gathered()
    for block in gift_blocks(data if isinstance(data, str) else decode(data)):
        gathered.read(block)
    return gathered.outcome()


class _Gathered:
    def __init__(self) -> None:
        self._questions: list[Imported] = []
        self._skipped: list[Skipped] = []
        self._rejected: list[Rejected] = []
        self._pictures = Pictures()

    def read(self, block: Block) -> None:
        """Read one block."""
        try:
            kind = _kind_of_other(block)
            if kind:
                self._skipped.append(Skipped(block.line, kind, _REASONS[kind]))
            else:
                self._questions.append(self._question(block))
        except Unusable as error:
            self._rejected.append(Rejected(block.line, str(error)))
        self._reject_below_category(block)

    def outcome(self) -> Outcome:
        """Everything so far."""
        return Outcome(
            GIFT,
            tuple(self._questions),
            tuple(self._skipped),
            tuple(self._rejected),
            self._pictures.all(),
        )

    def _question(self, block: Block) -> Imported:
        translator = Translator(lambda source: keep_embedded(source, self._pictures))
        return Imported(_question(block, translator), block.line, tuple(translator.notes))

    def _reject_below_category(self, block: Block) -> None:
        """Moodle takes the lines below a category for a part of its name."""
        if block.text.startswith(_CATEGORY) and "{" in block.text:
            reason = "Soal menempel pada baris $CATEGORY. Beri baris kosong di antaranya."
            self._rejected.append(Rejected(block.line + 1, reason))


def _kind_of_other(block: Block) -> str:
    """What a block is that is no question; else empty.

    Raises:
        Unusable: Its braces do not fit.
    """
    if block.text.startswith(_CATEGORY):
        return "category"
    if block.torn:
        raise Unusable("Ada baris kosong di dalam kurung kurawal. Hapus baris kosong itu.")
    _, text = _title(block.text)
    begin, end = text.find("{"), text.find("}")
    if begin < 0 and end < 0:
        return "description"
    if end < 0:
        raise Unusable("Kurung kurawal tidak ditutup dengan “}”.")
    if begin < 0 or end < begin:
        raise Unusable("Kurung kurawal tidak berpasangan: “}” tanpa “{” di depannya.")
    answers = text[begin + 1 : end].rpartition(_EXPLANATION)
    return "" if (answers[0] if answers[1] else answers[2]).strip() else "essay"


def _question(block: Block, translator: Translator) -> Question:
    title, text = _title(block.text)
    begin, end = text.find("{"), text.find("}")
    before, inside, after = text[:begin], text[begin + 1 : end], text[end + 1 :]
    if _SECOND_QUESTION.search(after):
        raise Unusable("Dua soal tidak dipisahkan baris kosong.")
    answers, mark, explanation = inside.rpartition(_EXPLANATION)
    blank = "" if text.endswith("}") else _BLANK
    asked = formatted(f"{before}{blank}{after}", MOODLE)
    name = clean_name(shown(title)) or default_name(asked.text)
    told = formatted(explanation if mark else "", asked.form)
    body = translator.block(asked.text, asked.form)
    head = Head(
        id="soal",
        title=name,
        text=body or _from_title(title, translator),
        tests="",
        level=Level.MEDIUM,
        explanation=translator.aside(told.text, told.form),
        line=block.line,
    )
    reader = GiftAnswers(head, asked.form, translator)
    return reader.read((answers if mark else explanation).strip())


def _from_title(title: str, translator: Translator) -> str:
    text = translator.block(shown(title), "plain")
    if not text:
        raise Unusable("Soal ini tidak berisi pertanyaan.")
    translator.lose("Soal ini tidak berisi pertanyaan; judulnya dipakai.")
    return text


def _title(text: str) -> tuple[str, str]:
    """The title between ``::`` and ``::``, and the rest; without the second one all is text."""
    if not text.startswith("::"):
        return "", text
    title, mark, rest = text[2:].partition("::")
    return (title, rest.strip()) if mark else ("", title.strip())
