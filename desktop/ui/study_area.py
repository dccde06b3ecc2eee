"""The pages of the signed-in learner: made at sign-in, destroyed at the lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.navigator import Destination, Navigator


class Page(Protocol):
    """What the area asks of a page, which is a ``QWidget`` as well."""

    def open(self, destination: Destination) -> None:
        """Show a destination of the kind this page is for."""
        ...

    def leave(self) -> None:
        """Save what must be saved."""
        ...


PageMaker = Callable[[Navigator], Mapping[type, Page]]


class StudyArea(QStackedWidget):
    """Shows one page at a time, as the navigator is asked.

    Attributes:
        navigator: Takes the wishes of pages and of the top bar.
    """

    def __init__(self, make_pages: PageMaker) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.navigator = Navigator()
        self.navigator.setParent(self)
        self._pages = make_pages(self.navigator)
        self._current: Page | None = None
        for page in self._pages.values():
            self.addWidget(_widget(page))
        self.navigator.requested.connect(self._go)

    def leave(self) -> None:
        """Let the page on the screen save what must be saved."""
        if self._current is not None:
            self._current.leave()

    def _go(self, destination: Destination) -> None:
        page = self._pages[type(destination)]
        self.leave()
        self._current = page
        self.setCurrentWidget(_widget(page))
        page.open(destination)


def _widget(page: Page) -> QWidget:
    if not isinstance(page, QWidget):
        raise TypeError(f"{type(page).__name__} is no widget")
    return page
