"""``check``: what is wrong with course files, file by file and line by line.

Exit codes: 0 all is well (warnings are allowed), 1 there are problems.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from lessons.advice import advise
from lessons.catalogue import add_course, bundled_root, course_folders
from lessons.commands.base import Command, add_folders, require_folders, say
from lessons.problems import CourseError, Problem
from lessons.reader import read_course
from lessons.records import to_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

    from lessons.course import Course


def _add_arguments(parser: ArgumentParser) -> None:
    add_folders(parser)
    parser.add_argument("--json", action="store_true", help="keluaran sebagai satu objek JSON")


def _run(options: Namespace) -> int:
    require_folders(options.folders)
    folders = options.folders or course_folders(bundled_root())
    problems, warnings = _check(folders)
    report = _as_json if options.json else _as_text
    say(report(folders, problems, warnings))
    return 1 if problems else 0


def _check(folders: list[Path]) -> tuple[list[Problem], list[Problem]]:
    problems: list[Problem] = []
    warnings: list[Problem] = []
    courses: dict[str, Course] = {}
    for folder in folders:
        try:
            course = read_course(folder)
            add_course(courses, course)
            warnings.extend(advise(course))
        except CourseError as error:
            problems.extend(error.problems)
    return problems, warnings


def _as_json(folders: list[Path], problems: list[Problem], warnings: list[Problem]) -> str:
    report = {
        "courses": [str(folder) for folder in folders],
        "problems": [_plain(problem) for problem in problems],
        "warnings": [_plain(warning) for warning in warnings],
    }
    return to_json(report).decode() + "\n"


def _plain(problem: Problem) -> dict[str, object]:
    return dataclasses.asdict(problem) | {"path": str(problem.path)}


def _as_text(folders: list[Path], problems: list[Problem], warnings: list[Problem]) -> str:
    lines = [
        *(str(problem) for problem in problems),
        *(f"{warning} (peringatan)" for warning in warnings),
        f"{len(folders)} pelatihan diperiksa: {len(problems)} kesalahan,"
        f" {len(warnings)} peringatan.",
    ]
    return "\n".join(lines) + "\n"


COMMAND = Command("check", "memeriksa berkas pelatihan", _add_arguments, _run)
