"""Every later sign-in, and the way back from the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.ui.kit import label, password_field
from desktop.ui.pages.explain import explain_in
from desktop.ui.pages.form_page import FormPage
from desktop.ui.pages.person_badge import PersonBadge

if TYPE_CHECKING:
    from desktop.services.bundle import Services
    from desktop.services.people import Tile

_FORGOTTEN = "Lupa kata sandi? Hubungi admin unit kerja Anda."


class PasswordPage(FormPage):
    """Asks for the password.

    Signals:
        passed(object): The ``Learner`` whose password was right.
    """

    passed = Signal(object)

    def __init__(self, services: Services, tile: Tile, locked: bool = False) -> None:
        """Ask this person; ``locked`` says that the screen was locked meanwhile."""
        super().__init__(
            "Layar terkunci" if locked else "Masuk",
            "Ketik kata sandi untuk melanjutkan." if locked else "",
            "&Masuk",
            "&Ganti pengguna" if locked else "&Kembali",
        )
        self._services = services
        self._tile = tile
        self._password = password_field("Kata &sandi", "password_field")
        self.action.setObjectName("sign_in_button")
        self.lay_out(PersonBadge(tile), self._password, label(_FORGOTTEN, "small"))

    def submit(self) -> None:
        """Check the password."""
        typed = self._password.edit.text()
        if not typed:
            self._password.show_error("Ketik kata sandi Anda.")
            return
        self.set_busy("Memeriksa…")
        operation = self._services.people.check_password(self._tile.id, typed, self)
        explain = explain_in(self, self._password, self._services.messages)
        operation.success(self.passed.emit).failure(explain)
