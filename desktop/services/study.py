"""What the signed-in learner does: reading, answering, looking back. All of it on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.errors import ProgramError
from desktop.services.outcome import Outcome, derive_outcome
from desktop.services.overview import CourseState, Overview, derive_course, derive_overview
from desktop.services.running import Running, begin_quiz, send_quiz
from desktop.storage.model import Learner, OpenAttempt, Place
from lessons.course import Course, Lesson
from lessons.records import LessonFinished, RawAnswer, Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.services.backend import Backend
    from desktop.services.library import Library
    from desktop.services.operations import Operation
    from desktop.services.session import Session
    from desktop.storage.store import Store
    from lessons.rendering import Colours

DEFAULT_TEXT_SIZE = 100
_TEXT_SIZE_KEY = "text_size"


class NobodySignedIn(ProgramError):
    """Something was asked for that belongs to a person, and nobody is signed in."""

    title = "Belum masuk"


@dataclass(frozen=True, slots=True)
class OpenLesson:
    """A lesson as it was opened, with the learner whose place is kept.

    Attributes:
        learner: Carried along, so that a place saved while the screen locks goes to its owner.
        html: The rendered lesson with its glossary and sources.
        position: Where to go on reading, as in ``Place``.
        done: Whether it was finished before.
    """

    learner: UUID
    course: Course
    lesson: Lesson
    html: str
    position: float
    done: bool


class Study(QObject):
    """Runs what a learner does on the store; every method returns at once."""

    def __init__(
        self,
        backend: Backend,
        session: Session,
        library: Library,
        clock: Callable[[], datetime],
        seed: Callable[[], int],
    ) -> None:
        """Take what it stands on.

        Args:
            backend: Runs the jobs.
            session: Tells whose jobs they are.
            library: The courses.
            clock: The time by the PC, with a zone.
            seed: A fresh random seed for each attempt, 0 to 2**32 - 1.
        """
        super().__init__()
        self._backend = backend
        self._session = session
        self._library = library
        self._clock = clock
        self._seed = seed

    def overview(self, owner: QObject) -> Operation[Overview]:
        """Progress, JP of this year and the next step."""
        learner = self._learner()

        def job(store: Store) -> Overview:
            return derive_overview(store, learner, self._library.catalogue(), self._clock())

        return self._backend.run(job, owner)

    def course(self, code: str, owner: QObject) -> Operation[CourseState]:
        """One course with what the learner did in it."""
        learner = self._learner()

        def job(store: Store) -> CourseState:
            course = self._library.course(code)
            return derive_course(store, learner, self._library.catalogue(), course)

        return self._backend.run(job, owner)

    def open_lesson(
        self, course: str, lesson: str, colours: Colours, owner: QObject
    ) -> Operation[OpenLesson]:
        """Render a lesson and find the place where the learner stopped."""
        learner = self._learner()

        def job(store: Store) -> OpenLesson:
            return _open_lesson(store, learner, self._library, (course, lesson), colours)

        return self._backend.run(job, owner)

    def keep_place(self, opened: OpenLesson, position: float) -> Operation[None]:
        """Keep where reading stopped; needs no owner, since it must also outlive its page."""
        place = Place(opened.course.code, opened.lesson.id, position, self._clock())
        return self._backend.run(lambda store: store.keep_place(opened.learner, place))

    def finish_lesson(self, opened: OpenLesson, seconds: int, owner: QObject) -> Operation[Record]:
        """Record that the lesson was read to its end."""
        course, lesson = opened.course, opened.lesson

        def job(store: Store) -> Record:
            return store.finish_lesson(
                opened.learner, course.code, course.version, lesson.id, seconds
            )

        return self._backend.run(job, owner)

    def begin(self, course: str, quiz: str, owner: QObject) -> Operation[Running]:
        """Go on with the open attempt at a quiz, or begin a new one."""
        learner, seed = self._learner(), self._seed()

        def job(store: Store) -> Running:
            library = self._library
            return begin_quiz(
                store, learner, library.course(course), library.quiz(course, quiz), seed
            )

        return self._backend.run(job, owner)

    def keep_answer(
        self, attempt: UUID, question: str, answer: RawAnswer, seconds: int, owner: QObject | None
    ) -> Operation[OpenAttempt]:
        """Commit one answer; on disk when the operation succeeds, also when its page is gone."""
        return self._backend.run(
            lambda store: store.keep_answer(attempt, question, answer, seconds), owner
        )

    def keep_current(self, attempt: UUID, question: str, owner: QObject) -> Operation[None]:
        """Commit which question is on the screen."""

        def job(store: Store) -> None:
            store.keep_current(attempt, question)

        return self._backend.run(job, owner)

    def send(self, running: Running, seconds: int, owner: QObject) -> Operation[Record]:
        """Make the open attempt a record; sending twice gives the same record."""
        return self._backend.run(lambda store: send_quiz(store, running, seconds), owner)

    def result(self, course: str, record: UUID, owner: QObject) -> Operation[Outcome]:
        """Look back on an attempt that was sent."""
        learner = self._learner()

        def job(store: Store) -> Outcome:
            library = self._library
            found = library.course(course)
            return derive_outcome(store, learner, library.catalogue(), found, record)

        return self._backend.run(job, owner)

    def text_size(self, owner: QObject) -> Operation[int]:
        """The learner's text size in lessons, in percent."""
        key = self._text_size_key()
        return self._backend.run(lambda store: _percent(store.setting(key)), owner)

    def keep_text_size(self, percent: int) -> Operation[None]:
        """Keep the learner's text size in lessons."""
        key = self._text_size_key()
        return self._backend.run(lambda store: store.keep_setting(key, str(percent)))

    def _text_size_key(self) -> str:
        return f"{_TEXT_SIZE_KEY}:{self._learner().id}"

    def _learner(self) -> Learner:
        if self._session.learner is None:
            raise NobodySignedIn("Masuk lebih dahulu untuk belajar.")
        return self._session.learner


def _open_lesson(
    store: Store, learner: Learner, library: Library, names: tuple[str, str], colours: Colours
) -> OpenLesson:
    from lessons.rendering import lesson_page

    course, lesson = library.course(names[0]), library.lesson(*names)
    place = store.place(learner.id, lesson.id)
    return OpenLesson(
        learner=learner.id,
        course=course,
        lesson=lesson,
        html=lesson_page(lesson, colours),
        position=place.position if place else 0.0,
        done=_is_done(store, learner, lesson),
    )


def _is_done(store: Store, learner: Learner, lesson: Lesson) -> bool:
    bodies = (kept.record.body for kept in store.records(learner.id))
    return any(isinstance(each, LessonFinished) and each.lesson == lesson.id for each in bodies)


def _percent(kept: str | None) -> int:
    return int(kept) if kept and kept.isdecimal() else DEFAULT_TEXT_SIZE
