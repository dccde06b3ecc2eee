"""«Pembaruan»: a new version from a flashdisk or the server, verified before it is installed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.errors import ProgramError
from desktop.ui.about.inner_page import InnerPage
from desktop.ui.kit import Button, Spacing, button, column, label, notice, page_scroll, row
from desktop.updates.errors import NothingNewer

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.bundle import Services
    from desktop.services.operations import Operation
    from desktop.updates.stick import Update

_HOW = (
    "Program ini tidak pernah memeriksa pembaruan sendiri. Bawalah berkas pemasang bersama "
    "SHA256SUMS dan SHA256SUMS.sig di flashdisk, atau tanyakan kepada server."
)
_SHAPES = "Pemasang Bina ASN (*.exe *.msi *.deb)"
_BUSY = ("Sedang diperiksa…", "Mengunduh dari server dapat berlangsung beberapa menit.")
_STARTING = ("Pemasangan dimulai…", "Simpan pekerjaan Anda. Kata sandi administrator diminta.")


class UpdatesPage(InnerPage):
    """Two ways to look for a new version, and what was found."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._update: Update | None = None
        self._file = _button("Pilih &berkas pemasang…", "update_file_button", self._ask_person)
        self._server = _button("Tanya &server", "update_server_button", self._ask_server)
        self._install = _button("&Pasang", "install_update_button", self._start, "primary")
        self._outcome = notice("", "")
        self._outcome.setObjectName("update_outcome")
        self.setFocusProxy(self._file)
        self._lay_out()
        self._rest()

    def _lay_out(self) -> None:
        inner = QWidget()
        layout = column(inner, Spacing.M)
        layout.addWidget(label(_HOW))
        layout.addLayout(self._ways())
        layout.addWidget(self._outcome)
        layout.addWidget(self._install, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
        self._outcome.hide()
        whole = column(self, Spacing.M)
        whole.addLayout(self.head("Pembaruan"))
        whole.addWidget(page_scroll(inner), 1)

    def _ways(self) -> QHBoxLayout:
        line = row(gap=Spacing.S)
        line.addWidget(self._file)
        line.addWidget(self._server)
        line.addStretch()
        return line

    def _ask_person(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Pilih berkas pemasang", "", _SHAPES)
        if chosen:
            self._wait(self._services.updates.look_at(Path(chosen), self))

    def _ask_server(self) -> None:
        self._wait(self._services.updates.ask_server(self))

    def _wait(self, looking: Operation[Update]) -> None:
        self._be_busy(*_BUSY)
        self._update = None
        looking.success(self._show).failure(self._explain)

    def _show(self, update: Update) -> None:
        self._update = update
        version = update.offer.installer.version
        words = "Tanda tangan dan isinya benar. Data dan hasil belajar tetap ada."
        self._tell(f"Bina ASN versi {version} siap dipasang", words, "success")
        self._rest()
        self._install.setText(f"&Pasang versi {version}")
        self._install.setFocus()

    def _start(self) -> None:
        if self._update is not None:
            self._be_busy(*_STARTING)
            starting = self._services.updates.start(self._update, self)
            starting.success(self._finish).failure(self._explain)

    def _finish(self, said: str) -> None:
        self._update = None
        self._tell("", said, "success")
        self._rest()
        self.setFocus()

    def _explain(self, error: Exception) -> None:
        self._rest()
        self.setFocus()
        if not isinstance(error, ProgramError):
            raise error
        tone = "info" if isinstance(error, NothingNewer) else "warning"
        self._tell(error.title, error.message, tone)

    def _be_busy(self, title: str, message: str) -> None:
        self._tell(title, message, "info")
        for each in (self._file, self._server, self._install):
            each.setEnabled(False)

    def _rest(self) -> None:
        state = self._services.synchroniser.state
        self._file.setEnabled(True)
        self._server.setEnabled(state is not None and state.enrolment is not None)
        self._install.setEnabled(True)
        self._install.setVisible(self._update is not None)

    def _tell(self, title: str, message: str, tone: str) -> None:
        self._outcome.tell(title, message, tone)
        self._outcome.show()


def _button(text: str, name: str, action: Callable[[], None], role: str = "secondary") -> Button:
    made = button(text, role)
    made.setObjectName(name)
    made.clicked.connect(lambda: action())
    return made
