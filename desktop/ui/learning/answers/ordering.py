"""Ordering: a list whose rows are moved by the mouse, by keys or by buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Spacing, button, column
from desktop.ui.learning.answers.base import AnswerWidget, Markup
from desktop.ui.learning.answers.order_row import OrderRow
from desktop.ui.learning.answers.viewing import keep_in_view
from desktop.ui.learning.state_line import state_line

if TYPE_CHECKING:
    from lessons.questions.base import Form
    from lessons.records import RawAnswer


class OrderingWidget(AnswerWidget):
    """The raw answer is the list of all ids in the learner's order.

    The order in which a question is shown is nobody's answer: there is none before a row was moved,
    or the learner said that it is right as it stands.

    Attributes:
        rows: From top to bottom.
    """

    hint = (
        "Urutkan dari atas ke bawah: seret dengan tetikus, tekan Naik atau Turun, "
        "atau tahan Alt lalu tekan panah atas atau bawah."
    )

    def __init__(self, form: Form, markup: Markup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_given = False
        self._column = column(self, Spacing.S)
        self.rows: list[OrderRow] = []
        for choice in form.choices:
            self._add_row(choice.id, markup(choice.text))
        self._agree = button("Urutan ini sudah tepat", "secondary", "check")
        self._agree.setObjectName("agree_button")
        self._agree.clicked.connect(self._accept)
        self._given = state_line("circle-check", "success", "Urutan Anda sudah dicatat.")
        self._given.setObjectName("order_given")
        self._column.addWidget(self._agree, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._given)
        self._show()

    def answer(self) -> RawAnswer:
        """The ids from top to bottom; None while the order is not the learner's own."""
        return [each.item for each in self.rows] if self._is_given else None

    def show_answer(self, answer: RawAnswer) -> None:
        """Show a kept order; one that does not hold each thing once is shown as none."""
        by_id = {each.item: each for each in self.rows}
        ids = answer if isinstance(answer, list) else []
        if sorted(map(str, ids)) != sorted(by_id):
            return
        for place, item in enumerate(ids):
            self._put(by_id[item], place)
        self._is_given = True
        self._show()

    def choose(self, position: int) -> bool:
        """Give the keyboard to the row at the position."""
        if not 0 <= position < len(self.rows):
            return False
        self.rows[position].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def focus_first(self) -> None:
        """Give the keyboard to the row at the top."""
        self.choose(0)

    def _add_row(self, item: str, html: str) -> None:
        made = OrderRow(item, html, self)
        made.setObjectName(f"order_{item}")
        made.moved.connect(lambda by: self._move(made, by))
        made.left.connect(lambda by: self.choose(self.rows.index(made) + by))
        made.dragged.connect(lambda height: self._drag(made, height))
        self._column.insertWidget(len(self.rows), made)
        self.rows.append(made)

    def _move(self, moved: OrderRow, by: int) -> None:
        place = self.rows.index(moved) + by
        if not 0 <= place < len(self.rows):
            return
        self._put(moved, place)
        self._is_given = True
        self._show()
        self._column.activate()
        keep_in_view(moved)
        _announce(moved)
        self.changed.emit()

    def _drag(self, held: OrderRow, height: float) -> None:
        """Let it pass its neighbours as soon as the mouse passes their middles."""
        place = self.rows.index(held)
        above, below = self.rows[:place][-1:], self.rows[place + 1 :][:1]
        if above and height < above[0].geometry().center().y():
            self._move(held, -1)
        elif below and height > below[0].geometry().center().y():
            self._move(held, 1)

    def _accept(self) -> None:
        self._is_given = True
        self.focus_first()
        self._show()
        self.changed.emit()

    def _put(self, moved: OrderRow, place: int) -> None:
        self.rows.remove(moved)
        self.rows.insert(place, moved)
        self._column.removeWidget(moved)
        self._column.insertWidget(place, moved)

    def _show(self) -> None:
        stops: list[QWidget] = []
        for place, each in enumerate(self.rows):
            each.show_place(place, len(self.rows))
            stops.extend(each.tab_stops())
        for before, after in zip(stops, [*stops[1:], self._agree], strict=True):
            QWidget.setTabOrder(before, after)
        self._agree.setVisible(not self._is_given)
        self._given.setVisible(self._is_given)


def _announce(moved: OrderRow) -> None:
    """Tell a screen reader where it is now, since the keyboard stays on it."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(moved, moved.accessibleName()))
