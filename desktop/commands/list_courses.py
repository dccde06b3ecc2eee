"""``bina-asn list-courses``: which courses are here, and which are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.commands.packages import course_facts, shelf_here
from desktop.exits import Exit, Outcome

if TYPE_CHECKING:
    from argparse import Namespace

    from lessons.course import Course
    from lessons.problems import Problem
    from lessons.shelf import Shelf


def run(_options: Namespace) -> Outcome:
    """List them."""
    shelf = shelf_here()
    catalogue = shelf.load()
    lines = [_in_words(shelf, course) for course in catalogue.courses]
    left_out = [(name, _reason(problems[0])) for name, problems in catalogue.left_out]
    lines += [f"Dilewati: {name}. {message}" for name, message in left_out]
    facts = {
        "courses": [course_facts(shelf, course) for course in catalogue.courses],
        "left_out": [{"name": name, "message": message} for name, message in left_out],
    }
    return Outcome(Exit.OK, tuple(lines) or ("Belum ada pelatihan.",), facts)


def _reason(problem: Problem) -> str:
    return f"{problem.message} {problem.hint}".rstrip()


def _in_words(shelf: Shelf, course: Course) -> str:
    place = "terpasang" if shelf.is_installed(course) else "bawaan"
    return f"{course.code} versi {course.version} ({place}): {course.title}"
