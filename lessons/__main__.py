"""``python -m lessons``: the trainer's tools.

Exit code 2 is wrong use; each command's module documents its others.
"""

from __future__ import annotations

import argparse
import sys

from lessons.commands import (
    check,
    export,
    import_,
    index,
    key,
    new,
    pack,
    preview,
    stats,
    unpack,
    verify,
)
from lessons.commands.base import Command, WrongUse

COMMANDS: tuple[Command, ...] = (
    check.COMMAND,
    export.COMMAND,
    import_.COMMAND,
    index.COMMAND,
    key.COMMAND,
    new.COMMAND,
    pack.COMMAND,
    preview.COMMAND,
    stats.COMMAND,
    unpack.COMMAND,
    verify.COMMAND,
)


def main(argv: list[str] | None = None) -> int:
    """Run the command line; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m lessons", description="Perkakas pelatihan.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    by_name = {command.name: command for command in COMMANDS}
    parsers = {}
    for command in COMMANDS:
        parsers[command.name] = commands.add_parser(command.name, help=command.help)
        command.add_arguments(parsers[command.name])
    options = parser.parse_args(argv)
    try:
        return by_name[options.command].run(options)
    except WrongUse as error:
        parsers[options.command].error(str(error))


if __name__ == "__main__":
    sys.exit(main())
