"""A password of one's own for this PC; it never leaves the PC."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.ui.kit import password_field
from desktop.ui.pages.explain import explain_in
from desktop.ui.pages.form_page import FormPage
from desktop.ui.pages.person_badge import PersonBadge

if TYPE_CHECKING:
    from desktop.services.bundle import Services
    from desktop.services.people import Tile

_RULES = "Paling sedikit 8 karakter. Jangan memakai NIP atau tanggal lahir."


class NewPasswordPage(FormPage):
    """Asks for a new password, twice.

    Signals:
        passed(object): The ``Learner`` who now has it.
    """

    passed = Signal(object)

    def __init__(self, services: Services, tile: Tile) -> None:
        super().__init__(
            "Buat kata sandi",
            "Kata sandi ini hanya berlaku di komputer ini.",
            "&Simpan dan masuk",
        )
        self._services = services
        self._tile = tile
        self._first = password_field("Kata sandi &baru", "new_password_field", _RULES)
        self._again = password_field("&Ulangi kata sandi baru", "repeat_password_field")
        self.action.setObjectName("save_password_button")
        self.lay_out(PersonBadge(tile), self._first, self._again)

    def submit(self) -> None:
        """Compare the two, and set the password."""
        first, again = self._first.edit.text(), self._again.edit.text()
        if not first:
            self._first.show_error("Ketik kata sandi baru.")
        elif not again:
            self._again.show_error("Ketik kata sandi yang sama sekali lagi.")
        elif first != again:
            self._again.show_error("Kedua kata sandi belum sama. Ketik sekali lagi.")
        else:
            self._save(first)

    def _save(self, password: str) -> None:
        self.set_busy("Menyimpan…")
        operation = self._services.people.set_password(self._tile.id, password, self)
        explain = explain_in(self, self._first, self._services.messages)
        operation.success(self.passed.emit).failure(explain)
