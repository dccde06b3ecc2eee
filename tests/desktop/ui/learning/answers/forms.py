"""Forms of every type by hand, as a course would give them, and a way to show one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication

from desktop.ui.learning.answers import answer_widget
from desktop.ui.learning.answers.base import AnswerWidget
from lessons.questions.base import Choice, Form, Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from lessons.records import RawAnswer

A = TypeVar("A", bound=AnswerWidget)

OPTIONS = (Choice("c", "Tiga"), Choice("a", "Satu"), Choice("b", "Dua"))
SINGLE = Form("tunggal", "single-choice", "Tunggal", "Teks", OPTIONS)
SEVERAL = Form("ganda", "multiple-choice", "Ganda", "Teks", OPTIONS)
TRUE_FALSE = Form("bs", "true-false", "BS", "Teks", (Choice("a", "Benar"), Choice("b", "Salah")))
MATCHING = Form(
    "jodoh",
    "matching",
    "Jodohkan",
    "Teks",
    (Choice("x1", "Pemberian <b>agar</b> berbuat"), Choice("x2", "Memaksa"), Choice("x3", "Lain")),
    (Place("b", "Pemerasan"), Place("a", "Suap")),
)
ORDERING = Form(
    "urut",
    "ordering",
    "Urutkan",
    "Teks",
    tuple(Choice(f"i{n}", text) for n, text in enumerate(("Catat", "Teruskan", "Terima"))),
)
NUMBER = Form("angka", "number", "Batas", "Berapa hari?", unit="hari kerja")
SHORT_TEXT = Form("teks", "short-text", "Lembaga", "Apa namanya?")
GAPS = Form(
    "isian",
    "gaps",
    "Lengkapi",
    "Paling lambat <b>[[1]]</b> hari [[2]] sesudahnya.",
    places=(
        Place("1", ""),
        Place("2", "", (Choice("kerja", "kerja"), Choice("libur", "libur"))),
    ),
)
CASE = Form("kasus", "case", "Kasus", "Ceritanya.", parts=(SINGLE, NUMBER, GAPS))

FORMS = (
    SINGLE,
    SEVERAL,
    TRUE_FALSE,
    MATCHING,
    ORDERING,
    NUMBER,
    SHORT_TEXT,
    GAPS,
    CASE,
)
ANSWERS: dict[str, RawAnswer] = {
    "tunggal": "b",
    "ganda": ["a", "b"],
    "bs": "a",
    "jodoh": {"a": "x1", "b": "x1"},
    "urut": ["i2", "i0", "i1"],
    "angka": " 30 ",
    "teks": "Komisi Pemberantasan Korupsi ",
    "isian": {"1": "tiga puluh ", "2": "kerja"},
    "kasus": {"tunggal": "c", "angka": "30", "isian": {"2": "libur"}},
}


def shown(qtbot: QtBot, form: Form, kind: type[A], width: int = 820) -> A:
    """The widget of a form in a window that has the keyboard."""
    widget = answer_widget(form, lambda text: text)
    assert isinstance(widget, kind)
    qtbot.addWidget(widget)
    widget.resize(width, 600)
    widget.show()
    with qtbot.waitActive(widget):
        widget.activateWindow()
    return widget


def keyboard_on() -> str:
    """The name of what has the keyboard."""
    focused = QApplication.focusWidget()
    return focused.objectName() if focused else ""
