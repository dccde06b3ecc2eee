"""Asks before a link leaves the program: nothing opens silently."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal

from desktop.ui.kit import Notice, button

_SCHEMES = frozenset({"http", "https"})


class LinkBar(Notice):
    """Shows an address and offers to open it in the browser of the PC.

    Signals:
        accepted(QUrl): The learner wants to see the address.
    """

    accepted = Signal(QUrl)

    def __init__(self) -> None:
        super().__init__("", "", "info")
        self.setObjectName("link_bar")
        self._url = QUrl()
        self._open = button("Buka di peramban", "primary")
        self._open.setObjectName("open_link_button")
        self._open.clicked.connect(self._accept)
        self._close = button("Tidak jadi", "quiet")
        self._close.setObjectName("close_link_button")
        self._close.clicked.connect(self.hide)
        self.across.addWidget(self._open)
        self.across.addWidget(self._close)
        self.hide()

    def ask(self, address: str) -> None:
        """Ask about an address; anything but a web address is not offered."""
        self._url = QUrl(address)
        is_web = self._url.scheme() in _SCHEMES
        self._open.setVisible(is_web)
        if is_web:
            self.tell(
                "Tautan ini membuka situs di luar program dan perlu internet", address, "info"
            )
        else:
            self.tell("Tautan ini tidak dapat dibuka", address, "warning")
        self.show()
        (self._open if is_web else self._close).setFocus()

    def _accept(self) -> None:
        self.hide()
        self.accepted.emit(self._url)
