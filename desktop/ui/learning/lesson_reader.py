"""Pelajaran: a calm page to read, with its headings at the side and its place kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFrame

from desktop.ui.kit import Spacing, button, column, label, row, set_role
from desktop.ui.learning.browser import CourseBrowser, LessonPage
from desktop.ui.learning.heading_list import HeadingList
from desktop.ui.learning.link_bar import LinkBar
from desktop.ui.learning.markup import theme_colours
from desktop.ui.learning.page import LearningPage
from desktop.ui.learning.reader_foot import ReaderFoot
from desktop.ui.learning.stopwatch import Stopwatch
from desktop.ui.learning.text_size import TextSize
from desktop.ui.navigator import CourseOverview, LessonReader, Navigator, QuizRun

if TYPE_CHECKING:
    from desktop.services.bundle import Services
    from desktop.services.study import OpenLesson

_KEEP_AFTER_MS = 800


class LessonReaderPage(LearningPage[LessonReader]):
    """Shows one lesson; keeps the place a moment after each move, and on leaving."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self.setObjectName("reader_page")
        self._wanted = LessonReader("", "")
        self._opened: OpenLesson | None = None
        self._stopwatch = Stopwatch()
        self._keep_timer = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keep_timer.timeout.connect(self._keep_place)
        self._title = label("", "muted")
        self._size = TextSize(self)
        self._headings = HeadingList()
        self._browser = CourseBrowser()
        self._browser.setObjectName("lesson_text")
        self._links = LinkBar()
        self._foot = ReaderFoot()
        self._lay_out()
        self._connect()

    def open(self, destination: LessonReader) -> None:
        """Show a lesson at a heading, or where the learner stopped."""
        self._wanted = destination
        self._clear()
        self.services.study.text_size(self).success(self._take_size)
        self._read()

    def leave(self) -> None:
        """Keep the place, and take the lesson off the screen."""
        self._keep_place()
        self._wanted = LessonReader("", "")
        self._clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the course."""
        if event.key() == Qt.Key.Key_Escape:
            self._to_course()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Render again in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._opened is not None:
            self._keep_place()
            self._read()

    def _clear(self) -> None:
        self._opened = None
        self._title.setText("")
        self._headings.show_headings(())
        self._browser.show_page(LessonPage("", None, ()), 0)
        self._links.hide()
        self._foot.hide()

    def _read(self) -> None:
        wanted = self._wanted
        study = self.services.study
        study.open_lesson(wanted.course, wanted.lesson, theme_colours(), self).success(self._show)

    def _show(self, opened: OpenLesson) -> None:
        if opened.lesson.id != self._wanted.lesson:
            return
        again = self._opened is not None
        self._opened = opened
        self._title.setText(_where(opened))
        self._headings.show_headings(opened.lesson.headings)
        self._browser.setAccessibleName(f"Pelajaran: {opened.lesson.title}")
        page = LessonPage(opened.html, opened.course.folder, opened.lesson.glossary)
        self._browser.show_page(page, opened.position)
        if not again:
            self._begin(opened)
        self._moved()

    def _begin(self, opened: OpenLesson) -> None:
        self._foot.show_lesson(opened.course, opened.lesson, opened.done)
        self._foot.show()
        self._stopwatch.start()
        if self._wanted.heading:
            self._browser.go_to_anchor(self._wanted.heading)
        self._browser.setFocus()

    def _moved(self) -> None:
        if self._opened is None:
            return
        browser = self._browser
        position = round(browser.place() * max(1, browser.document().characterCount() - 1))
        self._headings.mark(browser.anchors, position)
        if browser.at_end():
            self._foot.show_end_reached(True)
        self._keep_timer.start()

    def _keep_place(self) -> None:
        self._keep_timer.stop()
        if self._opened is not None:
            self.services.study.keep_place(self._opened, self._browser.place())

    def _finish(self) -> None:
        if self._opened is None:
            return
        opened = self._opened
        self._foot.wait_for_finish()
        done = self.services.study.finish_lesson(opened, self._stopwatch.seconds(), self)
        done.success(lambda _: self._show_finished(opened))
        done.failure(lambda error: self._explain(opened, error))

    def _show_finished(self, opened: OpenLesson) -> None:
        if opened is self._opened:
            self._foot.show_done(True)
            self._foot.focus_quiz()

    def _explain(self, opened: OpenLesson, error: Exception) -> None:
        self.services.messages.tell_error(error)
        if opened is self._opened:
            self._foot.show_done(False)

    def _take_size(self, percent: int) -> None:
        self._size.show_percent(percent)
        self._browser.set_text_size(self._size.percent())

    def _resize_text(self, percent: int) -> None:
        self._browser.set_text_size(percent)
        self.services.study.keep_text_size(percent)

    def _to_course(self) -> None:
        self.navigator.go(CourseOverview(self._wanted.course))

    def _to_quiz(self) -> None:
        if self._opened is not None and self._opened.lesson.quiz is not None:
            self.navigator.go(QuizRun(self._wanted.course, self._opened.lesson.quiz.id))

    def _to_lesson(self, lesson: str) -> None:
        self.navigator.go(LessonReader(self._wanted.course, lesson))

    def _connect(self) -> None:
        self._browser.reading_moved.connect(self._moved)
        self._browser.link_followed.connect(self._links.ask)
        self._browser.size_asked.connect(self._size.step_once)
        self._headings.chosen.connect(self._browser.go_to_anchor)
        self._size.changed.connect(self._resize_text)
        self._links.accepted.connect(_open_outside)
        self._foot.finish_chosen.connect(self._finish)
        self._foot.quiz_chosen.connect(self._to_quiz)
        self._foot.lesson_chosen.connect(self._to_lesson)
        self._foot.course_chosen.connect(self._to_course)

    def _lay_out(self) -> None:
        page = column(self, 0)
        page.addWidget(self._head())
        body = row(gap=Spacing.L, margin=Spacing.L)
        body.addWidget(self._headings)
        body.addWidget(self._browser, 1)
        page.addLayout(body, 1)
        page.addWidget(self._links)
        page.addWidget(self._foot)

    def _head(self) -> QFrame:
        head = QFrame()
        set_role(head, "bar")
        layout = row(head, Spacing.M, Spacing.S)
        back = button("Pelatihan", "quiet", "arrow-left")
        back.setObjectName("back_button")
        back.setAccessibleName("Kembali ke pelatihan")
        back.clicked.connect(self._to_course)
        layout.addWidget(back)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._size)
        return head


def _where(opened: OpenLesson) -> str:
    number = opened.course.lessons.index(opened.lesson) + 1
    return f"{opened.course.title} · Pelajaran {number} dari {len(opened.course.lessons)}"


def _open_outside(url: QUrl) -> None:
    QDesktopServices.openUrl(url)
