"""What a command provides, and what all of them share."""

from __future__ import annotations

import io
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class WrongUse(Exception):
    """The command line asks for something that can't be; the text says what, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        name: The word on the command line.
        help: One line in Indonesian.
        add_arguments: Adds the arguments to the command's own parser.
        run: Does it and gives the exit code; raises :class:`WrongUse` for exit code 2.
    """

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def add_folders(parser: ArgumentParser) -> None:
    """Adds ``folders``: course folders, by default every course of the program."""
    parser.add_argument(
        "folders",
        nargs="*",
        type=Path,
        metavar="FOLDER",
        help="folder pelatihan (bawaan: semua pelatihan program)",
    )


def require_folders(folders: list[Path]) -> None:
    """Refuse a folder that is not there.

    Raises:
        WrongUse: See there.
    """
    for folder in folders:
        if not folder.is_dir():
            raise WrongUse(f"folder “{folder}” tidak ada")


def say(text: str) -> None:
    """Print text that ends with a newline; UTF-8 even through a pipe on Windows."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(text)


def complain(text: str) -> int:
    """Print on stderr why a command could not do its work; gives exit code 1."""
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8")
    sys.stderr.write(f"{text}\n")
    return 1
