"""The courses on this PC, read once on the database worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.errors import ProgramError

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.worker import Worker
    from lessons.catalogue import Catalogue
    from lessons.course import Course, Lesson, Quiz
    from lessons.packages.keys import PublicKey


class CourseMissing(ProgramError):
    """A course, lesson or quiz was asked for that this PC does not have."""

    title = "Materi tidak ditemukan"


class Library(QObject):
    """Holds the catalogue; pages and services ask it for courses.

    Signals:
        loaded(): The courses can be asked for.
    """

    loaded = Signal()

    def __init__(
        self, worker: Worker, bundled: Path, data: Path, city_key: PublicKey | None = None
    ) -> None:
        """Take the worker that reads the files, and where they lie.

        Args:
            bundled: The folder whose folders are the program's own courses.
            data: The program's data folder, with the installed courses and the cache.
            city_key: Trusted for installed courses by the settings of the PC.
        """
        super().__init__()
        self._worker = worker
        self._bundled = bundled
        self._data = data
        self._city_key = city_key
        self._catalogue: Catalogue | None = None

    def start(self) -> None:
        """Read all courses; jobs queued on the same worker afterwards find them."""
        self._worker.submit(self._load, self).success(lambda _: self.loaded.emit())

    def catalogue(self) -> Catalogue:
        """All courses, and what was left out.

        Raises:
            CourseMissing: The courses have not been read yet.
        """
        if self._catalogue is None:
            raise CourseMissing("Daftar pelatihan belum selesai dibaca. Tunggu sebentar.")
        return self._catalogue

    def courses(self) -> tuple[Course, ...]:
        """The courses that can be taken; none before :attr:`loaded`."""
        return self._catalogue.courses if self._catalogue else ()

    def course(self, code: str) -> Course:
        """The course with this code.

        Raises:
            CourseMissing: There is none.
        """
        course = self._catalogue.course(code) if self._catalogue else None
        if course is None:
            raise CourseMissing(f"Pelatihan {code} tidak ada di komputer ini.")
        return course

    def lesson(self, code: str, lesson_id: str) -> Lesson:
        """A lesson of a course.

        Raises:
            CourseMissing: There is none.
        """
        lesson = self.course(code).lesson(lesson_id)
        if lesson is None:
            raise CourseMissing(f"Pelajaran {lesson_id} tidak ada di pelatihan {code}.")
        return lesson

    def quiz(self, code: str, quiz_id: str) -> Quiz:
        """A quiz of a course.

        Raises:
            CourseMissing: There is none.
        """
        quiz = self.course(code).quiz(quiz_id)
        if quiz is None:
            raise CourseMissing(f"Kuis {quiz_id} tidak ada di pelatihan {code}.")
        return quiz

    def _load(self) -> None:
        from lessons.cache import CourseCache
        from lessons.program import program_version
        from lessons.shelf import Shelf

        cache = CourseCache(self._data / "cache", program_version())
        self._catalogue = Shelf(self._bundled, self._data, self._city_key).load(cache)
