"""Version, places and server, as whoever asks for help reads them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.ui.kit import Button, Spacing, button, column, label, page_scroll, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from desktop.services.bundle import Services

_PURPOSE = "Pelatihan ASN tanpa internet, untuk kantor kelurahan dan kecamatan."
_NO_SERVER = "Belum terhubung dengan server."
_SOFT_BREAK = "\u200b"


class OverviewPage(QWidget):
    """What the program is and where it is.

    Signals:
        updates_wanted(): "Pembaruan".
        licences_wanted(): "Lisensi".
        closed(): "Tutup".
    """

    updates_wanted = Signal()
    licences_wanted = Signal()
    closed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        layout = column(self, Spacing.L)
        layout.addWidget(label("Tentang Bina ASN", "title"))
        layout.addWidget(self._card(), 1)
        layout.addLayout(self._buttons())

    def _card(self) -> QWidget:
        inner = QWidget()
        facts = self._services.about.facts()
        layout = column(inner, Spacing.XS, Spacing.L)
        layout.addWidget(label(_PURPOSE))
        for caption, name, words in (
            ("Versi", "about_version", facts.version),
            ("Server", "about_server", self._server()),
            ("Data disimpan di", "about_data", str(facts.data)),
            ("Program terpasang di", "about_program", str(facts.program)),
        ):
            _add(layout, caption, name, words)
        layout.addStretch()
        scroll = page_scroll(inner, takes_keys=True)
        scroll.setProperty("role", "card")
        scroll.setAccessibleName("Keterangan program")
        return scroll

    def _server(self) -> str:
        state = self._services.synchroniser.state
        if state is None or state.enrolment is None:
            return _NO_SERVER
        place = state.enrolment
        return f"{place.server} ({place.unit_name}, {place.organisation})"

    def _buttons(self) -> QHBoxLayout:
        licences = _button("&Lisensi", "licences_button", self.licences_wanted, "book")
        updates = _button("&Pembaruan", "updates_button", self.updates_wanted, "refresh")
        close = _button("&Tutup", "close_about_button", self.closed)
        self.setFocusProxy(licences)
        line = row(gap=Spacing.S)
        line.addWidget(licences)
        line.addWidget(updates)
        line.addStretch()
        line.addWidget(close)
        return line


def _button(text: str, name: str, wanted: SignalInstance, icon: str | None = None) -> Button:
    made = button(text, icon=icon)
    made.setObjectName(name)
    made.clicked.connect(wanted)
    return made


def _add(layout: QVBoxLayout, caption: str, name: str, words: str) -> None:
    layout.addSpacing(Spacing.S)
    layout.addWidget(label(caption, "small"))
    layout.addWidget(_value(caption, name, words))


def _value(caption: str, name: str, words: str) -> QLabel:
    # A path has no blanks at which a label could break it.
    made = label(words.replace("/", f"/{_SOFT_BREAK}").replace("\\", f"\\{_SOFT_BREAK}"))
    made.setObjectName(name)
    made.setAccessibleName(f"{caption}: {words}")
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
