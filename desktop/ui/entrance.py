"""From the tiles to a signed-in learner, one page after the other; none of them stays behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.services.people import Step, Tile, tile_of
from desktop.ui.pages.code import CodePage
from desktop.ui.pages.enrolment import EnrolmentPage
from desktop.ui.pages.new_password import NewPasswordPage
from desktop.ui.pages.password import PasswordPage
from desktop.ui.pages.privacy import PrivacyPage
from desktop.ui.pages.register import RegisterPage
from desktop.ui.pages.sign_in import SignInPage

if TYPE_CHECKING:
    from desktop.services.bundle import Services


class Entrance(QStackedWidget):
    """Shows exactly one page; the one before is destroyed, and with it what was typed there.

    Signals:
        about_wanted(): Somebody asks what program this is.
    """

    about_wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._services = services

    def show_start(self) -> None:
        """Begin: at the lock of the learner who was here, else at the tiles."""
        locked = self._services.session.locked
        if locked is None:
            self.show_tiles()
        else:
            self._ask_password(tile_of(locked), locked=True)

    def show_tiles(self) -> None:
        """The tiles, with nobody chosen."""
        page = SignInPage(self._services)
        page.chosen.connect(self._ask)
        page.register_wanted.connect(self._register)
        page.privacy_wanted.connect(self._tell_privacy)
        page.about_wanted.connect(self.about_wanted)
        page.enrolment_wanted.connect(self.show_enrolment)
        self._show(page)

    def show_enrolment(self) -> None:
        """Offer to connect the PC with a server."""
        page = EnrolmentPage(self._services)
        page.done.connect(self.show_tiles)
        page.back.connect(self._put_off)
        self._show(page)

    def offer_enrolment(self) -> bool:
        """Show the same where nobody has chosen a name yet; False where somebody is busy."""
        is_free = isinstance(self.currentWidget(), SignInPage)
        if is_free:
            self.show_enrolment()
        return is_free

    def clear(self) -> None:
        """Destroy the page that is shown."""
        page = self.currentWidget()
        if page is not None:
            self.removeWidget(page)
            page.hide()
            page.deleteLater()

    def _put_off(self) -> None:
        self._services.synchroniser.put_off()
        self.show_tiles()

    def _ask(self, tile: Tile) -> None:
        if tile.step is Step.CODE:
            self._ask_code(tile)
        elif tile.step is Step.NEW_PASSWORD:
            self._ask_new_password(tile)
        else:
            self._ask_password(tile)

    def _ask_code(self, tile: Tile) -> None:
        page = CodePage(self._services, tile)
        page.passed.connect(self._ask_new_password)
        page.back.connect(self.show_tiles)
        self._show(page)

    def _ask_new_password(self, tile: Tile) -> None:
        page = NewPasswordPage(self._services, tile)
        page.passed.connect(self._services.session.sign_in)
        page.back.connect(self.show_tiles)
        self._show(page)

    def _ask_password(self, tile: Tile, locked: bool = False) -> None:
        page = PasswordPage(self._services, tile, locked)
        page.passed.connect(self._services.session.sign_in)
        page.back.connect(self.show_tiles)
        self._show(page)

    def _register(self) -> None:
        page = RegisterPage(self._services)
        page.registered.connect(self._ask_new_password)
        page.back.connect(self.show_tiles)
        self._show(page)

    def _tell_privacy(self) -> None:
        page = PrivacyPage()
        page.back.connect(self.show_tiles)
        self._show(page)

    def _show(self, page: QWidget) -> None:
        self.clear()
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
