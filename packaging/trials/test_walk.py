"""Nothing that the program asks for on its whole tour was left out of the packages.

What is carried along and was never touched is listed in `build/packages/trim.txt`.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from installers.payload import program_folder
from installers.windows.mingw import compile_program
from installers.workshop import ROOT
from trials.tour_walk import WATCHER, Walk, take_tour, top_of

if TYPE_CHECKING:
    from installers.workshop import Workshop
    from trials.wine import Pc

pytestmark = pytest.mark.timeout(600)

CODE = {".py", ".pyc", ".pyd", ".so"}
# Asked for where they are, and done without elsewhere.
OF_LINUX = {"fcntl", "grp", "posix", "pwd", "resource", "termios"}
# The window of the tour is drawn without a screen, and pytest's helper for Qt is not ours.
OF_TESTS = {"PySide6.QtTest", "libQt6Test.so.6"}
IMPORTING = """\
import importlib, sys
for name in open(sys.argv[1]).read().split():
    try:
        importlib.import_module(name)
    except ImportError as error:
        print("lacks", name, error)
"""


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """The tour, taken once."""
    return take_tour(tmp_path_factory.mktemp("walk"))


@pytest.fixture(scope="module")
def debian_program(workshop: Workshop) -> Path:
    """The program folder for Debian."""
    return program_folder(workshop, "debian")


def carried(program: Path) -> dict[str, PurePosixPath]:
    """The modules in a program folder's app and lib, and their files relative to it."""
    found = {}
    for room in ("app", "lib"):
        for file in (program / room).rglob("*"):
            if file.suffix in CODE:
                inner = file.relative_to(program / room)
                named = (*inner.parts[:-1], inner.name.partition(".")[0])
                module = ".".join(named).removesuffix(".__init__")
                found[module] = PurePosixPath(file.relative_to(program))
    return found


def asked(walk: Walk, program: Path) -> set[str]:
    """What the packed modules asked for, of ours, of the libraries, and of Python."""
    tops = frozenset(map(top_of, carried(program)))
    known = tops | sys.stdlib_module_names
    return {name for name in walk.asked_by(tops) if top_of(name) in known} - OF_TESTS


def test_windows_has_every_module(
    walk: Walk, windows_program: Path, wine: Pc, tmp_path: Path
) -> None:
    program = shutil.copytree(windows_program, wine.drive / "walked")
    shutil.copy(WATCHER / "python.c", tmp_path)
    built = compile_program(tmp_path, ["python.c"], "python.exe", "-municode")
    names = sorted(asked(walk, windows_program) - OF_LINUX)
    assert len(names) > 200
    (program / "names.txt").write_text("\n".join(names))
    (program / "importing.py").write_text(IMPORTING)
    shutil.copy(built, program)
    words = [wine.inside(program / name) for name in ("importing.py", "names.txt")]
    told = wine.run(program / "python.exe", *words)
    assert (told.code, told.output.strip()) == (0, "")


def test_debian_has_every_module(walk: Walk, debian_program: Path) -> None:
    modules = carried(debian_program)
    tops = frozenset(map(top_of, modules))
    of_rooms = {name for name in asked(walk, debian_program) if top_of(name) in tops}
    assert of_rooms - modules.keys() - {"_argon2_cffi_bindings._ffi.lib"} == set()


def test_debian_has_every_library_of_qt(walk: Walk, debian_program: Path) -> None:
    names = [name.partition("/PySide6/")[2] for name in walk.files if "/PySide6/Qt/" in name]
    assert names
    packed = debian_program / "lib/PySide6"
    lacking = {name for name in names if not (packed / name).exists()}
    assert {Path(name).name for name in lacking} - OF_TESTS == set()


def test_what_was_never_touched_is_listed(walk: Walk, windows_program: Path) -> None:
    modules = carried(windows_program)
    untouched = {modules[name] for name in modules.keys() - walk.modules}
    sizes = {name: (windows_program / name).stat().st_size for name in untouched}
    lines = [f"{size:9,} {name}\n" for name, size in sorted(sizes.items(), key=lambda one: -one[1])]
    listing = ROOT / "build" / "packages" / "trim.txt"
    listing.parent.mkdir(parents=True, exist_ok=True)
    listing.write_text("".join(lines), "utf-8")
    libraries = [size for name, size in sizes.items() if name.parts[0] == "lib"]
    assert sum(libraries) < 4_000_000
