"""Joins the window with its contents: who is at the PC decides what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.services.messages import Tone
from desktop.ui.entrance import Entrance
from desktop.ui.navigator import Home
from desktop.ui.pages.sync_detail import SyncDetail
from desktop.ui.status_line import StatusLine
from desktop.ui.study_area import PageMaker, StudyArea
from desktop.ui.sync_words import linked_words
from desktop.ui.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.errors import ProgramError
    from desktop.services.bundle import Services
    from desktop.storage.model import Enrolment, Learner
    from desktop.ui.main_window import MainWindow

_WHERE = "Untuk mencoba lagi, pilih “Hubungkan komputer ini” di halaman Masuk."


class Shell(QObject):
    """Shows the entrance while nobody is signed in, else the pages of the learner.

    Signals:
        begun(): The first page is shown.
    """

    begun = Signal()

    def __init__(
        self,
        window: MainWindow,
        services: Services,
        make_pages: PageMaker,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._make_pages = make_pages
        self._clock = clock
        self._area: StudyArea | None = None
        self._entrance: Entrance | None = None
        self._bar = self._make_bar()
        foot = StatusLine(services.synchroniser, clock)
        foot.opened.connect(self._open_detail)
        window.add_bars(self._bar, foot)
        window.closing.connect(self._save)
        services.session.signed_in.connect(self._enter)
        services.session.leaving.connect(self._save)
        services.session.signed_out.connect(self.show_entrance)
        services.synchroniser.joined.connect(self._tell_joined)
        services.synchroniser.join_refused.connect(self._tell_refused)

    def begin(self) -> None:
        """Show the first page: the entrance, or at the very first start enrolment."""
        self._services.synchroniser.is_new(self).success(self._begin)

    def show_entrance(self) -> None:
        """Show the tiles, or the lock of whoever was here."""
        self._area = None
        self._bar.show_learner(None)
        self._open_entrance().show_start()

    def _begin(self, is_new: bool) -> None:
        if is_new:
            self._open_entrance().show_enrolment()
        else:
            self.show_entrance()
        self.begun.emit()

    def _open_entrance(self) -> Entrance:
        entrance = self._entrance = Entrance(self._services)
        entrance.about_wanted.connect(self._open_about)
        self._window.show_content(entrance)
        return entrance

    def _tell_joined(self, enrolment: Enrolment) -> None:
        self._services.messages.tell(*linked_words(enrolment), Tone.SUCCESS)

    def _tell_refused(self, error: ProgramError) -> None:
        is_offered = self._entrance is not None and self._entrance.offer_enrolment()
        words = error.message if is_offered else f"{error.message} {_WHERE}"
        self._services.messages.tell("Komputer ini belum terhubung", words, Tone.WARNING)

    def _enter(self, learner: Learner) -> None:
        self._entrance = None
        self._bar.show_learner(learner)
        self._area = StudyArea(self._make_pages)
        self._window.show_content(self._area)
        self._area.navigator.go(Home())

    def _go_home(self) -> None:
        if self._area is not None:
            self._area.navigator.go(Home())

    def _save(self) -> None:
        if self._area is not None:
            self._area.leave()

    def _open_detail(self) -> None:
        SyncDetail(self._services, self._clock, self._window).open()

    def _open_about(self) -> None:
        # Few ever ask, and the people are to be seen soon.
        from desktop.ui.about import AboutDialog

        if self._window.findChild(AboutDialog) is None:
            AboutDialog(self._services, self._window).open()

    def _make_bar(self) -> TopBar:
        session = self._services.session
        bar = TopBar()
        bar.home_wanted.connect(self._go_home)
        bar.lock_wanted.connect(session.lock)
        bar.switch_wanted.connect(session.sign_out)
        bar.about_wanted.connect(self._open_about)
        self._window.add_shortcut("Ctrl+L").activated.connect(session.lock)
        self._window.add_shortcut("F1").activated.connect(self._open_about)
        return bar
