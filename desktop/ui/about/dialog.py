"""The dialog that anybody may open, signed in or not, and that leaves what is below as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from desktop.ui.about.licences import LicencesPage
from desktop.ui.about.overview import OverviewPage
from desktop.ui.about.updates import UpdatesPage
from desktop.ui.kit import Spacing, column

if TYPE_CHECKING:
    from desktop.services.bundle import Services
    from desktop.ui.about.inner_page import InnerPage

_SIZE = (820, 480)
_LEAST = (640, 400)
_HIGHEST = 600


class AboutDialog(QDialog):
    """Shows the overview, the licences, or updates; destroys itself when closed."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setWindowTitle("Tentang Bina ASN")
        self.setMinimumSize(*_LEAST)
        self.setMaximumHeight(_HIGHEST)
        self.resize(*_SIZE)
        self._pages = QStackedWidget()
        self._overview = OverviewPage(services)
        self._overview.licences_wanted.connect(lambda: self._open(LicencesPage(services)))
        self._overview.updates_wanted.connect(lambda: self._open(UpdatesPage(services)))
        self._overview.closed.connect(self.reject)
        self._pages.addWidget(self._overview)
        column(self, 0, Spacing.XL).addWidget(self._pages)
        self.finished.connect(self.deleteLater)
        self._overview.setFocus()

    def _open(self, page: InnerPage) -> None:
        page.back.connect(lambda: self._show_overview(page))
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.setFocus()

    def _show_overview(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(self._overview)
        self._pages.removeWidget(page)
        page.deleteLater()
        self._overview.setFocus()
