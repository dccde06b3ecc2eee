"""``check``: what is wrong with course files, file by file and line by line.

Exit codes: 0 all is well (warnings are allowed), 1 there are problems.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.catalogue import bundled_root, course_folders
from lessons.checking import Findings, check_all
from lessons.commands.base import Command, WrongUse, say
from lessons.past import PastUnknown
from lessons.records import to_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from lessons.problems import Problem


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="FOLDER|BERKAS",
        help="folder pelatihan, folder draf, atau satu berkasnya (bawaan: pelatihan program)",
    )
    parser.add_argument(
        "--against",
        metavar="GIT-REV",
        help="bandingkan dengan revisi Git ini: id berlaku selamanya, kunci berubah dengan catatan",
    )
    parser.add_argument("--json", action="store_true", help="keluaran sebagai satu objek JSON")


def _run(options: Namespace) -> int:
    for path in options.paths:
        if not path.exists():
            raise WrongUse(f"folder atau berkas “{path}” tidak ada")
    paths = options.paths or course_folders(bundled_root())
    try:
        findings = check_all(paths, options.against)
    except PastUnknown as error:
        raise WrongUse(str(error)) from error
    report = _as_json if options.json else _as_text
    say(report(paths, findings))
    return 1 if findings.problems else 0


def _as_json(paths: list[Path], findings: Findings) -> str:
    report = {
        "courses": [str(path) for path in paths],
        "problems": [_plain(problem) for problem in findings.problems],
        "warnings": [_plain(warning) for warning in findings.warnings],
    }
    return to_json(report).decode() + "\n"


def _plain(problem: Problem) -> dict[str, object]:
    return dataclasses.asdict(problem) | {"path": str(problem.path)}


def _as_text(paths: list[Path], findings: Findings) -> str:
    lines = [
        *(str(problem) for problem in findings.problems),
        *(f"{warning} (peringatan)" for warning in findings.warnings),
        f"{len(paths)} pelatihan diperiksa: {len(findings.problems)} kesalahan,"
        f" {len(findings.warnings)} peringatan.",
    ]
    return "\n".join(lines) + "\n"


COMMAND = Command("check", "memeriksa berkas pelatihan", _add_arguments, _run)
