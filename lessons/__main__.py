"""``python -m lessons check``: what is wrong with course files, file by file and line by line.

Exit codes: 0 all is well (warnings are allowed), 1 there are problems, 2 wrong use.
"""

from __future__ import annotations

import argparse
import dataclasses
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.advice import advise
from lessons.catalogue import add_course, bundled_root, course_folders
from lessons.problems import CourseError, Problem
from lessons.reader import read_course
from lessons.records import to_json

if TYPE_CHECKING:
    from lessons.course import Course


def main(argv: list[str] | None = None) -> int:
    """Run the command line; gives the exit code."""
    parser = _parser()
    options = parser.parse_args(argv)
    for folder in options.folders:
        if not folder.is_dir():
            parser.error(f"folder “{folder}” tidak ada")
    folders = options.folders or course_folders(bundled_root())
    problems, warnings = _check(folders)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # a pipe on Windows would take the old code page
    if options.json:
        _print_json(folders, problems, warnings)
    else:
        _print_text(folders, problems, warnings)
    return 1 if problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lessons", description="Perkakas pelatihan.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    check = commands.add_parser("check", help="memeriksa berkas pelatihan")
    check.add_argument(
        "folders",
        nargs="*",
        type=Path,
        metavar="FOLDER",
        help="folder pelatihan (bawaan: semua pelatihan program)",
    )
    check.add_argument("--json", action="store_true", help="keluaran sebagai satu objek JSON")
    return parser


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


def _print_json(folders: list[Path], problems: list[Problem], warnings: list[Problem]) -> None:
    report = {
        "courses": [str(folder) for folder in folders],
        "problems": [_plain(problem) for problem in problems],
        "warnings": [_plain(warning) for warning in warnings],
    }
    sys.stdout.write(to_json(report).decode() + "\n")


def _plain(problem: Problem) -> dict[str, object]:
    return dataclasses.asdict(problem) | {"path": str(problem.path)}


def _print_text(folders: list[Path], problems: list[Problem], warnings: list[Problem]) -> None:
    lines = [
        *(str(problem) for problem in problems),
        *(f"{warning} (peringatan)" for warning in warnings),
        f"{len(folders)} pelatihan diperiksa: {len(problems)} kesalahan,"
        f" {len(warnings)} peringatan.",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
