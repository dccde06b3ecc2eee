"""One course in the list of the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from desktop.ui.kit import Spacing, button, card, column, label, row
from desktop.ui.learning.state_line import end_test_line
from desktop.ui.learning.words import course_size_words, lessons_words
from desktop.ui.navigator import CourseOverview, Navigator

if TYPE_CHECKING:
    from desktop.services.overview import CourseState


def course_card(state: CourseState, navigator: Navigator) -> QFrame:
    """Title, size, progress in a bar and in words, and the way in."""
    made = card()
    course = state.course
    made.setObjectName(f"course_card_{course.code}")
    layout = row(made, Spacing.L, Spacing.L)
    words = column(gap=Spacing.XS)
    words.addWidget(label(course.title, "heading"))
    words.addWidget(label(f"{course.code} · {course_size_words(course)}", "muted"))
    layout.addLayout(words, 3)
    layout.addLayout(_progress(state), 2)
    enter = button("Buka pelatihan", "secondary")
    enter.setObjectName(f"open_course_{course.code}")
    enter.setAccessibleName(f"Buka pelatihan {course.title}")
    enter.clicked.connect(lambda: navigator.go(CourseOverview(course.code)))
    layout.addWidget(enter, 0, Qt.AlignmentFlag.AlignVCenter)
    return made


def progress_bar(state: CourseState) -> QProgressBar:
    """How many lessons are done; the words beside it say the same."""
    bar = QProgressBar()
    bar.setRange(0, max(1, len(state.lessons)))
    bar.setValue(state.lessons_done)
    bar.setTextVisible(False)
    bar.setAccessibleName(lessons_words(state))
    return bar


def _progress(state: CourseState) -> QVBoxLayout:
    layout = column(gap=Spacing.XS)
    layout.addStretch(1)
    layout.addWidget(progress_bar(state))
    layout.addWidget(label(lessons_words(state)))
    if state.end_test and state.end_test.progress:
        layout.addWidget(end_test_line(state.end_test))
    layout.addStretch(1)
    return layout
