"""First start: to which server and office does this PC belong?"""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.errors import ProgramError
from desktop.services.messages import Tone
from desktop.sync.errors import CodeIncomplete, Refused, SyncError
from desktop.ui.kit import Field, field
from desktop.ui.pages.form_page import FormPage

if TYPE_CHECKING:
    from desktop.services.bundle import Services
    from desktop.storage.model import Enrolment


class EnrolmentPage(FormPage):
    """Asks for server address, enrolment code and a name for the PC.

    Signals:
        done(): The PC now belongs to an office.
    """

    done = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(
            "Hubungkan komputer ini",
            "Agar hasil belajar dikirim ke BKPSDM saat ada internet.",
            "&Hubungkan",
            "&Nanti saja",
        )
        self._services = services
        self._server = field("Alamat &server", "server_field", placeholder="https://…")
        self._code = field(
            "Kode &pendaftaran", "enrolment_code_field", placeholder="XXXX-XXXX, dari admin BKPSDM"
        )
        self._name = field("Nama &komputer", "pc_name_field")
        self._name.edit.setText(platform.node())
        self.action.setObjectName("enrol_button")
        self.back_button.setObjectName("later_button")
        self.back_button.show_icon("clock")
        self.lay_out(*self._fields())

    def submit(self) -> None:
        """Try to enrol; nothing changes unless the server agrees."""
        self.clear_trouble()
        missing = [each for each in self._fields() if not each.text()]
        if missing:
            missing[0].show_error("Kolom ini perlu diisi.")
            return
        self.set_busy("Menghubungi server…")
        server, code, name = (each.text() for each in self._fields())
        operation = self._services.synchroniser.enrol(server, code, name, self)
        operation.success(self._finish).failure(self._explain)

    def _fields(self) -> tuple[Field, Field, Field]:
        return self._server, self._code, self._name

    def _finish(self, enrolment: Enrolment) -> None:
        self._services.messages.tell(
            "Komputer ini sudah terhubung",
            f"{enrolment.unit_name}, {enrolment.organisation}. Daftar nama sedang diambil.",
            Tone.SUCCESS,
        )
        self.done.emit()

    def _explain(self, error: Exception) -> None:
        self.set_busy("")
        if not isinstance(error, ProgramError):
            self._services.messages.tell_error(error)
            return
        is_code = isinstance(error, Refused | CodeIncomplete)
        step = "" if is_code else _step_words(error)
        self.show_trouble("Komputer ini belum terhubung", f"{error.message}{step}")
        wrong = self._code if is_code else self._server
        wrong.edit.setFocus()
        wrong.edit.selectAll()


def _step_words(error: ProgramError) -> str:
    return f" Langkah yang belum berhasil: {error.step}." if isinstance(error, SyncError) else ""
