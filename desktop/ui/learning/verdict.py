"""The card that tells the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.storage.model import Delivery
from desktop.ui.kit import Spacing, card, column, label, picture, row
from desktop.ui.learning.state_line import state_line, verdict_icon
from desktop.ui.learning.words import GRADED_BY_SERVER
from desktop.ui.sync_words import refusal_words
from lessons.course import QuizKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame, QWidget

    from desktop.services.outcome import Outcome

_ICON = 48


def verdict_card(outcome: Outcome) -> QFrame:
    """Passed or not yet, the score beside its pass mark, JP, and where the result is."""
    made = card()
    made.setObjectName("verdict_card")
    layout = row(made, Spacing.L, Spacing.XL)
    layout.addWidget(picture(*_icon(outcome), size=_ICON))
    words = column(gap=Spacing.XS)
    words.addWidget(label(_headline(outcome), "display"))
    words.addWidget(label(score_words(outcome), "heading"))
    if jp := jp_words(outcome):
        words.addWidget(label(jp))
    words.addWidget(label(f"Percobaan ke-{outcome.number}", "muted"))
    words.addSpacing(Spacing.S)
    words.addWidget(_delivery(outcome))
    layout.addLayout(words, 1)
    return made


def score_words(outcome: Outcome) -> str:
    """``Nilai Anda 60. Nilai batas lulus 70.``; a pre-test has no pass mark.

    While the server has not graded it, the words say who will.
    """
    score = _ungraded(outcome) if outcome.score is None else f"Nilai Anda {outcome.score}."
    if outcome.quiz.kind is QuizKind.PRE_TEST:
        return score
    return f"{score} Nilai batas lulus {outcome.quiz.pass_mark}."


def _ungraded(outcome: Outcome) -> str:
    is_refused = outcome.delivery is Delivery.REJECTED
    return "Server tidak menilai jawaban ini." if is_refused else GRADED_BY_SERVER


def jp_words(outcome: Outcome) -> str:
    """What the attempt adds to the JP of its year; empty where nothing is to be said."""
    if outcome.jp_gained:
        return f"Anda memperoleh {outcome.jp_gained} JP untuk tahun {outcome.year}."
    if outcome.jp_known:
        return f"JP pelatihan ini untuk tahun {outcome.year} sudah tercatat sebelumnya."
    return ""


def _headline(outcome: Outcome) -> str:
    if outcome.quiz.kind is QuizKind.PRE_TEST:
        return "Tes awal selesai"
    if outcome.score is None:
        return "Belum dinilai" if outcome.delivery is Delivery.REJECTED else "Menunggu penilaian"
    return "Lulus" if outcome.passed else "Belum lulus"


def _icon(outcome: Outcome) -> tuple[str, str]:
    if outcome.quiz.kind is QuizKind.PRE_TEST:
        return "clipboard-check", "accent"
    return verdict_icon(None if outcome.score is None else outcome.passed)


def _delivery(outcome: Outcome) -> QWidget:
    if outcome.delivery is Delivery.ACCEPTED:
        return state_line("cloud-check", "success", "Hasil ini sudah diterima server BKPSDM.")
    if outcome.delivery is Delivery.REJECTED:
        reason = refusal_words(outcome.reason)
        words = f"Hasil ini tersimpan di komputer ini, tetapi ditolak server: {reason}."
        return state_line("alert-triangle", "warning", words)
    words = "Hasil ini sudah tersimpan di komputer ini. Akan dikirim saat ada internet."
    return state_line("device-floppy", "muted", words, "muted")
