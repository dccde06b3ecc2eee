"""The first page of every day: who wants to learn? Nobody is chosen beforehand, ever."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.storage.model import Change, SyncState
from desktop.ui.kit import Button, Spacing, button, centred, column, label, page_scroll, row
from desktop.ui.pages.tiles import COLUMNS, TileGrid

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop.services.bundle import Services
    from desktop.services.people import Tile

FILTER_FROM = 9
_WIDTH = 960
_NOBODY_FOUND = "Tidak ada nama yang cocok. Periksa ejaannya, atau pilih “Saya belum terdaftar”."
_NOBODY_YET = (
    "Belum ada nama di komputer ini. Hubungkan komputer ini dengan server BKPSDM, "
    "atau pilih “Saya belum terdaftar” untuk mulai belajar sekarang."
)


class SignInPage(QWidget):
    """Tiles, a filter for large offices, and the ways for those who are not on a tile.

    Signals:
        chosen(object): A ``Tile``.
        register_wanted(): "Saya belum terdaftar".
        privacy_wanted(): "Pemberitahuan Privasi".
        about_wanted(): "Tentang Bina ASN".
        enrolment_wanted(): "Hubungkan komputer ini"; offered while the PC belongs to no office.
    """

    chosen = Signal(object)
    register_wanted = Signal()
    privacy_wanted = Signal()
    about_wanted = Signal()
    enrolment_wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._people: tuple[Tile, ...] = ()
        self._office = label("", "muted")
        self._empty = label("", "body")
        self._filter = self._make_filter()
        self._tiles = TileGrid()
        self._tiles.setAccessibleName("Daftar nama")
        self._tiles.chosen.connect(self.chosen)
        self._enrol = _link("&Hubungkan komputer ini", "plug-connected", "enrol_link")
        self._links = self._make_links()
        self._lay_out()
        services.backend.changed.connect(self._refresh)
        services.synchroniser.state_changed.connect(self._show_office)
        self._show_office(services.synchroniser.state)
        self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the keyboard on the filter, or among the tiles but on nobody's."""
        super().showEvent(event)
        self._begin()

    def _begin(self) -> None:
        if self._filter.isVisible():
            self._filter.setFocus()
        else:
            self._tiles.setFocus()

    def _refresh(self, changes: frozenset[Change]) -> None:
        if Change.LEARNERS in changes:
            self._load()

    def _load(self) -> None:
        self._services.people.tiles(self).success(self._show)

    def _show(self, people: tuple[Tile, ...]) -> None:
        first = not self._people
        self._people = people
        self._filter.setVisible(len(people) >= FILTER_FROM)
        self._sift()
        if first and self.isVisible():
            self._begin()

    def _sift(self) -> None:
        wanted = self._filter.text().casefold().split() if len(self._people) >= FILTER_FROM else []
        found = [each for each in self._people if all(w in each.name.casefold() for w in wanted)]
        self._tiles.show_people(found)
        # Tiles are younger than the links, and Tab goes by age unless told otherwise.
        for before, after in pairwise((self._filter, *self._tiles.tiles(), *self._links)):
            self.setTabOrder(before, after)
        self._empty.setVisible(not found)
        self._empty.setText(_NOBODY_FOUND if self._people else _NOBODY_YET)

    def _show_office(self, state: SyncState | None) -> None:
        enrolment = state.enrolment if state else None
        self._office.setText(
            f"{enrolment.unit_name} · {enrolment.organisation}" if enrolment else ""
        )
        self._office.setVisible(enrolment is not None)
        self._enrol.setVisible(state is not None and enrolment is None)

    def _make_filter(self) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName("filter_field")
        made.setPlaceholderText("Cari nama Anda")
        made.setAccessibleName("Cari nama Anda")
        made.setClearButtonEnabled(True)
        made.textChanged.connect(self._sift)
        made.returnPressed.connect(self._choose_only)
        return made

    def _choose_only(self) -> None:
        self._tiles.choose_only()

    def _lay_out(self) -> None:
        inner = QWidget()
        whole = column(self, 0)
        scroll = page_scroll(inner)
        self._tiles.reached.connect(scroll.ensureWidgetVisible)
        whole.addWidget(scroll, 1)
        centred(self._middle(), inner, Spacing.XL)
        whole.addLayout(centred(self._foot(), margin=Spacing.S))

    def _middle(self) -> QWidget:
        whole = QWidget()
        whole.setMaximumWidth(_WIDTH)
        middle = column(whole, Spacing.S)
        for widget in (label("Masuk", "display"), self._office, label("Pilih nama Anda.")):
            middle.addWidget(widget)
        middle.addSpacing(Spacing.S)
        self._filter.setMaximumWidth(_WIDTH // COLUMNS)
        middle.addWidget(self._filter)
        middle.addSpacing(Spacing.XS)
        middle.addWidget(self._tiles)
        middle.addWidget(self._empty)
        middle.addStretch(1)
        return whole

    def _make_links(self) -> tuple[Button, Button, Button, Button]:
        register = _link("Saya &belum terdaftar", "user-plus", "register_link")
        privacy = _link("&Pemberitahuan Privasi", "shield-lock", "privacy_link")
        about = _link("&Tentang", "info-circle", "about_link")
        about.setAccessibleName("Tentang Bina ASN")
        register.clicked.connect(self.register_wanted)
        self._enrol.clicked.connect(self.enrolment_wanted)
        privacy.clicked.connect(self.privacy_wanted)
        about.clicked.connect(self.about_wanted)
        return register, self._enrol, privacy, about

    def _foot(self) -> QWidget:
        register, enrol, privacy, about = self._links
        whole = QWidget()
        whole.setMaximumWidth(_WIDTH)
        line = row(whole, Spacing.S)
        line.addWidget(register)
        line.addWidget(enrol)
        line.addStretch()
        line.addWidget(privacy)
        line.addWidget(about)
        return whole


def _link(text: str, icon: str, name: str) -> Button:
    made = button(text, "quiet", icon)
    made.setObjectName(name)
    return made
