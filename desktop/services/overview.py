"""What a learner has reached and what comes next, derived from records, drafts and places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.services.jp import JpStanding, jp_standing
from desktop.services.running import answered_count
from desktop.storage.model import Learner, OpenAttempt, Place
from lessons.course import Course, Lesson, Quiz
from lessons.progress import WIB, Progress, QuizProgress, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from desktop.storage.store import Store
    from lessons.catalogue import Catalogue
    from lessons.problems import Problem


@dataclass(frozen=True, slots=True)
class QuizState:
    """A quiz with what the learner has done in it.

    Attributes:
        progress: None before the first attempt was sent.
        open: The attempt that was begun and not sent, if any.
    """

    quiz: Quiz
    progress: QuizProgress | None
    open: OpenAttempt | None


@dataclass(frozen=True, slots=True)
class LessonState:
    """A lesson: whether it was finished, whether it was begun, and its practice quiz."""

    lesson: Lesson
    done: bool
    begun: bool
    practice: QuizState | None


@dataclass(frozen=True, slots=True)
class CourseState:
    """A course with everything a learner did in it."""

    course: Course
    lessons: tuple[LessonState, ...]
    pre_test: QuizState | None
    end_test: QuizState | None

    @property
    def lessons_done(self) -> int:
        """How many lessons were finished."""
        return sum(state.done for state in self.lessons)

    @property
    def passed(self) -> bool:
        """Whether the end test was passed."""
        end = self.end_test
        return bool(end and end.progress and end.progress.passed)

    @property
    def waits(self) -> bool:
        """Whether the end test waits for its grade, and none so far has passed."""
        end = self.end_test
        return bool(not self.passed and end and end.progress and end.progress.waiting)

    def quizzes(self) -> Iterator[QuizState]:
        """Every quiz: the pre-test, the practice quizzes in order, the end test."""
        practice = (state.practice for state in self.lessons)
        yield from (quiz for quiz in (self.pre_test, *practice, self.end_test) if quiz)


@dataclass(frozen=True, slots=True)
class NextLesson:
    """Reading is what comes next; ``begun`` tells whether a place was kept."""

    course: Course
    lesson: Lesson
    begun: bool


@dataclass(frozen=True, slots=True)
class NextQuiz:
    """A quiz is what comes next.

    Attributes:
        open: The attempt to go on with, if any.
        answered: How many of its questions are answered in full.
    """

    course: Course
    quiz: Quiz
    open: OpenAttempt | None
    answered: int = 0


NextStep = NextLesson | NextQuiz


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the home page and the course pages show.

    Attributes:
        next: What «Lanjutkan» opens; None when every course is passed or waits for its grade.
        left_out: Name of a folder that is no valid course, and the first reason.
    """

    learner: Learner
    courses: tuple[CourseState, ...]
    jp: JpStanding
    next: NextStep | None
    left_out: tuple[tuple[str, str], ...]


def derive_overview(
    store: Store, learner: Learner, catalogue: Catalogue, now: datetime
) -> Overview:
    """Fold what the store keeps of a learner; ``now`` decides the year of the JP."""
    kept = _Kept(store, learner, learner_progress(store, learner, catalogue))
    courses = tuple(_course(kept, course) for course in catalogue.courses)
    year = now.astimezone(WIB).year
    return Overview(
        learner=learner,
        courses=courses,
        jp=jp_standing(learner.status, year, kept.progress.jp_by_year.get(year, 0)),
        next=next_step(courses, kept.opened, store.last_place(learner.id)),
        left_out=tuple((name, _reason(problems)) for name, problems in catalogue.left_out),
    )


def derive_course(
    store: Store, learner: Learner, catalogue: Catalogue, course: Course
) -> CourseState:
    """The state of one course."""
    return _course(_Kept(store, learner, learner_progress(store, learner, catalogue)), course)


def learner_progress(store: Store, learner: Learner, catalogue: Catalogue) -> Progress:
    """The fold of a learner's records, own and other PCs'."""
    from lessons.outcomes import readings_and_results

    pairs = ((kept.record, kept.score) for kept in store.records(learner.id))
    return fold(*readings_and_results(pairs, catalogue))


def next_step(
    courses: Iterable[CourseState], opened: Iterable[OpenAttempt], last: Place | None
) -> NextStep | None:
    """The attempt begun last; else the place of reading; else the first thing not done."""
    states = tuple(courses)
    undone = _undone(_latest_first(states, last))
    return next(iter((*_open_quizzes(states, opened), *_reading(states, last), *undone)), None)


def _open_quizzes(
    states: tuple[CourseState, ...], opened: Iterable[OpenAttempt]
) -> Iterator[NextStep]:
    for attempt in opened:
        for state in states:
            for quiz in state.quizzes():
                if quiz.open == attempt:
                    answered = answered_count(quiz.quiz, attempt)
                    yield NextQuiz(state.course, quiz.quiz, attempt, answered)


def _reading(states: Iterable[CourseState], last: Place | None) -> Iterator[NextStep]:
    for state in states:
        for lesson in state.lessons:
            if last and lesson.lesson.id == last.lesson and not lesson.done:
                yield NextLesson(state.course, lesson.lesson, begun=True)


def _undone(states: Iterable[CourseState]) -> Iterator[NextStep]:
    for state in states:
        for lesson in state.lessons:
            if not lesson.done:
                yield NextLesson(state.course, lesson.lesson, lesson.begun)
        if state.end_test and not state.passed and not state.waits:
            yield NextQuiz(state.course, state.end_test.quiz, None)


def _latest_first(states: tuple[CourseState, ...], last: Place | None) -> list[CourseState]:
    code = last.course if last else ""
    return sorted(states, key=lambda state: state.course.code != code)


class _Kept:
    """What the store keeps of a learner, as one course after the other asks for it."""

    def __init__(self, store: Store, learner: Learner, progress: Progress) -> None:
        self.progress = progress
        self.opened = store.open_attempts(learner.id)
        self._store = store
        self._learner = learner

    def lesson(self, lesson: Lesson) -> LessonState:
        return LessonState(
            lesson=lesson,
            done=lesson.id in self.progress.lessons,
            begun=self._store.place(self._learner.id, lesson.id) is not None,
            practice=self.quiz(lesson.quiz),
        )

    def quiz(self, quiz: Quiz | None) -> QuizState | None:
        if quiz is None:
            return None
        same = (each for each in self.opened if each.quiz == quiz.id)
        attempt = next((each for each in same if each.revision == quiz.revision), None)
        return QuizState(quiz, self.progress.quizzes.get(quiz.id), attempt)


def _course(kept: _Kept, course: Course) -> CourseState:
    return CourseState(
        course=course,
        lessons=tuple(kept.lesson(lesson) for lesson in course.lessons),
        pre_test=kept.quiz(course.pre_test),
        end_test=kept.quiz(course.end_test),
    )


def _reason(problems: Iterable[Problem]) -> str:
    return next((problem.message for problem in problems), "")
