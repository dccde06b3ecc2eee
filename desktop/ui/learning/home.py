"""Beranda: what comes next, the JP of this year, and the courses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from desktop.storage.model import Change
from desktop.ui.kit import Spacing, card, column, label, picture, row
from desktop.ui.learning.continue_card import continue_card
from desktop.ui.learning.course_card import course_card
from desktop.ui.learning.jp_ring import JpRing
from desktop.ui.learning.page import ScrollingPage
from desktop.ui.learning.words import first_name
from desktop.ui.navigator import Home, Navigator

if TYPE_CHECKING:
    from desktop.services.bundle import Services
    from desktop.services.overview import Overview

_SHOWN = frozenset({Change.RECORDS, Change.DRAFTS, Change.LEARNERS})


class HomePage(ScrollingPage[Home]):
    """The first page after sign-in; «Lanjutkan» has the keyboard."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self.setObjectName("home_page")
        services.backend.changed.connect(self._refresh)

    def open(self, destination: Home) -> None:
        """Show the learner's standing."""
        self.show_waiting()
        overview = self.services.study.overview(self)
        overview.success(self._show_first).failure(self.show_failure)

    def _refresh(self, changes: frozenset[Change]) -> None:
        if self.isVisible() and changes & _SHOWN:
            self.services.study.overview(self).success(self._show_again)

    def _show_first(self, overview: Overview) -> None:
        self.show_from_top(self._content(overview), "continue_button")

    def _show_again(self, overview: Overview) -> None:
        self.show_content(self._content(overview))

    def _content(self, overview: Overview) -> QWidget:
        content = QWidget()
        layout = column(content, Spacing.L)
        layout.addWidget(label(f"Selamat datang, {first_name(overview.learner.name)}", "display"))
        top = row(gap=Spacing.L)
        top.addWidget(continue_card(overview, self.navigator), 1)
        top.addWidget(_jp_card(overview))
        layout.addLayout(top)
        layout.addSpacing(Spacing.S)
        layout.addWidget(label("Pelatihan Anda", "title"))
        for state in overview.courses:
            layout.addWidget(course_card(state, self.navigator))
        for folder, reason in overview.left_out:
            layout.addWidget(_left_out(folder, reason))
        return content


def _jp_card(overview: Overview) -> QFrame:
    made = card()
    layout = row(made, Spacing.L, Spacing.L)
    layout.addWidget(JpRing(overview.jp))
    words = column(gap=Spacing.XS)
    words.addStretch(1)
    words.addWidget(label(f"Tahun {overview.jp.year}", "heading"))
    words.addWidget(label("JP (jam pelajaran) yang Anda peroleh"))
    if overview.jp.ceiling is not None:
        words.addWidget(label(f"Batas {overview.jp.ceiling} JP setahun", "small"))
    words.addStretch(1)
    layout.addLayout(words)
    made.setFixedWidth(340)
    return made


def _left_out(folder: str, reason: str) -> QWidget:
    made = QWidget()
    layout = row(made, Spacing.S)
    layout.addWidget(picture("info-circle"), 0, Qt.AlignmentFlag.AlignTop)
    words = label(f"Pelatihan “{folder}” belum dapat dibuka di komputer ini. {reason}", "muted")
    layout.addWidget(words, 1)
    made.setObjectName(f"left_out_{folder}")
    return made
