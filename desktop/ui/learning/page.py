"""What every learning page is, and the frame that most of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desktop.errors import ProgramError
from desktop.ui.kit import Spacing, button, column, label, notice, page_scroll, row
from desktop.ui.learning.answers.viewing import keep_in_view
from desktop.ui.learning.scaled import scaled_style
from desktop.ui.navigator import Home, Navigator

if TYPE_CHECKING:
    from desktop.services.bundle import Services

D = TypeVar("D")
_PAGE_WIDTH = 1040
_USUAL = 100


class LearningPage(QWidget, Generic[D]):
    """A page that the window opens at a destination and leaves again.

    Attributes:
        services: What the page may ask.
        navigator: Takes wishes to go elsewhere.
    """

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self.services = services
        self.navigator = navigator

    def open(self, destination: D) -> None:
        """Show a destination."""
        raise NotImplementedError

    def leave(self) -> None:
        """Save what must be saved; called before another page is shown, on lock and on close."""


class ScrollingPage(LearningPage[D]):
    """A page whose whole content is made anew whenever what it shows has changed."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self._content_area = ContentArea(_PAGE_WIDTH)
        column(self, 0).addWidget(self._content_area.scroll)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Show that the content is on its way."""
        self._content_area.show_from_top(label("Memuat…", "muted"))

    def show_failure(self, error: Exception) -> None:
        """Say why nothing can be shown, with the way home."""
        if not isinstance(error, ProgramError):
            self.services.messages.tell_error(error)
            error = ProgramError("Kembali ke Beranda, lalu coba lagi.")
        content = QWidget()
        layout = column(content, Spacing.L)
        layout.addWidget(notice(error.title, error.message, "warning"))
        home = button("Beranda", "secondary", "home")
        home.setObjectName("home_button")
        home.clicked.connect(lambda: self.navigator.go(Home()))
        layout.addWidget(home, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_from_top(content, "home_button")

    def show_content(self, content: QWidget) -> None:
        """Put new content in place of the old; keyboard and scroll position stay."""
        focused = self.focusWidget()
        name = focused.objectName() if focused else ""
        self._content_area.replace(content)
        focus_on(content, name)

    def show_from_top(self, content: QWidget, focus: str) -> None:
        """Put new content in place of the old, the keyboard on the widget of this name.

        It is seen from its beginning, or from as near to it as lets that widget be seen as well.
        """
        self._content_area.show_from_top(content)
        focus_on(content, focus)
        QTimer.singleShot(0, self, self._show_focus)  # when everything has its place

    def _show_focus(self) -> None:
        if (focused := self.focusWidget()) is not None:
            keep_in_view(focused)


class ContentArea(QObject):
    """A scrolling area with content in its middle, not wider than is pleasant to read.

    Attributes:
        scroll: The area, to be laid out.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self._percent = _USUAL
        self._shown: QWidget | None = None
        self._inside = QWidget()
        self._line = row(self._inside, 0, Spacing.XL)
        self._line.addStretch(1)
        self._line.addStretch(1)
        self.scroll = page_scroll(self._inside)

    def replace(self, content: QWidget) -> None:
        """Put content in place of the old, which may hold the button that asked for it.

        So the old one goes only when its click is over, and stays a child of the area until then.
        """
        if self._shown is not None:
            self._shown.hide()
            self._line.removeWidget(self._shown)
            self._shown.deleteLater()
        self._shown = content
        content.setMaximumWidth(self._greatest_width())
        self._line.insertWidget(1, content, 100, Qt.AlignmentFlag.AlignTop)
        content.show()

    def set_text_size(self, percent: int) -> None:
        """Show all text at some percent of the usual; wider too, so that lines keep their words."""
        self._percent = percent
        self._inside.setStyleSheet(scaled_style(percent) if percent != _USUAL else "")
        if self._shown is not None:
            self._shown.setMaximumWidth(self._greatest_width())

    def _greatest_width(self) -> int:
        return max(self._width, self._width * self._percent // _USUAL)

    def show_from_top(self, content: QWidget) -> None:
        """Put content in place of the old, seen from its beginning."""
        self.replace(content)
        self.scroll.verticalScrollBar().setValue(0)


def focus_on(content: QWidget, name: str) -> None:
    """Give the keyboard to the widget of this name, if there is one."""
    heir = content.findChild(QWidget, name) if name else None
    if heir is not None:
        heir.setFocus(Qt.FocusReason.OtherFocusReason)
