"""The pages of a learner: home, course, lesson, quiz, result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.ui.learning.page import LearningPage
from desktop.ui.navigator import (
    CourseOverview,
    Destination,
    Home,
    LessonReader,
    Navigator,
    QuizResult,
    QuizRun,
)

if TYPE_CHECKING:
    from desktop.services.bundle import Services

__all__ = ["LearningPage", "learning_pages"]


def learning_pages(
    services: Services, navigator: Navigator
) -> dict[type[Destination], LearningPage[Any]]:
    """The page for each kind of destination, made anew for each person who signs in."""
    # Here, so that the program can import the pages one by one while its window takes input.
    from desktop.ui.learning.course_overview import CourseOverviewPage
    from desktop.ui.learning.home import HomePage
    from desktop.ui.learning.lesson_reader import LessonReaderPage
    from desktop.ui.learning.quiz_result import QuizResultPage
    from desktop.ui.learning.quiz_run import QuizRunPage

    return {
        Home: HomePage(services, navigator),
        CourseOverview: CourseOverviewPage(services, navigator),
        LessonReader: LessonReaderPage(services, navigator),
        QuizRun: QuizRunPage(services, navigator),
        QuizResult: QuizResultPage(services, navigator),
    }
