"""``bina-asn install-course``: take in a course that came as a package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.packages import KeyUnusable, PackageRefused, course_facts, shelf_here
from desktop.exits import Exit, Outcome
from lessons.packages.keys import KeyProblem
from lessons.packages.reasons import PackageError
from lessons.program import program_version

if TYPE_CHECKING:
    from argparse import Namespace

_NEXT_START = "Bila program sedang terbuka, pelatihan ini tampil saat program dibuka lagi."


def run(options: Namespace) -> Outcome:
    """Install a package."""
    try:
        course = shelf_here().install(Path(options.file), program_version())
    except PackageError as error:
        words = f"{options.file}: {error.message} {error.advice}"
        raise PackageRefused(words, error.reason.value) from error
    except KeyProblem as error:
        raise KeyUnusable(error.message) from error
    words = f"{course.code} versi {course.version}, {course.title}, sudah terpasang."
    return Outcome(Exit.OK, (words, _NEXT_START), {"course": course_facts(shelf_here(), course)})
