"""What waits, when it was last sent, and why it failed, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.sync.machine import OTHER_ADVICE, OTHER_TITLE, OTHER_WORDS
from desktop.ui.kit import Notice, Spacing, button, column, label, notice, page_scroll, row
from desktop.ui.sync_words import record_words, refusal_words, round_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.services.bundle import Services
    from desktop.services.synchroniser import Waiting
    from desktop.storage.model import SyncState

_SIZE = (560, 480)
_HIGHEST = 600


class SyncDetail(QDialog):
    """A dialog that follows the rounds while it is open, and destroys itself when closed."""

    def __init__(self, services: Services, clock: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sync_detail")
        self.setWindowTitle("Sinkronisasi")
        self.resize(*_SIZE)
        self.setMaximumHeight(_HIGHEST)
        self._services = services
        self._clock = clock
        self._scroll = page_scroll(QWidget(), takes_keys=True)
        self._scroll.setProperty("role", "card")
        self._sync = button("&Sinkronkan sekarang", "primary", "refresh")
        self._sync.setObjectName("sync_now_button")
        self._sync.clicked.connect(services.synchroniser.sync_now)
        self._lay_out()
        services.synchroniser.state_changed.connect(self._refresh)
        services.synchroniser.running.connect(self._refresh)
        self.finished.connect(self.deleteLater)
        self._sync.setFocus()
        self._refresh()

    def _lay_out(self) -> None:
        layout = column(self, Spacing.L, Spacing.XL)
        layout.addWidget(label("Sinkronisasi", "title"))
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        close = button("&Tutup")
        close.setObjectName("close_detail_button")
        close.clicked.connect(self.reject)
        line = row(gap=Spacing.S)
        line.addStretch()
        line.addWidget(self._sync)
        line.addWidget(close)
        return line

    def _refresh(self) -> None:
        self._services.synchroniser.waiting(self).success(self._show)

    def _show(self, waiting: Waiting) -> None:
        synchroniser = self._services.synchroniser
        if synchroniser.state is None:
            return
        is_enrolled = synchroniser.state.enrolment is not None
        self._sync.setEnabled(is_enrolled and not synchroniser.is_running)
        self._scroll.setWidget(self._content(synchroniser.state, waiting))

    def _content(self, state: SyncState, waiting: Waiting) -> QWidget:
        content = QWidget()
        content.setProperty("role", "scrolled")
        layout = column(content, Spacing.S, Spacing.L)
        if state.is_other_machine:
            layout.addWidget(self._other_machine())
        for words in round_words(state, self._clock()):
            layout.addWidget(label(words))
        if state.last_error:
            layout.addWidget(
                notice("Percobaan terakhir belum berhasil", state.last_error, "warning")
            )
        self._list_unsent(layout, state, waiting)
        self._list_rejected(layout, waiting)
        layout.addStretch()
        return content

    def _other_machine(self) -> Notice:
        accept = button("Disk memang &dipindahkan")
        accept.setObjectName("accept_machine_button")
        accept.setToolTip("Jangan peringatkan lagi di komputer ini")
        accept.clicked.connect(self._services.synchroniser.accept_machine)
        line = row(gap=Spacing.S)
        line.addWidget(accept)
        line.addStretch()
        told = notice(OTHER_TITLE, f"{OTHER_WORDS} {OTHER_ADVICE}", "warning")
        told.words.addLayout(line)
        return told

    def _list_unsent(self, layout: QVBoxLayout, state: SyncState, waiting: Waiting) -> None:
        if not state.unsent:
            layout.addWidget(label("Semua hasil sudah terkirim.", "muted"))
            return
        layout.addSpacing(Spacing.S)
        layout.addWidget(label(f"Menunggu dikirim ({state.unsent})", "heading"))
        for record in waiting.unsent:
            layout.addWidget(label(record_words(record)))
        rest = state.unsent - len(waiting.unsent)
        if rest > 0:
            layout.addWidget(label(f"dan {rest} hasil lain", "muted"))

    def _list_rejected(self, layout: QVBoxLayout, waiting: Waiting) -> None:
        if not waiting.rejected:
            return
        layout.addSpacing(Spacing.S)
        layout.addWidget(label(f"Perlu diperiksa admin ({len(waiting.rejected)})", "heading"))
        for kept in waiting.rejected:
            layout.addWidget(label(f"{record_words(kept.record)} — {refusal_words(kept.reason)}"))
