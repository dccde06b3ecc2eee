"""All courses of a folder; a broken one is left out with its reason and the others work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.course import Course, Quiz
from lessons.problems import CourseError, Problem, Report
from lessons.reader import read_course

if TYPE_CHECKING:
    from lessons.cache import CourseCache


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The courses there are.

    Attributes:
        courses: In order of their code.
        left_out: Folder name, and what is wrong with the course in it.
    """

    courses: tuple[Course, ...]
    left_out: tuple[tuple[str, tuple[Problem, ...]], ...] = ()

    def course(self, code: str) -> Course | None:
        """The course with this code, or None."""
        return next((course for course in self.courses if course.code == code), None)

    def quiz(self, code: str, quiz_id: str) -> Quiz | None:
        """The quiz of a course, or None."""
        course = self.course(code)
        return course.quiz(quiz_id) if course else None


def bundled_root() -> Path:
    """The folder of the courses that come with the program."""
    return Path(__file__).parent / "courses"


def load_catalogue(root: Path, cache: CourseCache | None = None) -> Catalogue:
    """Read every course folder below ``root``; what can't be read is left out with its reason.

    Args:
        cache: Keeps what was read for the next time; None reads anew.
    """
    read = cache.read if cache else read_course
    courses: dict[str, Course] = {}
    left_out: list[tuple[str, tuple[Problem, ...]]] = []
    try:
        folders = course_folders(root)
    except OSError as error:
        reason = f"Folder pelatihan tidak dapat dibuka ({error.strerror})."
        return Catalogue((), ((root.name, (Problem(root, 0, 0, reason, ""),)),))
    for folder in folders:
        try:
            add_course(courses, read(folder))
        except CourseError as error:
            left_out.append((folder.name, error.problems))
    return Catalogue(tuple(courses[code] for code in sorted(courses)), tuple(left_out))


def course_folders(root: Path) -> list[Path]:
    """The folders below ``root`` that are meant as courses, in order of their name.

    Raises:
        OSError: ``root`` can't be listed.
    """
    return sorted(
        path for path in root.iterdir() if path.is_dir() and not path.name.startswith((".", "_"))
    )


def add_course(courses: dict[str, Course], course: Course) -> None:
    """Add a course to those read so far, by code.

    Raises:
        CourseError: Another one has its code.
    """
    if course.code in courses:
        report = Report(course.folder)
        other = courses[course.code].folder.name
        report.add(0, f"Kode {course.code} sudah dipakai folder “{other}”.", "Ganti salah satu.")
        raise CourseError(report.problems)
    courses[course.code] = course
