"""What every learning page is, and the frame that most of them share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui.kit import Spacing, column, label, page_scroll, row

if TYPE_CHECKING:
    from desktop.services.bundle import Services
    from desktop.ui.navigator import Navigator

D = TypeVar("D")
_PAGE_WIDTH = 1040


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
        self._scroll = page_scroll(_waiting())
        column(self, 0).addWidget(self._scroll)

    def show_waiting(self) -> None:
        """Show that the content is on its way."""
        replace_content(self._scroll, _waiting())

    def show_content(self, content: QWidget) -> None:
        """Put new content in place of the old; keyboard and scroll position stay."""
        focused = self.focusWidget()
        name = focused.objectName() if focused else ""
        bar = self._scroll.verticalScrollBar()
        height = bar.value()
        replace_content(self._scroll, centred(content))
        content.show()
        bar.setValue(height)
        heir = self.findChild(QWidget, name) if name else None
        if heir is not None:
            heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_from_top(self, content: QWidget) -> None:
        """Put new content in place of the old, seen from its beginning."""
        replace_content(self._scroll, centred(content))
        self._scroll.verticalScrollBar().setValue(0)


def replace_content(scroll: QScrollArea, content: QWidget) -> None:
    """Put new content in place of the old, which may hold the button that asked for it."""
    old = scroll.takeWidget()
    if old is not None:
        old.deleteLater()
    scroll.setWidget(content)


def centred(content: QWidget, width: int = _PAGE_WIDTH) -> QWidget:
    """Content in the middle of the page, not wider than is pleasant to read."""
    outer = QWidget()
    outer.setProperty("role", "scrolled")
    line = row(outer, 0, Spacing.XL)
    content.setMaximumWidth(width)
    line.addStretch(1)
    line.addWidget(content, 100, Qt.AlignmentFlag.AlignTop)
    line.addStretch(1)
    return outer


def _waiting() -> QWidget:
    outer = QWidget()
    column(outer, 0, Spacing.XL).addWidget(label("Memuat…", "muted"), 0, Qt.AlignmentFlag.AlignTop)
    return outer
