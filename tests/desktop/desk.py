"""A PC for tests: the real window on the real assembly, with a small roster in a real store."""

from __future__ import annotations

import gc
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from uuid import UUID

from argon2 import PasswordHasher
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from desktop.assembly import assemble, now
from desktop.services.messages import Message, Messages
from desktop.storage.model import Enrolment
from desktop.storage.store import Store
from desktop.ui.main_window import MainWindow
from lessons.exchange.messages import Reply, RosterEntry
from tests.desktop.waiting import Waiting

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


COURSES = Path(__file__).parents[1] / "courses"
CODE = "K7QM-2F9X"
PASSWORD = "jendela-biru-7"
PLACE = Enrolment(
    server="http://127.0.0.1:9",
    unit="14.72.01.1003",
    unit_name="Kelurahan Pangkalan Sesai",
    organisation="BKPSDM Kota Dumai",
)
_QUICK_HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


class Person(NamedTuple):
    id: UUID
    name: str
    nip: str


SITI = Person(UUID(int=1, version=4), "Siti Aminah, S.E.", "198503122010012004")
BUDI = Person(UUID(int=2, version=4), "Budi Santoso", "199106302015021007")
OTHERS = tuple(
    Person(UUID(int=number, version=4), name, f"19880101201001{number:04d}")
    for number, name in enumerate(
        (
            "Agus Salim",
            "Dewi Lestari, A.Md.",
            "H. Zulkifli, S.Ag.",
            "Muhammad Fadhlurrahman Al-Hafiz Nasution, S.Sos., M.Si.",
            "Nurhayati Br. Sembiring",
            "Rahmat Hidayat",
            "Yuliana",
        ),
        start=1003,
    )
)


def fill(folder: Path, *people: Person, place: str = "") -> None:
    """Give the store of a folder a roster; Siti has a password, Budi a code.

    Args:
        place: Address of the server to which the PC belongs; empty for none.
    """
    store = Store.open(folder, now, os.urandom)
    store.keep_setting("enrolment_put_off", "1")
    store.apply_reply((), Reply(parcel="0" * 16, cursor=1, learners=tuple(map(_entry, people))))
    if place:
        store.keep_enrolment(replace(PLACE, server=place))
    store.set_password(SITI.id, PASSWORD)
    store.close()


def _entry(person: Person) -> RosterEntry:
    code = _QUICK_HASHER.hash(CODE.replace("-", "")) if person is BUDI else ""
    return RosterEntry(person.id, person.name, person.nip, "PNS", code)


class Desk(Waiting):
    """One start of the program on a data folder."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        # Qt's objects must end on this thread, so no worker may collect them (see Collector).
        gc.collect()
        gc.disable()
        self.qtbot = qtbot
        self.folder = folder
        self.told: list[Message] = []
        messages = Messages()
        messages.shown.connect(self.told.append)
        application = QApplication.instance()
        assert application is not None
        self.window = MainWindow(messages)
        self.parts = assemble(application, folder, COURSES, messages)
        self.services = self.parts.services
        self.people = self.services.people
        self._is_open = True
        self._open()

    def _open(self) -> None:
        services = self.services
        with self.qtbot.waitSignals([services.backend.ready, services.library.loaded]):
            services.backend.start()
            services.library.start()
        self.parts.make_shell(self.window).begin()
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Wait until everything queued so far is done and delivered, and what that queued."""
        for _ in range(3):
            self.run(lambda _: None)

    def find(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """The widget of this object name that can be seen."""
        seen = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert len(seen) == 1, f"{len(seen)} of {name}"
        return seen[0]

    def is_shown(self, name: str) -> bool:
        return any(each.isVisible() for each in self.window.findChildren(QWidget, name))

    def texts(self, name: str = "main_window") -> str:
        """All words of the window, or of a part of it, that can be seen."""
        root = self.window if name == "main_window" else self.find(name)
        return "\n".join(each.text() for each in root.findChildren(QLabel) if each.isVisible())

    def click(self, name: str) -> None:
        """Click the middle of a widget, and wait for what follows."""
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        self.settle()

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is, and wait for what follows."""
        self.qtbot.keyClick(self.focused(), key)
        self.settle()

    def write(self, text: str) -> None:
        """Type where the keyboard is."""
        self.qtbot.keyClicks(self.focused(), text)

    def fill_in(self, name: str, text: str) -> None:
        """Replace what stands in a field."""
        edit = self.find(name, QLineEdit)
        edit.clear()
        self.qtbot.keyClicks(edit, text)

    def focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def sign_in(self) -> None:
        """As Siti, by her tile and password."""
        tile = next(
            each for each in self.window.findChildren(QWidget) if is_tile_of(each, SITI.name)
        )
        self.click(tile.objectName())
        self.write(PASSWORD)
        self.press(Qt.Key.Key_Return)
        self.wait(lambda: self.services.session.learner is not None)
        self.settle()

    def close(self) -> None:
        """Close the window and end, as the program does."""
        if self._is_open:
            self._is_open = False
            self.window.close()
            assert self.parts.end()
            self.window.deleteLater()
            gc.enable()


def is_tile_of(widget: QWidget, name: str) -> bool:
    return widget.objectName().startswith("sign_in_tile_") and name in widget.accessibleName()
