"""The first sign-in: the activation code that the admin printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.ui.kit import field
from desktop.ui.pages.explain import explain_in
from desktop.ui.pages.form_page import FormPage
from desktop.ui.pages.person_badge import PersonBadge

if TYPE_CHECKING:
    from desktop.services.bundle import Services
    from desktop.services.people import Tile


class CodePage(FormPage):
    """Asks for the activation code.

    Signals:
        passed(object): The code of this ``Tile`` was right.
    """

    passed = Signal(object)

    def __init__(self, services: Services, tile: Tile) -> None:
        super().__init__(
            "Kode aktivasi",
            "Anda baru pertama kali masuk di komputer ini. "
            "Ketik kode aktivasi yang diberikan admin.",
            "&Lanjutkan",
        )
        self._services = services
        self._tile = tile
        self._code = field("Kode &aktivasi", "code_field", "Huruf besar atau kecil sama saja.")
        self.action.setObjectName("code_button")
        self.lay_out(PersonBadge(tile), self._code)

    def submit(self) -> None:
        """Check the code."""
        if not self._code.text():
            self._code.show_error("Ketik kode aktivasi Anda.")
            return
        self.set_busy("Memeriksa…")
        operation = self._services.people.check_code(self._tile.id, self._code.text(), self)
        operation.success(self._pass).failure(explain_in(self, self._code, self._services.messages))

    def _pass(self, _: None) -> None:
        self.passed.emit(self._tile)
