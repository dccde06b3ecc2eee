"""The tiles of the people of this office, with arrow keys between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from desktop.ui.kit import Spacing, row
from desktop.ui.pages.person_badge import PersonBadge, masked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.services.people import Tile

COLUMNS = 3
_LEAST_HEIGHT = 76
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}


class PersonTile(QPushButton):
    """One person.

    Signals:
        stepped(int): An arrow key asks for the tile so many places on.
    """

    stepped = Signal(int)

    def __init__(self, tile: Tile, number: int) -> None:
        """Take the person and the place among the tiles, counted from 1."""
        super().__init__()
        self.tile = tile
        self.setObjectName(f"sign_in_tile_{number}")
        self.setProperty("role", "tile")
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{tile.name}, {masked(tile)}")
        row(self, 0, Spacing.L).addWidget(PersonBadge(tile))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow with a name that needs a second line."""
        super().resizeEvent(event)
        layout = self.layout()
        needed = layout.heightForWidth(event.size().width()) if layout else 0
        self.setMinimumHeight(max(_LEAST_HEIGHT, needed))

    def sizeHint(self) -> QSize:
        """As its content, not as its empty text."""
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass arrow keys on."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class TileGrid(QWidget):
    """All tiles, or those whose name holds the letters typed.

    Signals:
        chosen(object): A ``Tile``.
        reached(object): The ``PersonTile`` to which an arrow key has led.
    """

    chosen = Signal(object)
    reached = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._tiles: list[PersonTile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Spacing.M)
        for each in range(COLUMNS):
            self._grid.setColumnStretch(each, 1)

    def show_people(self, people: Sequence[Tile]) -> None:
        """Show these people; the keyboard stays with the person it was on."""
        focused = self._focused_person()
        for old in self._tiles:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tiles = [self._make(tile, index) for index, tile in enumerate(people)]
        for made in self._tiles:
            if made.tile.id == focused:
                made.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While the keyboard is on no tile yet, an arrow key takes it to the first."""
        if event.key() in _STEPS:
            self._step(0)
        else:
            super().keyPressEvent(event)

    def tiles(self) -> tuple[PersonTile, ...]:
        """The tiles that are shown, in their order."""
        return tuple(self._tiles)

    def choose_only(self) -> None:
        """Choose the person when no more than one is shown."""
        if len(self._tiles) == 1:
            self.chosen.emit(self._tiles[0].tile)

    def _focused_person(self) -> UUID | None:
        return next((each.tile.id for each in self._tiles if each.hasFocus()), None)

    def _make(self, tile: Tile, index: int) -> PersonTile:
        made = PersonTile(tile, index + 1)
        made.clicked.connect(lambda: self.chosen.emit(tile))
        made.stepped.connect(lambda step: self._step(index + step))
        self._grid.addWidget(made, index // COLUMNS, index % COLUMNS)
        return made

    def _step(self, index: int) -> None:
        if 0 <= index < len(self._tiles):
            self._tiles[index].setFocus(Qt.FocusReason.OtherFocusReason)
            self.reached.emit(self._tiles[index])
