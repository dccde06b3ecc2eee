"""For those who are not on the list of this office, also without any network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.ui.kit import field
from desktop.ui.pages.explain import explain_in
from desktop.ui.pages.form_page import FormPage
from lessons.people import BadNip, normalise_nip

if TYPE_CHECKING:
    from desktop.services.bundle import Services

_LONGEST_NAME = 200


class RegisterPage(FormPage):
    """Asks for name and NIP.

    Signals:
        registered(object): The ``Tile`` of the new person, who has no password yet.
    """

    registered = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(
            "Saya belum terdaftar",
            "Anda dapat langsung belajar. Data Anda menunggu verifikasi admin; "
            "hasil belajar tetap tersimpan.",
            "&Daftar",
        )
        self._services = services
        self._name = field("&Nama lengkap", "name_field")
        self._name.edit.setMaxLength(_LONGEST_NAME)
        self._nip = field("NIP/NI &PPPK", "nip_field", "18 angka; boleh memakai spasi.")
        self.action.setObjectName("register_button")
        self.lay_out(self._name, self._nip)

    def submit(self) -> None:
        """Check what can be checked here, and enter the person."""
        name = " ".join(self._name.text().split())
        if not name:
            self._name.show_error("Ketik nama lengkap Anda.")
            return
        try:
            nip = normalise_nip(self._nip.text())
        except BadNip as error:
            self._nip.show_error(error.message)
            return
        self._register(name, nip)

    def _register(self, name: str, nip: str) -> None:
        self.set_busy("Mendaftarkan…")
        operation = self._services.people.register(name, nip, self)
        explain = explain_in(self, self._nip, self._services.messages)
        operation.success(self.registered.emit).failure(explain)
