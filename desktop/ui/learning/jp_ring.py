"""The ring that shows the JP of this year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import current_tokens

if TYPE_CHECKING:
    from desktop.services.jp import JpStanding

_SIZE = 132
_STROKE = 12
_FULL = 360 * 16
_TOP = 90 * 16


def jp_words(standing: JpStanding) -> str:
    """The ring in words, for people who do not see it and beside it for those who do."""
    if standing.goal is not None:
        return f"{standing.gathered} dari {standing.goal} JP"
    return f"{standing.gathered} JP terkumpul"


class JpRing(QWidget):
    """A painted ring: full at the goal, or at the ceiling where there is no goal."""

    def __init__(self, standing: JpStanding) -> None:
        super().__init__()
        self._standing = standing
        self.setObjectName("jp_ring")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"JP tahun {standing.year}: {jp_words(standing)}")

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIZE, _SIZE)

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in the colours of the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, the part reached, and the number."""
        tokens = current_tokens()
        done = QColor(tokens.success if self._share() >= 1 else tokens.accent)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._arc(painter, QColor(tokens.border), 1)
        self._arc(painter, done, self._share())
        self._number(painter, QColor(tokens.text), QColor(tokens.muted))
        painter.end()

    def _share(self) -> float:
        whole = self._standing.goal or self._standing.ceiling or 1
        return min(1.0, self._standing.gathered / whole)

    def _arc(self, painter: QPainter, colour: QColor, share: float) -> None:
        if share <= 0:
            return
        pen = QPen(colour, _STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if share < 1 else Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        edge = _STROKE / 2 + 1
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawArc(box, _TOP, -round(_FULL * share))

    def _number(self, painter: QPainter, strong: QColor, quiet: QColor) -> None:
        middle = self.height() / 2
        large = QFont(self.font())
        large.setPointSizeF(self.font().pointSizeF() * 2)
        large.setBold(True)
        self._write(painter, large, strong, (middle - 34, str(self._standing.gathered)))
        self._write(painter, self.font(), quiet, (middle + 8, self._below()))

    def _write(
        self, painter: QPainter, font: QFont, colour: QColor, line: tuple[float, str]
    ) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        top, text = line
        box = QRectF(0, top, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)

    def _below(self) -> str:
        return f"dari {self._standing.goal} JP" if self._standing.goal is not None else "JP"
