"""First start: to which server and office does this PC belong?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.errors import ProgramError
from desktop.machine_settings import ASK_UNIT
from desktop.services.messages import Tone
from desktop.sync.enrol import UNIT_NEEDED
from desktop.sync.errors import CodeIncomplete, Refused, SyncError
from desktop.ui.kit import ChoiceField, Field, field
from desktop.ui.pages.form_page import FormPage
from desktop.ui.sync_words import linked_words

if TYPE_CHECKING:
    from desktop.services.bundle import Services
    from desktop.storage.model import Enrolment
    from lessons.exchange.messages import Office

_BUSY = "Menghubungi server…"


class EnrolmentPage(FormPage):
    """Asks for server address, enrolment code and a name for the PC.

    Where the code serves many offices, it asks for the office as well. What the settings of the PC
    say stands there already.

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
        self._office = _office_field()
        self._name = field("Nama &komputer", "pc_name_field")
        self.action.setObjectName("enrol_button")
        self.back_button.setObjectName("later_button")
        self.back_button.show_icon("clock")
        self._fill_in()
        self.lay_out(self._server, self._code, self._office, self._name)
        for each in (self._server, self._code):
            each.edit.textEdited.connect(self._office.hide)
        services.synchroniser.joined.connect(self.done)

    def submit(self) -> None:
        """Try to enrol; nothing changes unless the server agrees."""
        self.clear_trouble()
        missing = [each for each in self._fields() if not each.text()]
        if missing:
            missing[0].show_error("Kolom ini perlu diisi.")
            return
        if self._asks_for_office() and not self._office.chosen():
            self._office.show_error("Pilih satu kantor dari daftar.")
            return
        self._enrol()

    def _asks_for_office(self) -> bool:
        return not self._office.isHidden()

    def _enrol(self) -> None:
        self.set_busy(_BUSY)
        unit = self._office.chosen() if self._asks_for_office() else ""
        server, code, name = (each.text() for each in self._fields())
        operation = self._services.synchroniser.enrol(server, code, name, unit, self)
        operation.success(self._finish).failure(self._explain)

    def _fill_in(self) -> None:
        joining = self._services.synchroniser.joining
        settings = joining.settings
        self._server.edit.setText(settings.server)
        self._code.edit.setText(settings.code)
        self._name.edit.setText(joining.pc_name)
        self._office.hide()
        if settings.server and settings.code and settings.unit == ASK_UNIT:
            self._ask_for_offices()

    def _ask_for_offices(self) -> None:
        self.set_busy(_BUSY)
        server, code = self._server.text(), self._code.text()
        operation = self._services.synchroniser.offices(server, code, self)
        operation.success(self._offer).failure(self._explain)

    def _offer(self, offices: tuple[Office, ...]) -> None:
        self.set_busy("")
        wanted = self._services.synchroniser.joining.settings.unit
        choices = [(office.code, office.title) for office in offices]
        self._office.show_choices(choices, wanted if wanted != ASK_UNIT else "")
        self._office.show()
        self._office.setFocus()

    def _fields(self) -> tuple[Field, Field, Field]:
        return self._server, self._code, self._name

    def _finish(self, enrolment: Enrolment) -> None:
        self._services.messages.tell(*linked_words(enrolment), Tone.SUCCESS)
        self.done.emit()

    def _explain(self, error: Exception) -> None:
        self.set_busy("")
        if isinstance(error, Refused) and error.code == UNIT_NEEDED:
            self._ask_for_offices()
            return
        if not isinstance(error, ProgramError):
            self._services.messages.tell_error(error)
            return
        is_code = isinstance(error, Refused | CodeIncomplete)
        step = "" if is_code else _step_words(error)
        self.show_trouble("Komputer ini belum terhubung", f"{error.message}{step}")
        wrong = self._code if is_code else self._server
        wrong.edit.setFocus()
        wrong.edit.selectAll()


def _office_field() -> ChoiceField:
    return ChoiceField(
        "K&antor",
        "office_field",
        "Kode ini berlaku untuk beberapa kantor. Pilih kantor komputer ini.",
        "Ketik nama kelurahan atau kecamatan",
    )


def _step_words(error: ProgramError) -> str:
    return f" Langkah yang belum berhasil: {error.step}." if isinstance(error, SyncError) else ""
