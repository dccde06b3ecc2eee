"""The courses to grade by: folders and packages side by side, every version of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.catalogue import Catalogue, load_catalogue
from lessons.packages.keys import KeyProblem, TrustedKeys
from lessons.packages.opening import verify
from lessons.packages.packing import SUFFIX
from lessons.packages.reasons import PackageError, Reason
from lessons.packages.sealing import holds_every_key
from lessons.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from pathlib import Path

    from lessons.cache import CourseCache
    from lessons.course import Course


def load_courses(root: Path, keys: Iterable[str], cache: CourseCache | None = None) -> Catalogue:
    """Read course folders and ``.paket`` files in ``root``; what can't be read is left out.

    A PC may still work with a version that is no longer the newest, so all versions count.

    Args:
        keys: The public keys whose packages are taken, at most two.
    """
    found = load_catalogue(root, cache)
    courses = {_identity(course): course for course in found.courses}
    left_out = list(found.left_out)
    for file in sorted(root.glob(f"*{SUFFIX}")) if root.is_dir() else ():
        try:
            course = _course_in(file, keys)
            _require_new(course, courses)
            courses[_identity(course)] = course
        except (PackageError, KeyProblem) as error:
            left_out.append((file.name, (Problem(file, 0, 0, error.message, _advice(error)),)))
    return Catalogue(tuple(courses[each] for each in sorted(courses)), tuple(left_out))


def joined(own: Catalogue, bundled: Catalogue) -> Catalogue:
    """An office's own courses, and those that come with every PC: people work in both."""
    courses = {_identity(course): course for course in (*bundled.courses, *own.courses)}
    in_order = tuple(courses[each] for each in sorted(courses))
    return Catalogue(in_order, (*own.left_out, *bundled.left_out))


def _identity(course: Course) -> tuple[str, int, tuple[str, ...]]:
    """What is graded alike is the same; a folder and a package of one version may differ."""
    return course.code, course.version, tuple(quiz.revision for quiz in course.quizzes())


def _advice(error: PackageError | KeyProblem) -> str:
    return error.advice if isinstance(error, PackageError) else ""


def _course_in(file: Path, keys: Iterable[str]) -> Course:
    course = verify(file, TrustedKeys.from_texts(keys)).course
    if not holds_every_key(course):
        raise PackageError(Reason.NO_KEYS)
    return course


def _require_new(course: Course, courses: Container[tuple[str, int, tuple[str, ...]]]) -> None:
    if _identity(course) in courses:
        raise PackageError(Reason.OLD_VERSION, f"{course.code} versi {course.version}")
