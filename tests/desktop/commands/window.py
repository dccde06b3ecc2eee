"""The real program as a process that brings itself into a state, says so, and stays open."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop import app
from desktop.services.messages import Message
from desktop.storage.model import Learner
from desktop.ui.learning.answers.option_row import OptionRow
from desktop.ui.main_window import MainWindow
from desktop.ui.navigator import QuizRun
from desktop.ui.shell import Shell
from tests.desktop.desk import SITI


def say(words: str) -> None:
    print(words, flush=True)


def when(condition: Callable[[], bool], then: Callable[[], object]) -> None:
    """Look again and again, until it holds."""
    if condition():
        then()
    else:
        QTimer.singleShot(10, lambda: when(condition, then))


def idle(shell: Shell) -> None:
    say("siap")


def quiz(shell: Shell) -> None:
    """Sign in and answer one question of a quiz; the answer may still be on its way."""
    services, window = shell._services, shell._window

    def answer() -> None:
        next(row for row in window.findChildren(OptionRow) if row.isVisible()).button.click()
        say("siap")

    def open_quiz() -> None:
        assert shell._area is not None
        shell._area.navigator.go(QuizRun("ASN-99", "asn-99-01"))
        when(lambda: any(row.isVisible() for row in window.findChildren(OptionRow)), answer)

    def enter(learner: Learner) -> None:
        services.session.sign_in(learner)
        open_quiz()

    def sign_in() -> None:
        services.backend.run(lambda store: store.learner(SITI.id), shell).success(enter)

    when(lambda: bool(services.library.courses()), sign_in)


def detail(shell: Shell) -> None:
    """Open the detail of the status line, which lies before the window."""
    shell._open_detail()
    say("siap")


def box(shell: Shell) -> None:
    """Ask a question that holds up everything else."""
    QTimer.singleShot(0, lambda: say("siap"))
    QMessageBox.question(shell._window, "Bina ASN", "Yakin?")


def folder(shell: Shell) -> None:
    """Have a folder chosen, which runs a loop of its own."""
    QTimer.singleShot(0, lambda: say("siap"))
    QFileDialog.getExistingDirectory(shell._window, "Simpan")


def main(state: str) -> int:
    app._CLOSING_MS = 50
    begin, show = Shell.begin, MainWindow._show_message

    def begin_and_go(self: Shell) -> None:
        begin(self)
        when(
            lambda: bool(self._window.findChildren(QWidget, "pages")),
            lambda: globals()[state](self),
        )

    def show_and_say(self: MainWindow, message: Message) -> None:
        show(self, message)
        say(f"pesan: {message.title}")

    Shell.begin = begin_and_go  # type: ignore[method-assign]
    MainWindow._show_message = show_and_say  # type: ignore[method-assign]
    return app.run(warn=say)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
