"""What the commands for courses share: the shelf, its errors, and how a course is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.errors import ProgramError
from desktop.machine_settings import load_or_usual
from lessons.packages.keys import KeyProblem
from lessons.packages.reasons import PackageError
from lessons.shelf import Shelf

if TYPE_CHECKING:
    from lessons.course import Course


class PackageRefused(ProgramError):
    """A package is not taken."""

    title = PackageError.title


class KeyUnusable(ProgramError):
    """A key or the list of trusted keys can't be used."""

    title = KeyProblem.title


def shelf_here() -> Shelf:
    """The courses of this PC, and whom its settings and its own list trust."""
    settings, _ = load_or_usual(paths.settings_file())
    return Shelf(paths.courses_root(), paths.data_folder(), settings.city_key)


def course_facts(shelf: Shelf, course: Course) -> dict[str, object]:
    """A course for programs."""
    return {
        "code": course.code,
        "version": course.version,
        "title": course.title,
        "installed": shelf.is_installed(course),
    }
