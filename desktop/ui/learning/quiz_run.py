"""Kuis: one question at a time, each answer on disk before the next is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from desktop.errors import ProgramError
from desktop.services.standing import Standing
from desktop.ui.learning.markup import course_markup
from desktop.ui.learning.page import LearningPage
from desktop.ui.learning.quiz.failure import Unfinished, failure_words
from desktop.ui.learning.quiz.frame import QuizFrame
from desktop.ui.learning.quiz.keeper import AnswerKeeper, Given
from desktop.ui.learning.quiz.keys import Step, listen_for_moves, option_of, step_of
from desktop.ui.learning.quiz.question_view import QuestionView
from desktop.ui.learning.quiz.review import Review
from desktop.ui.learning.stopwatch import Stopwatch
from desktop.ui.learning.text_size import TextSize
from desktop.ui.learning.words import unfinished_words
from desktop.ui.navigator import CourseOverview, Navigator, QuizResult, QuizRun

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from desktop.services.bundle import Services
    from desktop.services.running import Running
    from desktop.storage.model import OpenAttempt
    from lessons.records import Record


class QuizRunPage(LearningPage[QuizRun]):
    """Runs an attempt; begun anew or gone on with, the store decides.

    ``_position`` is the question on the screen, or the number of questions for the review.
    ``_moving`` is true while a move waits for the disk; a second move is not taken then.
    """

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self.setObjectName("quiz_page")
        self._wanted = QuizRun("", "")
        self._running: Running | None = None
        self._position = 0
        self._moving = False
        self._stopwatch = Stopwatch()
        self._keeper = AnswerKeeper(services.study, self)
        self._size = TextSize(self)
        self._frame = QuizFrame(self, self._size)
        self._connect()

    def open(self, destination: QuizRun) -> None:
        """Go on with the open attempt at the quiz, or begin one."""
        self._wanted = destination
        self._frame.show_waiting("Memuat…")
        self.services.study.text_size(self).success(self._take_size)
        begun = self.services.study.begin(destination.course, destination.quiz, self)
        begun.success(self._begin).failure(self._explain_begin)

    def leave(self) -> None:
        """Take the quiz off the screen; what was answered is on disk or on its way there."""
        self._keeper.release()
        self._wanted = QuizRun("", "")
        self._running = None
        self._moving = False
        self._frame.show_waiting("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Options by number or letter, Enter and Alt+arrows to move, Esc to the course."""
        option, step = option_of(event), step_of(event)
        question = self._frame.question()
        if option is not None and question is not None and question.choose(option):
            return
        if step is not None:
            self._step(step)
            return
        super().keyPressEvent(event)

    def _begin(self, running: Running) -> None:
        if running.quiz.id != self._wanted.quiz:
            return
        self._running = running
        self._moving = False
        self._keeper.start()
        self._stopwatch.start(running.attempt.seconds)
        self._frame.show_quiz(running)
        self._turn_to(running.current())

    def _take_size(self, percent: int) -> None:
        self._size.show_percent(percent)
        self._frame.set_text_size(self._size.percent())

    def _resize_text(self, percent: int) -> None:
        self._frame.set_text_size(percent)
        self.services.study.keep_text_size(percent)

    def _answer(self) -> None:
        question = self._frame.question()
        if self._running is None or question is None:
            return
        self._frame.show_saving()
        attempt, seconds = self._running.attempt.id, self._stopwatch.seconds()
        self._keeper.keep(Given(attempt, question.question, question.answer(), seconds))

    def _take_kept(self, attempt: OpenAttempt) -> None:
        if self._running is None or self._running.attempt.id != attempt.id:
            return
        self._running = self._running.with_attempt(attempt)
        self._frame.show_state(self._running, self._position)
        if self._keeper.is_clean():
            self._frame.show_saved()

    def _step(self, step: Step) -> None:
        if step is Step.OUT:
            self._to_course()
        elif isinstance(focused := self.focusWidget(), QPushButton):
            focused.click()
        elif (question := self._frame.question()) is None or not question.go_on():
            self._move(1)

    def _move(self, by: int) -> None:
        self._go(self._position + by)

    def _go(self, position: int) -> None:
        """Move once everything given is on disk."""
        running = self._running
        if running is None or self._moving or not 0 <= position <= len(running.forms):
            return
        self._moving = True
        self._keeper.when_kept(lambda: self._turn_to(position))

    def _turn_to(self, position: int) -> None:
        """Note on disk which question comes, then show it."""
        running = self._running
        if running is None:
            return
        if position == len(running.forms):
            self._show_review()
            return
        question = running.forms[position].question
        noted = self.services.study.keep_current(running.attempt.id, question, self)
        noted.success(lambda _: self._show(running.attempt.id, position))
        noted.failure(self._explain_move)

    def _show(self, attempt: UUID, position: int) -> None:
        if self._running is None or self._running.attempt.id != attempt:
            return
        self._moving = False
        self._position = position
        view = QuestionView(self._running, position, course_markup(self._running.course.folder))
        view.changed.connect(self._answer)
        self._frame.show_question(view, self._running, position)

    def _show_review(self) -> None:
        self._moving = False
        if self._running is None:
            return
        self._position = len(self._running.forms)
        review = Review(self._running)
        review.chosen.connect(self._go)
        self._frame.show_review(review, self._running)

    def _ask_or_send(self) -> None:
        """Send; but ask first when something has no answer yet."""
        running = self._running
        if running is None:
            return
        if missing := unfinished_words(running.standings()):
            self._frame.ask_to_send(missing)
        else:
            self._send()

    def _send(self) -> None:
        if self._running is None or self._moving:
            return
        self._moving = True
        self._frame.lock_sending(True)
        attempt = self._running.attempt.id
        sent = self.services.study.send(self._running, self._stopwatch.seconds(), self)
        sent.success(lambda record: self._show_result(attempt, record))
        sent.failure(self._explain_sending)

    def _show_result(self, attempt: UUID, record: Record) -> None:
        wanted = self._wanted
        if self._running is None or self._running.attempt.id != attempt:
            return
        self.navigator.go(QuizResult(wanted.course, wanted.quiz, record.id))

    def _answer_missing(self) -> None:
        if self._running is not None:
            standings = enumerate(self._running.standings())
            self._go(next((at for at, each in standings if each is not Standing.ANSWERED), 0))

    def _explain_answer(self, error: Exception) -> None:
        self._explain(Unfinished.ANSWER, error)

    def _explain_move(self, error: Exception) -> None:
        self._explain(Unfinished.MOVE, error)

    def _explain_sending(self, error: Exception) -> None:
        self._frame.lock_sending(False)
        self._explain(Unfinished.SENDING, error)

    def _explain(self, unfinished: Unfinished, error: Exception) -> None:
        """Stay where the learner is and say what to do."""
        self._moving = False
        self._frame.show_failure(*failure_words(unfinished, error))
        if not isinstance(error, ProgramError):
            self.services.messages.tell_error(error)

    def _explain_begin(self, error: Exception) -> None:
        self._frame.show_waiting("Kuis belum dapat dibuka. Kembali ke pelatihan, lalu coba lagi.")
        self.services.messages.tell_error(error)

    def _to_course(self) -> None:
        course = self._wanted.course
        self._keeper.when_kept(lambda: self.navigator.go(CourseOverview(course)))

    def _connect(self) -> None:
        listen_for_moves(self, self._move)
        self._keeper.kept.connect(self._take_kept)
        self._keeper.failed.connect(self._explain_answer)
        self._size.changed.connect(self._resize_text)
        frame = self._frame
        frame.back_chosen.connect(self._to_course)
        frame.previous_chosen.connect(lambda: self._move(-1))
        frame.next_chosen.connect(lambda: self._move(1))
        frame.number_chosen.connect(self._go)
        frame.send_chosen.connect(self._ask_or_send)
        frame.send_confirmed.connect(self._send)
        frame.missing_chosen.connect(self._answer_missing)
