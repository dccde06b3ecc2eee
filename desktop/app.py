"""Joins the parts of the desktop program; the only module that knows them all.

What the first picture does not need is imported after it was painted.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.services.collector import Collector
from desktop.services.instance import Instance
from desktop.services.loader import Loader
from desktop.services.messages import Messages, Tone
from desktop.ui.main_window import MainWindow
from desktop.ui.qt_words import QtWords
from desktop.ui.theme import Theme
from resources import LIGHT, load_icon

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.assembly import Parts
    from desktop.errors import ProgramError

ALREADY_RUNNING = 7
"""Exit code when another program holds the data folder."""

PARTS = (
    "lessons.records",
    "lessons.course",
    "desktop.services.overview",
    "desktop.services.outcome",
    "desktop.services.study",
    "desktop.services.logbook",
    "desktop.services.synchroniser",
    "desktop.ui.kit",
    "desktop.ui.entrance",
    "desktop.ui.shell",
    "desktop.assembly",
)
"""Behind the first picture, in portions of a few milliseconds."""

PAGES = (
    "desktop.ui.learning.home",
    "desktop.ui.learning.course_overview",
    "desktop.ui.learning.browser",
    "desktop.ui.learning.lesson_reader",
    "desktop.ui.learning.quiz_run",
    "desktop.ui.learning.quiz_result",
    "desktop.ui.message_bar",
    "lessons.outcomes",
    "lessons.rendering.clean",
    "lessons.rendering.engine",
    "lessons.rendering.qt_tree",
)
"""While people choose their name and type.

From then on nothing that a learner needs is read from files of code: an update may replace them
while the window is open.
"""

_RAISED = "Bina ASN sudah terbuka. Jendelanya ditampilkan."
_FOREIGN = (
    "Bina ASN sedang dipakai oleh akun lain di komputer ini, atau belum menanggapi. "
    "Tutup Bina ASN di akun itu, lalu buka kembali."
)
_CLOSING_MS = 3000
"""So long a person can read that the program is about to close."""


class Program(QObject):
    """From the first picture to the last commit.

    Attributes:
        messages: The door for words to people.
    """

    def __init__(self, application: QApplication, instance: Instance, folder: Path) -> None:
        super().__init__()
        self.messages = Messages()
        self._application = application
        self._instance = instance
        self._folder = folder
        self._window = MainWindow(self.messages)
        self._end: Callable[[], bool] = lambda: True
        self._parts_loader = Loader(self, PARTS)
        self._parts_loader.finished.connect(self._begin)
        self._pages_loader = Loader(self, PAGES)
        instance.knocked.connect(self._window.come_to_front)
        instance.quit_wanted.connect(self._close_soon)
        self._window.painted.connect(self._parts_loader.start, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Show the window; the rest follows once it is on the screen."""
        self._window.show()

    def end(self) -> bool:
        """Commit what is queued and give the folder free.

        Returns:
            Whether all threads have ended; a request may still wait for its time-out.
        """
        is_done = self._end()
        self._instance.release()
        return is_done

    def _close_soon(self) -> None:
        self.messages.tell(
            "Bina ASN akan ditutup",
            "Petugas TI menutup program ini. Semua jawaban Anda tersimpan; lanjutkan nanti.",
            Tone.WARNING,
        )
        QTimer.singleShot(_CLOSING_MS, self._window.close_all)

    def _begin(self) -> None:
        from desktop.assembly import assemble

        self._instance.listen()
        self._application.setWindowIcon(load_icon("school", LIGHT.accent))
        parts = assemble(self._application, self._folder, paths.courses_root(), self.messages)
        self._end = parts.end
        backend = parts.services.backend
        backend.ready.connect(lambda: self._show_people(parts))
        backend.failed.connect(lambda error: self._show_problem(parts, error))
        backend.start()
        parts.services.library.start()

    def _show_people(self, parts: Parts) -> None:
        parts.make_shell(self._window).begin()
        self._pages_loader.start()
        parts.services.synchroniser.watch_network()

    def _show_problem(self, parts: Parts, error: ProgramError) -> None:
        from desktop.ui.pages.store_problem import StoreProblemPage

        page = StoreProblemPage(error, parts.rescue)
        page.retry_wanted.connect(parts.services.backend.start)
        page.close_wanted.connect(self._window.close)
        self._window.show_content(page)


def run(warn: Callable[[str], None] | None = None) -> int:
    """Show the window until it is closed.

    Args:
        warn: Shows words to somebody who can't use the program now; a message box if None.

    Returns:
        0, or ``ALREADY_RUNNING``.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Bina ASN")
    folder = paths.data_folder()
    paths.share_new_files(folder)
    instance = Instance(folder)
    if not instance.claim():
        return _refuse(instance, warn or _show_box)
    Collector(application)
    application.installTranslator(QtWords(application))
    Theme(application)
    program = Program(application, instance, folder)
    _catch_all(program.messages)
    program.start()
    code = application.exec()
    if not program.end():
        # A request without an answer is cut here as a power failure would: nothing depends on it.
        os._exit(code)
    return code


def _refuse(instance: Instance, warn: Callable[[str], None]) -> int:
    if instance.knock():
        sys.stderr.write(f"{_RAISED}\n")
    else:
        sys.stderr.write(f"{_FOREIGN}\n")
        warn(_FOREIGN)
    return ALREADY_RUNNING


def _show_box(words: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    QMessageBox.warning(None, "Bina ASN", words)


def _catch_all(messages: Messages) -> None:
    def tell(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
        # What breaks while an error is told goes to the terminal; told here it would never end.
        sys.excepthook = sys.__excepthook__
        try:
            messages.tell_error(error)
        finally:
            sys.excepthook = tell

    sys.excepthook = tell
    # Qt's loop leaves Python no turn to notice Ctrl+C; ending at once is as safe as a power cut.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
