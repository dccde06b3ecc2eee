"""``unpack``: verifies a package and puts its course below a folder.

Exit codes: 0 done, 1 it is refused or can't be kept; what was there before is unchanged.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lessons.commands.base import Command, complain, say
from lessons.commands.trust import add_trust, refusal, trusted_keys

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="PAKET", help="berkas .paket")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FOLDER", help="induk folder pelatihan terpasang"
    )
    add_trust(parser)


def _run(options: Namespace) -> int:
    from lessons.packages.installed import read_installed
    from lessons.packages.reasons import PackageError
    from lessons.packages.unpacking import Machine, unpack
    from lessons.program import program_version

    trusted = trusted_keys(options)
    here = read_installed(options.to, trusted).version
    try:
        contents = unpack(options.file, options.to, Machine(trusted, here, program_version()))
    except PackageError as error:
        return complain(refusal(options.file, error))
    course = contents.course
    say(f"{course.code} versi {course.version} ada di {course.folder}.\n")
    return 0


COMMAND = Command("unpack", "membuka paket ke folder pelatihan", _add_arguments, _run)
