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
    from collections.abc import Iterable
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
    courses = {(course.code, course.version): course for course in found.courses}
    left_out = list(found.left_out)
    for file in sorted(root.glob(f"*{SUFFIX}")) if root.is_dir() else ():
        try:
            course = _course_in(file, keys)
            _require_new(course, courses)
            courses[course.code, course.version] = course
        except (PackageError, KeyProblem) as error:
            left_out.append((file.name, (Problem(file, 0, 0, error.message, _advice(error)),)))
    return Catalogue(tuple(courses[each] for each in sorted(courses)), tuple(left_out))


def _advice(error: PackageError | KeyProblem) -> str:
    return error.advice if isinstance(error, PackageError) else ""


def _course_in(file: Path, keys: Iterable[str]) -> Course:
    course = verify(file, TrustedKeys.from_texts(keys)).course
    if not holds_every_key(course):
        raise PackageError(Reason.NO_KEYS)
    return course


def _require_new(course: Course, courses: dict[tuple[str, int], Course]) -> None:
    if (course.code, course.version) in courses:
        raise PackageError(Reason.OLD_VERSION, f"{course.code} versi {course.version}")
