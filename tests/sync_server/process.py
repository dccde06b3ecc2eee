"""The real server program in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMAND = (sys.executable, "-m", "sync_server")


def environment(data: Path, database_url: str = "") -> dict[str, str]:
    """The environment of a server with its data there."""
    return {
        **os.environ,
        "BINA_ASN_SERVER_DATA": str(data),
        "BINA_ASN_SERVER_DATABASE": database_url,
    }


def run(
    data: Path, *arguments: str, url: str = "", stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*COMMAND, *arguments],
        env=environment(data, url),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def serving(data: Path, *, url: str = "") -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server that accepts connections: its address and its process; it has ended afterwards."""
    with (data / "log").open("a", encoding="utf-8") as log:
        process = subprocess.Popen(
            [*COMMAND, "run", "--port", "0"],
            env=environment(data, url),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        try:
            assert process.stdout is not None
            ready = process.stdout.readline()
            assert ready.startswith("Siap di http://127.0.0.1:"), (data / "log").read_text()
            yield ready.split()[-1], process
        finally:
            process.terminate()
            process.communicate(timeout=30)
