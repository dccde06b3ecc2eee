"""``verify``: whether a package is whole and signed by a trusted key.

Exit codes: 0 it is, 1 it is refused.
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
    add_trust(parser)


def _run(options: Namespace) -> int:
    from lessons.packages.opening import verify
    from lessons.packages.reasons import PackageError

    trusted = trusted_keys(options)
    try:
        manifest = verify(options.file, trusted).manifest
    except PackageError as error:
        return complain(refusal(options.file, error))
    say(
        f"{options.file}: sah. {manifest.course} versi {manifest.version},"
        f" edisi {manifest.edition}, {len(manifest.files)} berkas.\n"
    )
    return 0


COMMAND = Command("verify", "memeriksa paket dan tanda tangannya", _add_arguments, _run)
