"""The program as Debian's package installs it, beside the same started from its sources."""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.making import program_for
from bench.people import furnish
from bench.starts import take_turns
from desktop.paths import DATA_VARIABLE

if TYPE_CHECKING:
    from bench.figures import Figure
    from bench.starts import Start

ROOT = Path(__file__).resolve().parents[1]
_PROBE = "bench.probes.first_page"
_STARTER = ROOT / "packaging" / "debian" / "client" / "bina-asn"
_TARGET = 1


def measure() -> list[Figure]:
    """Both by the Python that runs this, so that its version makes no difference.

    Raises:
        NotMeasurable: The program folder can't be made here.
    """
    with tempfile.TemporaryDirectory(prefix="bina-bench-") as name:
        folder = Path(name)
        program = program_for("debian", folder / "making")
        # As py3compile does at the installation.
        compileall.compile_dir(program, quiet=1)
        installed = _as_installed(program, folder / "bina-asn")
        ours = _starting(installed, folder / "installed")
        theirs = _starting([sys.executable, "-m", _PROBE], folder / "source")
        turns = take_turns(ours, theirs, words=("painted", "people"))
    return [
        turns.figure("installed: start → first page painted", "people", _TARGET),
        turns.figure("installed: start → first paint", "painted"),
    ]


def _as_installed(program: Path, starter: Path) -> list[str]:
    """The command line of ``/usr/bin/bina-asn`` for a program that lies elsewhere, watched."""
    first, _, script = _STARTER.read_text("utf-8").partition("\n")
    script = script.replace("/usr/lib/bina-asn", str(program))
    # Behind the program's own code and libraries: nothing but the probe comes from here.
    script = script.replace("sys.argv[0]", f"sys.path.append({str(ROOT)!r})\nsys.argv[0]")
    starter.write_text(script.replace("desktop.__main__", _PROBE), "utf-8")
    return [sys.executable, first.split()[1], str(starter)]


def _starting(words: list[str], data: Path) -> Start:
    furnish(data)
    environment = {**os.environ, DATA_VARIABLE: str(data)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    pipe = subprocess.PIPE
    return partial(subprocess.Popen, words, cwd=ROOT, env=environment, stdout=pipe, text=True)
