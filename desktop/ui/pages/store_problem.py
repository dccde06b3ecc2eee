"""When the database can't be used: what happened, where the file is, what may be done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from desktop.errors import ProgramError
from desktop.storage.errors import StoreProblem, StoreUnavailable
from desktop.ui.kit import (
    Button,
    Notice,
    Spacing,
    button,
    card,
    centred,
    column,
    label,
    notice,
    page_scroll,
    row,
)

if TYPE_CHECKING:
    from desktop.services.rescue import Rescue

FolderChooser = Callable[[QWidget], str]
_WIDTH = 620


def ask_folder(parent: QWidget) -> str:
    """The folder that the person chooses; empty when none."""
    return QFileDialog.getExistingDirectory(parent, "Simpan salinan ke folder")


class StoreProblemPage(QWidget):
    """Offers a copy, a fresh start beside the old file, another try, or to close.

    Signals:
        retry_wanted(): The store should be opened again.
        close_wanted(): "Tutup".
    """

    retry_wanted = Signal()
    close_wanted = Signal()

    def __init__(
        self, error: ProgramError, rescue: Rescue, choose_folder: FolderChooser = ask_folder
    ) -> None:
        super().__init__()
        self._error = error
        self._rescue = rescue
        self._choose_folder = choose_folder
        self._outcome = notice("", "", "info")
        self._outcome.setObjectName("rescue_outcome")
        self._outcome.hide()
        self._question = self._make_question()
        self._question.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        column(self, 0).addWidget(page_scroll(inner))
        frame = card()
        frame.setFixedWidth(_WIDTH)
        middle = column(inner, 0, Spacing.XL)
        middle.addStretch(1)
        middle.addLayout(centred(frame))
        middle.addStretch(2)
        layout = column(frame, Spacing.L, Spacing.XXL)
        layout.addWidget(label(self._error.title, "display"))
        layout.addWidget(label(self._error.message))
        if isinstance(self._error, StoreProblem):
            layout.addWidget(_where(self._error.path))
        layout.addWidget(self._outcome)
        layout.addWidget(self._question)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        line = row(gap=Spacing.S)
        if self._can_be_replaced():
            line.addWidget(self._button("&Simpan salinan…", "save_copy_button", self._save_copy))
            line.addWidget(self._button("Sisihkan dan &mulai baru", "set_aside_button", self._ask))
        else:
            line.addWidget(self._button("&Coba lagi", "retry_button", self.retry_wanted.emit))
        line.addStretch()
        line.addWidget(self._button("&Tutup", "close_button", self.close_wanted.emit, "quiet"))
        return line

    def _can_be_replaced(self) -> bool:
        return isinstance(self._error, StoreProblem) and not isinstance(
            self._error, StoreUnavailable
        )

    def _make_question(self) -> Notice:
        question = notice(
            "Mulai dengan data baru?",
            "Berkas lama tidak dihapus: namanya diganti dan tetap berada di folder yang sama. "
            "Hasil belajar di dalamnya tidak terlihat sampai admin memulihkannya.",
            "warning",
        )
        yes = self._button("&Ya, sisihkan", "confirm_button", self._set_aside, "danger")
        no = self._button("&Batal", "cancel_button", question.hide, "quiet")
        answers = row(gap=Spacing.S)
        answers.addWidget(yes)
        answers.addWidget(no)
        answers.addStretch()
        question.words.addLayout(answers)
        return question

    def _button(
        self, text: str, name: str, action: Callable[[], object], role: str = "secondary"
    ) -> Button:
        made = button(text, role)
        made.setObjectName(name)
        made.clicked.connect(lambda: action())
        return made

    def _ask(self) -> None:
        self._outcome.hide()
        self._question.show()

    def _save_copy(self) -> None:
        chosen = self._choose_folder(self)
        if chosen:
            operation = self._rescue.save_copy(Path(chosen), self)
            operation.success(self._tell_saved).failure(self._tell_failed)

    def _set_aside(self) -> None:
        self._question.hide()
        operation = self._rescue.set_aside(self)
        operation.success(lambda _: self.retry_wanted.emit()).failure(self._tell_failed)

    def _tell_saved(self, path: Path) -> None:
        self._tell("Salinan tersimpan", str(path), "success")

    def _tell_failed(self, error: Exception) -> None:
        if not isinstance(error, ProgramError):
            raise error
        self._tell(error.title, error.message, "danger")

    def _tell(self, title: str, message: str, tone: str) -> None:
        self._outcome.tell(title, message, tone)
        self._outcome.show()


def _where(path: Path) -> QLabel:
    made = label(f"Berkas: {path}", "small")
    made.setObjectName("store_path")
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
