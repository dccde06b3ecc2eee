"""Moodle's embedded answers as gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.importers.cloze import Alternative, Embedded, split
from lessons.importers.gap_marks import MOST_GAPS, mark, with_gaps, without_marks
from lessons.importers.outcome import Unusable
from lessons.importers.typed_answers import choice_gap, number_of, typed_gap
from lessons.questions.gaps import Gap, Gaps
from lessons.questions.numbers import number_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from fractions import Fraction

    from lessons.importers.moodle_question import MoodleQuestion

_ANY = "*"


def embedded_answers(source: MoodleQuestion) -> Gaps:
    """``cloze``: each embedded question is a gap, and all count the same.

    Raises:
        Unusable: There is none, or one that is no gap.
    """
    pieces = split(without_marks(source.raw_text()))
    gaps = [piece for piece in pieces if isinstance(piece, Embedded)]
    if not 0 < len(gaps) <= MOST_GAPS:
        raise Unusable("Soal ini tidak mempunyai isian seperti {1:SHORTANSWER:=jawaban}.")
    made = [_GAPS[gap.kind](number, gap, source) for number, gap in enumerate(gaps, 1)]
    _note_losses(source, gaps)
    return Gaps(source.head(with_gaps(_marked(pieces), len(gaps), source.block)), tuple(made))


def _marked(pieces: Iterable[str | Embedded]) -> str:
    number, texts = 0, []
    for piece in pieces:
        number += isinstance(piece, Embedded)
        texts.append(mark(number) if isinstance(piece, Embedded) else piece)
    return "".join(texts)


def _note_losses(source: MoodleQuestion, gaps: list[Embedded]) -> None:
    lose = source.translator.lose
    if len({gap.weight for gap in gaps}) > 1:
        lose("Bobot setiap isian berbeda di Moodle; di sini semua isian sama.")
    if any(gap.case_sensitive for gap in gaps):
        lose("Di Moodle huruf besar dan kecil dibedakan; di sini tidak.")
    alternatives = [each for gap in gaps for each in gap.alternatives]
    if any(0 < each.fraction < 1 for each in alternatives):
        lose("Jawaban isian yang bernilai sebagian di Moodle tidak diterima di sini.")
    if any(each.feedback for each in alternatives):
        lose("Umpan balik setiap isian tidak ikut.")


def _right(gap: Embedded, number: int) -> list[Alternative]:
    right = [each for each in gap.alternatives if each.fraction == 1]
    if not right or any(each.text == _ANY for each in right):
        raise Unusable(f"Isian {number} tidak mempunyai kunci, atau menerima apa saja.")
    return right


def _choice(number: int, gap: Embedded, source: MoodleQuestion) -> Gap:
    right = _right(gap, number)
    if len(right) > 1:
        raise Unusable(f"Isian {number} mempunyai beberapa pilihan yang benar.")
    offered = [source.line(each.text, "html") for each in (*right, *gap.alternatives)]
    return choice_gap(number, offered[0], offered[1:])


def _short(number: int, gap: Embedded, _source: MoodleQuestion) -> Gap:
    texts = [each.text for each in _right(gap, number)]
    if any(_ANY in text.replace("\\*", "") for text in texts):
        raise Unusable(f"Isian {number} memakai * sebagai pengganti sembarang teks.")
    return typed_gap(number, [text.replace("\\*", "*") for text in texts])


def _number(number: int, gap: Embedded, _source: MoodleQuestion) -> Gap:
    texts: list[str] = []
    for each in _right(gap, number):
        written, _, tolerance = each.text.partition(":")
        value = number_of(written)
        if value < 0 or number_of(tolerance or "0"):
            raise Unusable(
                f"Isian {number} menerima bilangan dengan toleransi atau di bawah nol;"
                " buat soal angka tersendiri."
            )
        texts += _writings(value)
    return typed_gap(number, texts)


def _writings(value: Fraction) -> tuple[str, str]:
    """With and without dots between thousands."""
    grouped = number_text(value)
    plain = grouped.replace(".", "")
    whole, comma, part = plain.partition(",")
    return plain, f"{int(whole):,}".replace(",", ".") + comma + part


def _several(number: int, _gap: Embedded, _source: MoodleQuestion) -> Gap:
    raise Unusable(f"Isian {number} meminta beberapa pilihan sekaligus; buat soal tersendiri.")


_GAPS: dict[str, Callable[[int, Embedded, MoodleQuestion], Gap]] = {
    "choice": _choice,
    "shortanswer": _short,
    "numerical": _number,
    "multiresponse": _several,
}
