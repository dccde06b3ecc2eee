"""The window: top bar, messages, the page of the moment, status line.

Its first picture needs Qt alone; whatever is drawn with icons is imported and made later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.pages.loading import loading_page

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from desktop.services.messages import Message, Messages
    from desktop.ui.message_bar import MessageBar

SMALLEST = (960, 540)
USUAL = (1180, 690)


class MainWindow(QMainWindow):
    """A frame that shows one content at a time and knows nothing of what is inside.

    Signals:
        painted(): Something stands on the screen for the first time.
        closing(): The person closes the window; the last moment to save.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self.setWindowTitle("Bina ASN")
        self.setObjectName("main_window")
        self.setMinimumSize(*SMALLEST)
        self._fit()
        self._was_painted = False
        self._message_bar: MessageBar | None = None
        self._content = QStackedWidget()
        self._layout = self._frame()
        self.show_content(loading_page())
        messages.shown.connect(self._show_message)

    def add_bars(self, top: QWidget, foot: QWidget) -> None:
        """Put the bars at their edges."""
        self._layout.insertWidget(0, top)
        self._layout.addWidget(foot)

    def show_content(self, content: QWidget) -> None:
        """Show this and destroy what was shown before, with the dialogs and messages around it."""
        self._reject_dialogs()
        if self._message_bar is not None:
            self._message_bar.clear()
        old = self._content.currentWidget()
        self._content.addWidget(content)
        self._content.setCurrentWidget(content)
        if old is not None:
            self._content.removeWidget(old)
            old.hide()
            old.deleteLater()

    def close_all(self) -> None:
        """Close as by the button of the window, also while a dialog is open."""
        self._reject_dialogs()
        self.close()

    def add_shortcut(self, keys: str) -> QShortcut:
        """A key of the whole window."""
        return QShortcut(QKeySequence(keys), self)

    def come_to_front(self) -> None:
        """Show the window above others, also when it was made small."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let others save before the window is gone."""
        self.closing.emit()
        super().closeEvent(event)

    def _reject_dialogs(self) -> None:
        for dialog in self.findChildren(QDialog):
            dialog.reject()

    def _show_message(self, message: Message) -> None:
        if self._message_bar is None:
            from desktop.ui.message_bar import MessageBar

            self._message_bar = MessageBar()
            self._layout.insertWidget(self._layout.indexOf(self._content), self._message_bar)
        self._message_bar.show_message(message)

    def _fit(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(USUAL[0], room.width()), min(USUAL[1], room.height()))

    def _frame(self) -> QVBoxLayout:
        frame = QWidget()
        frame.setObjectName("frame")
        self.setCentralWidget(frame)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._content, 1)
        return layout
