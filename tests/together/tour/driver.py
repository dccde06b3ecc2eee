"""Hands and eyes on the real window: mouse and keys go where a person's would."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage, QWindow

Condition = Callable[[], bool]
"""What is waited for, asked again and again between the turns of the event loop."""

Scene = Generator[Condition, None, dict[str, Any]]
"""A few things that a person does, with a wait at each ``yield``; returns what was seen."""

W = TypeVar("W", bound=QWidget)


class NotOnScreen(Exception):
    """Something that a person should now be able to see or click is not there."""


class Driver:
    """Finds what is visible, clicks it where it is, types, and takes pictures."""

    def __init__(self, pictures: Path) -> None:
        """Take the folder for the numbered pictures."""
        self._pictures = pictures

    def is_open(self) -> bool:
        """Whether the program's window is shown."""
        return bool(_main_windows())

    def window(self) -> MainWindow:
        """The program's window."""
        shown = _main_windows()
        if not shown:
            raise NotOnScreen("the window")
        return shown[0]

    def has_keyboard(self) -> bool:
        """Whether the front window is active; where nobody sees it, none becomes so by itself."""
        front = self._front()
        if not front.isActiveWindow():
            front.activateWindow()
        return front.isActiveWindow()

    def is_seen(self, name: str) -> bool:
        """Whether the widget of this name is visible and can be used."""
        return any(each.isEnabled() for each in self._named(name))

    def seen(self, name: str) -> Condition:
        """The condition that it is."""
        return lambda: self.is_seen(name)

    def find(self, name: str) -> QWidget:
        """The one visible widget of this name."""
        found = self._named(name)
        if len(found) != 1:
            raise NotOnScreen(f"{len(found)} widgets “{name}”; visible: {self._names()}")
        return found[0]

    def find_kind(self, kind: type[W], name: str = "") -> W:
        """The one visible widget of this class, and of this name if one is given."""
        here = self._front()
        every = here.findChildren(kind, name) if name else here.findChildren(kind)
        found = [each for each in every if each.isVisible()]
        if len(found) != 1:
            raise NotOnScreen(f"{len(found)} widgets {kind.__name__}; visible: {self._names()}")
        return found[0]

    def count(self, kind: type[QWidget]) -> int:
        """How many of this class are visible."""
        return sum(each.isVisible() for each in self._front().findChildren(kind))

    def click(self, name: str) -> Scene:
        """Click the middle of the widget of this name, once it can be reached."""
        yield lambda: self.is_seen(name) and _is_reached(self.find(name))
        _press_mouse_on(self.find(name))
        return {}

    def click_on(self, widget: QWidget) -> Scene:
        """Click the middle of a widget, once it can be reached."""
        yield lambda: _is_reached(widget)
        _press_mouse_on(widget)
        return {}

    def bring_into_view(self, name: str) -> None:
        """Scroll to the widget of this name, its top first."""
        widget = self.find(name)
        parent = widget.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QScrollArea):
            content = parent.widget()
            bar = parent.verticalScrollBar()
            bar.setValue(widget.mapTo(content, QPoint()).y() if content else 0)

    def type(self, text: str) -> None:
        """Type ASCII text, key by key, to whatever has the keyboard."""
        for letter in text:
            QTest.keyClick(_handle(self._front()), ord(letter))

    def fill(self, name: str, text: str) -> Scene:
        """Click a field and type in place of what stands there."""
        yield from self.click(name)
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text)
        field = self.find(name)
        yield lambda: isinstance(field, QLineEdit) and field.text() == text
        return {}

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key."""
        QTest.keyClick(_handle(self._front()), key, modifier)

    def text(self, name: str) -> str:
        """The words on the widget of this name: its own, or those of the labels in it."""
        widget = self.find(name)
        if isinstance(widget, QAbstractButton | QLabel) and widget.text():
            return widget.text()
        return "\n".join(_labels(widget))

    def words(self) -> str:
        """Every word that can be read in the window now."""
        front = self._front()
        buttons = [each.text() for each in front.findChildren(QAbstractButton) if each.isVisible()]
        return "\n".join([*_labels(front), *buttons])

    def picture(self, title: str) -> Scene:
        """Save what is on the screen under the next number, once it has stopped changing."""
        seen = [self._grab()]

        def is_still() -> bool:
            seen.append(self._grab())
            return self.has_keyboard() and seen[-1] == seen[-2]

        yield is_still
        self.save(title)
        return {}

    def save(self, title: str) -> None:
        """Save what is on the screen now."""
        number = len(list(self._pictures.glob("*.png"))) + 1
        self._grab().save(str(self._pictures / f"{number:02d}-{title}.png"))

    def _grab(self) -> QImage:
        window = self.window()
        shot = window.grab()
        painter = QPainter(shot)
        for dialog in self._dialogs():
            corner = dialog.geometry().topLeft() - window.geometry().topLeft()
            painter.drawPixmap(corner, dialog.grab())
            painter.setPen(window.palette().mid().color())
            painter.drawRect(dialog.rect().translated(corner).adjusted(-1, -1, 0, 0))
        painter.end()
        return shot.toImage()

    def _front(self) -> QWidget:
        dialogs = self._dialogs()
        return dialogs[-1] if dialogs else self.window()

    def _dialogs(self) -> list[QDialog]:
        return [each for each in self.window().findChildren(QDialog) if each.isVisible()]

    def _named(self, name: str) -> list[QWidget]:
        return [each for each in self._front().findChildren(QWidget, name) if each.isVisible()]

    def _names(self) -> list[str]:
        found = [each for each in self._front().findChildren(QWidget) if each.isVisible()]
        own = {each.objectName() for each in found if not each.objectName().startswith("qt_")}
        return sorted(own - {""})


def _main_windows() -> list[MainWindow]:
    windows = QApplication.topLevelWidgets()
    return [each for each in windows if isinstance(each, MainWindow) and each.isVisible()]


def _is_reached(widget: QWidget) -> bool:
    _bring_into_view(widget)
    hit = QApplication.widgetAt(widget.mapToGlobal(widget.rect().center()))
    return hit is not None and (hit is widget or widget.isAncestorOf(hit))


def _press_mouse_on(widget: QWidget) -> None:
    """Press on the window, at the widget's place, as the system would."""
    window = widget.window()
    where = widget.mapTo(window, widget.rect().center())
    no_key = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(_handle(window), Qt.MouseButton.LeftButton, no_key, where)


def _bring_into_view(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


def _labels(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def _handle(window: QWidget) -> QWindow:
    handle = window.windowHandle()
    if handle is None:
        raise NotOnScreen(f"{window.objectName()} has no window of the system")
    return handle
