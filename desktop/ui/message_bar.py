"""Messages above the page: they wait to be read, and stop nobody."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from desktop.services.messages import Message, Tone
from desktop.ui.kit import Notice, button

PASSING_MS = 8000


class MessageBar(Notice):
    """Shows one message at a time; good news passes by itself, trouble stays until closed."""

    def __init__(self, passing_ms: int = PASSING_MS) -> None:
        """Take how long good news stays, in milliseconds."""
        super().__init__("", "", Tone.INFO)
        self.setObjectName("message_bar")
        self._close = button("&Tutup", "quiet", "x")
        self._close.setObjectName("message_close_button")
        self._close.clicked.connect(self.clear)
        self.across.addWidget(self._close)
        self._passing = QTimer(self, singleShot=True, interval=passing_ms)
        self._passing.timeout.connect(self.clear)
        self.hide()

    def clear(self) -> None:
        """Take the message away."""
        self._passing.stop()
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show this in place of what was shown before."""
        self.tell(message.title, message.message, message.tone)
        self.show()
        if message.tone in (Tone.INFO, Tone.SUCCESS):
            self._passing.start()
        else:
            self._passing.stop()
