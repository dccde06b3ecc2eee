"""The learner's text size, for pages made of widgets."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

_RELATIVE = {
    "QLabel, QLineEdit, QComboBox, QPushButton, QAbstractItemView": 1.0,
    'QLabel[role="display"]': 20 / 11,
    'QLabel[role="title"]': 15 / 11,
    'QLabel[role="heading"], QLabel[role="question_text"], #gap_text': 12 / 11,
    'QLabel[role="small"]': 10 / 11,
}
"""What ``base.qss`` makes larger or smaller than the program's own 11 points."""


def scaled_style(percent: int) -> str:
    """A stylesheet for a part of the window that shows its text at some percent of the usual."""
    points = QApplication.font().pointSizeF() * percent / 100
    return "\n".join(
        f"{selector} {{ font-size: {points * share:.2f}pt; }}"
        for selector, share in _RELATIVE.items()
    )
