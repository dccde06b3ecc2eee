"""The commands for courses: which are here, new ones by package, and whose packages count."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.errors import ProgramError
from desktop.exits import Exit, Outcome
from lessons.packages.disk import in_words
from lessons.packages.keys import KeyProblem, PublicKey, TrustedKeys
from lessons.packages.reasons import PackageError
from lessons.program import program_version
from lessons.shelf import Shelf

if TYPE_CHECKING:
    from argparse import Namespace

    from lessons.course import Course
    from lessons.problems import Problem

_NEXT_START = "Bila program sedang terbuka, pelatihan ini tampil saat program dibuka lagi."


class PackageRefused(ProgramError):
    """A package is not taken."""

    title = PackageError.title


class KeyUnusable(ProgramError):
    """A key or the list of trusted keys can't be used."""

    title = KeyProblem.title


def run_trust_key(options: Namespace) -> Outcome:
    """Trust a public key, or trust it no longer."""
    shelf = _shelf()
    try:
        key = PublicKey.from_text(options.key)
        others = tuple(each for each in shelf.trusted().keys if each != key)
        keys = TrustedKeys(others if options.remove else (*others, key))
        shelf.data.mkdir(parents=True, exist_ok=True)
        keys.save(shelf.keys_file)
    except KeyProblem as error:
        raise KeyUnusable(error.message) from error
    except OSError as error:
        raise KeyUnusable(f"{shelf.keys_file} tidak dapat ditulis: {in_words(error)}.") from error
    done = "tidak lagi dipercaya" if options.remove else "dipercaya"
    known = [str(each) for each in keys.keys]
    lines = (f"Kunci {key.id} {done}.", f"{len(known)} kunci dipercaya di komputer ini.", *known)
    return Outcome(Exit.OK, lines, {"keys": known})


def run_install_course(options: Namespace) -> Outcome:
    """Install a package."""
    try:
        course = _shelf().install(Path(options.file), program_version())
    except PackageError as error:
        words = f"{options.file}: {error.message} {error.advice}"
        raise PackageRefused(words, error.reason.value) from error
    except KeyProblem as error:
        raise KeyUnusable(error.message) from error
    words = f"{course.code} versi {course.version}, {course.title}, sudah terpasang."
    return Outcome(Exit.OK, (words, _NEXT_START), {"course": _facts(_shelf(), course)})


def run_list_courses(_options: Namespace) -> Outcome:
    """Which courses are here, and which are left out."""
    shelf = _shelf()
    catalogue = shelf.load()
    lines = [_in_words(shelf, course) for course in catalogue.courses]
    left_out = [(name, _reason(problems[0])) for name, problems in catalogue.left_out]
    lines += [f"Dilewati: {name}. {message}" for name, message in left_out]
    facts = {
        "courses": [_facts(shelf, course) for course in catalogue.courses],
        "left_out": [{"name": name, "message": message} for name, message in left_out],
    }
    return Outcome(Exit.OK, tuple(lines) or ("Belum ada pelatihan.",), facts)


def _shelf() -> Shelf:
    return Shelf(paths.courses_root(), paths.data_folder())


def _reason(problem: Problem) -> str:
    return f"{problem.message} {problem.hint}".rstrip()


def _in_words(shelf: Shelf, course: Course) -> str:
    place = "terpasang" if shelf.is_installed(course) else "bawaan"
    return f"{course.code} versi {course.version} ({place}): {course.title}"


def _facts(shelf: Shelf, course: Course) -> dict[str, object]:
    return {
        "code": course.code,
        "version": course.version,
        "title": course.title,
        "installed": shelf.is_installed(course),
    }
