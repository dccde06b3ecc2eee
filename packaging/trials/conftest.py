"""What trials get: the packages of these sources, and systems to install them in."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from installers.debian.fresh_root import tarball
from installers.debian.releases import RELEASES
from installers.payload import program_folder
from installers.windows import nsis
from installers.workshop import ROOT, Workshop, project_version, source_epoch
from trials import roots, screens
from trials.wine import TOOLS, Pc, copy_of, first_pc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def need(*programs: str) -> None:
    """Skips a trial that needs a program this machine lacks, and says which."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        pytest.skip(f"not installed here: {', '.join(missing)}")


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A workshop of these sources that compresses fast; its packages go with the trials."""
    folder = tmp_path_factory.mktemp("workshop")
    made = Workshop(
        version=project_version(),
        epoch=source_epoch(),
        output=folder / "packages",
        work=folder / "work",
        downloads=ROOT / "build" / "downloads",
        is_quick=True,
    )
    made.output.mkdir()
    return made


@pytest.fixture(scope="session")
def windows_program(workshop: Workshop) -> Path:
    """The program folder for Windows."""
    need("x86_64-w64-mingw32-gcc", "apt-get", "dpkg-deb")
    return program_folder(workshop, "windows")


@pytest.fixture(scope="session")
def later(workshop: Workshop) -> Workshop:
    """A workshop of the same sources as a later version."""
    return replace(workshop, version="9.0.0", work=workshop.work.with_name("later"))


@pytest.fixture(scope="session")
def setup(workshop: Workshop, windows_program: Path) -> Path:
    """The installer for Windows in one file."""
    need("makensis")
    return nsis.pack(workshop, windows_program, workshop.work / "windows")


@pytest.fixture(scope="session")
def later_setup(later: Workshop, setup: Path) -> Path:
    """The installer of a later version."""
    return nsis.pack(later, program_folder(later, "windows"), later.work / "windows")


@pytest.fixture(scope="session")
def fresh_pc(tmp_path_factory: pytest.TempPathFactory) -> Pc:
    """A PC with Windows and nothing else, switched off; trials use copies of it."""
    need(*TOOLS)
    return first_pc(tmp_path_factory.mktemp("fresh"))


@pytest.fixture(scope="module")
def wine(fresh_pc: Pc, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pc]:
    """A PC with a screen for one module of trials, on which nothing is installed yet."""
    need("Xvfb")
    with screens.shown() as screen:
        pc = copy_of(fresh_pc, tmp_path_factory.mktemp("wine") / "pc", screen.environment)
        yield pc
        pc.end()


@pytest.fixture
def pc(fresh_pc: Pc, tmp_path: Path) -> Iterator[Pc]:
    """A PC without a screen for one trial, on which nothing is installed yet."""
    made = copy_of(fresh_pc, tmp_path / "pc")
    yield made
    made.end()


@pytest.fixture(scope="module", params=sorted(RELEASES))
def number(request: pytest.FixtureRequest) -> str:
    """Each release of Debian that we serve."""
    if reason := roots.obstacle():
        pytest.skip(reason)
    return str(request.param)


@pytest.fixture(scope="module")
def bare(number: str, workshop: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The layer of a fresh system, with nothing of ours."""
    folder = tmp_path_factory.mktemp(f"debian{number}") / "bare"
    return roots.unpack(tarball(workshop.downloads, RELEASES[number]), folder)
