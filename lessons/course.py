"""A course as the program sees it: frozen data, made by :mod:`lessons.reader`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path

from lessons.questions.base import Question


class QuizKind(StrEnum):
    """What a quiz is for; the values are the words trainers write after ``jenis:``."""

    PRACTICE = "latihan"
    PRE_TEST = "tes-awal"
    END_TEST = "tes-akhir"


class KeyPlace(StrEnum):
    """Where the key of the end test lies; the values are what trainers write after ``kunci:``."""

    PACKAGE = "paket"
    CENTRE = "pusat"


@dataclass(frozen=True, slots=True)
class Quiz:
    """A pool of questions from which an attempt draws.

    Attributes:
        id: Forever id, for example ``asn-05-01``.
        kind: Practice, pre-test or end test.
        title: What people see, for example the lesson's title.
        pass_mark: Whole percent, 0–100, from which an attempt has passed.
        draw_count: How many questions one attempt draws; 1 to the size of the pool.
        shuffle_questions: Whether the drawn questions come in an order of the seed.
        shuffle_options: Whether options come in an order of the seed.
        questions: The pool, in the author's order.
        revision: Hash of everything that decides a grade; see :mod:`lessons.revision`.
    """

    id: str
    kind: QuizKind
    title: str
    pass_mark: int
    draw_count: int
    shuffle_questions: bool
    shuffle_options: bool
    questions: tuple[Question, ...]
    revision: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A level-2 or level-3 heading of a lesson: its forever id and its text."""

    id: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson: its Markdown body and what the page around it shows.

    Attributes:
        id: Forever id, for example ``asn-05-01`` (course code and the file's number).
        minutes: Learning time with case, practice and quiz.
        body: Markdown without front matter.
        body_line: The line of the file on which the body begins, counted from 1.
        glossary: Term and definition, in the author's order.
        quiz: The practice quiz, if there is one.
    """

    id: str
    title: str
    minutes: float
    goals: tuple[str, ...]
    glossary: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    body: str
    body_line: int
    headings: tuple[Heading, ...]
    path: Path
    quiz: Quiz | None


@dataclass(frozen=True, slots=True)
class Course:
    """A whole course.

    Attributes:
        code: Forever code, for example ``ASN-05``.
        version: Counts up from 1 with each release.
        valid_on: The day on which its statements were last checked (``berlaku_per``).
        jp: Whole JP that passing the end test earns.
        minutes: Learning time of the whole course.
        folder: Where its files and pictures lie.
        changes: Question id and why its key changed since an earlier version (``perubahan``).
        keys: Whether the key of the end test goes to the PCs or stays with the server.
    """

    code: str
    title: str
    version: int
    valid_on: date
    jp: int
    minutes: int
    organiser: str
    goals: tuple[str, ...]
    prerequisites: tuple[str, ...]
    sources: tuple[str, ...]
    description: str
    lessons: tuple[Lesson, ...]
    pre_test: Quiz | None
    end_test: Quiz | None
    folder: Path
    changes: tuple[tuple[str, str], ...] = ()
    keys: KeyPlace = KeyPlace.PACKAGE

    def released(self) -> datetime:
        """The earliest moment at which anybody can have worked in it (UTC).

        A PC whose clock says less has a wrong clock. A day is left for time zones and slow clocks.
        """
        return datetime.combine(self.valid_on, time.min, UTC) - timedelta(days=1)

    def quizzes(self) -> tuple[Quiz, ...]:
        """Every quiz of the course: practice quizzes in order of lessons, then the tests."""
        practice = [lesson.quiz for lesson in self.lessons if lesson.quiz]
        return (*practice, *(test for test in (self.pre_test, self.end_test) if test))

    def quiz(self, quiz_id: str) -> Quiz | None:
        """The quiz with this id, or None."""
        return next((quiz for quiz in self.quizzes() if quiz.id == quiz_id), None)

    def lesson(self, lesson_id: str) -> Lesson | None:
        """The lesson with this id, or None."""
        return next((lesson for lesson in self.lessons if lesson.id == lesson_id), None)
