"""Foreign programs that do a part of the work."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, BinaryIO

from installers.errors import PackagingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def run(
    command: Sequence[str | Path],
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    text: str = "",
) -> str:
    """Runs a program to its end and returns what it printed on its standard output.

    Args:
        command: The program and its words.
        folder: Where it runs; None for where we are.
        environment: All its variables; None for ours.
        text: Its standard input, which is a file that lies in memory alone: some programs read
            such only, and a secret must not reach the disk.

    Raises:
        PackagingError: There is no such program, or it ended with another code than 0; the text
            holds all it said.
    """
    words = [str(word) for word in command]
    try:
        with _in_memory(text) as standard_input:
            done = subprocess.run(  # noqa: S603 - the programs are named in this package
                words,
                cwd=folder,
                env=environment,
                stdin=standard_input,
                capture_output=True,
                text=True,
                check=False,
            )
    except FileNotFoundError as error:
        raise PackagingError(f"this program is not installed: {words[0]}") from error
    if done.returncode:
        said = f"{done.stdout}\n{done.stderr}".strip()
        raise PackagingError(f"{' '.join(words)} ended with {done.returncode}:\n{said}")
    return done.stdout


def _in_memory(text: str) -> BinaryIO:
    file = os.fdopen(os.memfd_create("text"), "w+b")
    file.write(text.encode())
    file.seek(0)
    return file
