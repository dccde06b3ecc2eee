"""The installed program for Windows under wine, beside the same Python running its sources."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figure, NotMeasurable
from bench.making import program_for, sources_for_windows
from bench.people import furnish
from bench.starts import END, take_turns
from desktop.paths import DATA_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.starts import Start
    from trials.wine import Pc

_HERE = Path(__file__).parent
_TARGET = 1
_PAIRS = 9
# What the launchers tell Python, and an interpreter beside them has to be told.
_AS_LAUNCHED = ("-X", "utf8", "-B")
_STARTER = """\
import sys
sys.path.append({place!r})
from bench.probes.first_page import main
sys.exit(main())
"""


def measure() -> list[Figure]:
    """A PC of its own with both on drive C; shown on a screen that nobody sees.

    Raises:
        NotMeasurable: wine is absent, or the program folder can't be made here.
    """
    _require_tools()
    with tempfile.TemporaryDirectory(prefix="bina-bench-") as name:
        folder = Path(name)
        installed = program_for("windows", folder / "making")
        source = sources_for_windows(installed, folder / "source")
        with _a_pc(folder) as pc:
            for program in (installed, source):
                shutil.copytree(program, pc.drive / program.name)
            return _measure(pc, pc.drive / installed.name, pc.drive / source.name)


def _require_tools() -> None:
    from trials.wine import TOOLS

    if missing := [tool for tool in (*TOOLS, "Xvfb") if shutil.which(tool) is None]:
        raise NotMeasurable(f"not installed: {', '.join(missing)}")


@contextmanager
def _a_pc(folder: Path) -> Iterator[Pc]:
    from trials.screens import shown
    from trials.wine import first_pc, switched_on

    first = first_pc(folder / "first")
    with shown() as screen, switched_on(first, folder / "pc", screen.environment) as pc:
        yield pc


def _measure(pc: Pc, installed: Path, source: Path) -> list[Figure]:
    interpreter = _interpreter(pc.drive / "bench")
    starter = _starter(pc)
    for program in (installed, source):
        shutil.copy(interpreter, program)
    told = take_turns(
        partial(pc.start, installed / "bina-asn.exe", "--version"),
        partial(pc.start, source / "python.exe", "-X", "utf8", "-m", "desktop", "--version"),
        pairs=_PAIRS,
    )
    shown = take_turns(
        _window(pc, installed, *_AS_LAUNCHED, starter),
        _window(pc, source, *_AS_LAUNCHED[:2], starter),
        words=("painted", "people"),
        pairs=_PAIRS,
    )
    return [
        shown.figure("wine: start → first page painted", "people", _TARGET),
        shown.figure("wine: start → first paint", "painted"),
        told.figure("wine: bina-asn --version", END),
    ]


def _window(pc: Pc, program: Path, *words: str) -> Start:
    data = pc.drive / f"data of {program.name}"
    furnish(data)
    variables = {DATA_VARIABLE: pc.inside(data)}
    return partial(pc.start, program / "python.exe", *words, variables=variables)


def _interpreter(folder: Path) -> Path:
    from installers.windows.mingw import compile_program
    from trials.tour_walk import WATCHER

    folder.mkdir()
    shutil.copy(WATCHER / "python.c", folder)
    return compile_program(folder, ["python.c"], "python.exe", "-municode")


def _starter(pc: Pc) -> str:
    """A script that starts the probe, which it finds in a folder of drive C; as the PC calls it."""
    place = pc.drive / "probes"
    shutil.copytree(_HERE / "probes", place / "bench" / "probes")
    shutil.copy(_HERE / "__init__.py", place / "bench")
    starter = place / "start.py"
    starter.write_text(_STARTER.format(place=pc.inside(place)), "utf-8")
    return pc.inside(starter)
