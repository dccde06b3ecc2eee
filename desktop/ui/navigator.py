"""Where the window can go: destinations as frozen data, and the object that carries them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Home:
    """Beranda."""


@dataclass(frozen=True, slots=True)
class CourseOverview:
    """The page of one course."""

    course: str


@dataclass(frozen=True, slots=True)
class LessonReader:
    """A lesson; at a heading, or where the learner stopped when ``heading`` is empty."""

    course: str
    lesson: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class QuizRun:
    """A quiz: goes on with the open attempt, or begins one."""

    course: str
    quiz: str


@dataclass(frozen=True, slots=True)
class QuizResult:
    """The result of an attempt that was sent."""

    course: str
    quiz: str
    record: UUID


Destination = Home | CourseOverview | LessonReader | QuizRun | QuizResult


class Navigator(QObject):
    """Carries destinations from pages to the window, so that no page knows another.

    Signals:
        requested(object): A ``Destination`` that somebody asked for.
    """

    requested = Signal(object)

    def go(self, destination: Destination) -> None:
        """Ask the window to show a destination."""
        self.requested.emit(destination)
