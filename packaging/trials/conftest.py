"""What trials get: the packages of these sources, and systems to install them in."""

from __future__ import annotations

import math
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from installers.debian import deb, server_deb
from installers.payload import program_folder
from installers.windows import msi, nsis
from installers.workshop import Workshop, quick_workshop
from trials import earlier, screens
from trials.person import TOOLS as SITTING
from trials.person import Person, sits_before
from trials.setup_run import install, log
from trials.shelf import Shelf, shelf_of
from trials.wine import TOOLS, Pc, copy_of, first_pc, switched_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_BEGUN = time.monotonic()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option by which CI keeps to its time."""
    parser.addoption("--minutes", type=float, default=math.inf, help="skip what begins later")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips a trial whose time has run out, before its fixtures are made."""
    minutes: float = item.config.getoption("--minutes")
    if time.monotonic() - _BEGUN > 60 * minutes:
        pytest.skip(f"the {minutes} minutes for all trials are over")


def need(*programs: str) -> None:
    """Skips a trial that needs a program this machine lacks, and says which."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        pytest.skip(f"not installed here: {', '.join(missing)}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tells the figures that trials measured: none of them decides about a trial."""
    told = [
        f"{name}: {value}"
        for report in terminalreporter.getreports("passed")
        for name, value in getattr(report, "user_properties", ())
    ]
    for line in dict.fromkeys(told):
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A workshop of these sources, whose packages go with the trials."""
    made = quick_workshop(tmp_path_factory.mktemp("workshop"))
    made.output.mkdir()
    return made


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Where all processes of this run find what only one of them makes."""
    return shelf_of(tmp_path_factory)


@pytest.fixture(scope="session")
def windows_program(shelf: Shelf, workshop: Workshop) -> Path:
    """The program folder for Windows."""
    need("x86_64-w64-mingw32-gcc", "apt-get", "dpkg-deb")
    return shelf.packed("windows", workshop, lambda own: program_folder(own, "windows"))


@pytest.fixture(scope="session")
def setup(shelf: Shelf, workshop: Workshop, windows_program: Path) -> Path:
    """The installer for Windows in one file."""
    need("makensis")
    return shelf.packed("setup", workshop, lambda own: nsis.pack(own, windows_program, own.work))


@pytest.fixture(scope="session")
def package_msi(shelf: Shelf, workshop: Workshop, windows_program: Path) -> Path:
    """The MSI for group policies."""
    need("wixl", "msibuild", "msiinfo", "faketime")
    return shelf.packed("msi", workshop, lambda own: msi.pack(own, windows_program, own.work))


@pytest.fixture(scope="session")
def package(shelf: Shelf, workshop: Workshop) -> Path:
    """The client's package for Debian and Ubuntu."""
    need("apt-get", "dpkg-deb")
    return shelf.packed("deb", workshop, deb.build)


@pytest.fixture(scope="session")
def server_package(shelf: Shelf, workshop: Workshop) -> Path:
    """The server's package for Debian and Ubuntu."""
    need("apt-get", "dpkg-deb")
    return shelf.packed("server-deb", workshop, server_deb.build)


@pytest.fixture(scope="session")
def earlier_packages(shelf: Shelf, windows_program: Path) -> Callable[[str], Path]:
    """Makes the folder of the installers for Windows of an earlier version, by its own code."""
    need("makensis", "wixl", "msibuild", "faketime")
    # Its code may take no turns in fetching foreign files; now most of them are there.
    assert windows_program.is_dir()
    if reason := earlier.obstacle():
        pytest.skip(reason)
    kinds = ("--windows", "--msi")
    return lambda version: shelf.once(
        f"windows-{version}", lambda place: earlier.make(version, place, *kinds)
    )


@pytest.fixture(scope="session")
def earlier_setup(earlier_packages: Callable[[str], Path]) -> Path:
    """The installer for Windows of the last version before this."""
    return next(earlier_packages(earlier.LAST).glob("*.exe"))


@pytest.fixture(scope="session")
def earlier_msi(earlier_packages: Callable[[str], Path]) -> Path:
    """The MSI of the last version before this."""
    return next(earlier_packages(earlier.LAST).glob("*.msi"))


@pytest.fixture(scope="session")
def fresh_pc(shelf: Shelf) -> Pc:
    """A PC with Windows and nothing else, switched off; trials use copies of it."""
    need(*TOOLS)
    return Pc(shelf.once("fresh-pc", lambda place: first_pc(place).folder), {})


@pytest.fixture(scope="session")
def ready_pc(shelf: Shelf, fresh_pc: Pc, setup: Path) -> Pc:
    """A PC on which the program was installed, without settings; switched off."""
    return Pc(shelf.once("ready-pc", lambda place: _installed(fresh_pc, setup, place)), {})


@pytest.fixture(scope="session")
def earlier_pc(shelf: Shelf, fresh_pc: Pc, earlier_setup: Path) -> Pc:
    """A PC on which the last version before this was installed; switched off."""
    return Pc(
        shelf.once("earlier-pc", lambda place: _installed(fresh_pc, earlier_setup, place)), {}
    )


@pytest.fixture(scope="session")
def msi_pc(shelf: Shelf, fresh_pc: Pc, package_msi: Path) -> Pc:
    """A PC on which the MSI was installed, without settings; switched off."""

    def with_msi(place: Path) -> Path:
        pc = copy_of(fresh_pc, place)
        carried = Path(shutil.copy(package_msi, pc.drive))
        ran = pc.run("msiexec", "/i", pc.inside(carried), "/qn")
        pc.end()
        assert ran.code == 0, ran.output
        return pc.folder

    return Pc(shelf.once("msi-pc", with_msi), {})


def _installed(fresh_pc: Pc, setup: Path, place: Path) -> Path:
    pc = copy_of(fresh_pc, place)
    ran = install(pc, setup)
    pc.end()
    assert ran.code == 0, log(pc)
    return pc.folder


@pytest.fixture(scope="module")
def wine(fresh_pc: Pc, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pc]:
    """A PC with a screen for one module of trials, on which nothing is installed yet."""
    need("Xvfb")
    folder = tmp_path_factory.mktemp("wine") / "pc"
    with screens.shown() as screen, switched_on(fresh_pc, folder, screen.environment) as pc:
        yield pc


@pytest.fixture(scope="module")
def person(fresh_pc: Pc, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    """Who sits, for one module of trials, before a PC on which nothing is installed yet."""
    need(*SITTING)
    with sits_before(fresh_pc, tmp_path_factory.mktemp("person")) as made:
        yield made


@pytest.fixture
def pc(fresh_pc: Pc, tmp_path: Path) -> Iterator[Pc]:
    """A PC without a screen for one trial, on which nothing is installed yet."""
    with switched_on(fresh_pc, tmp_path / "pc") as made:
        yield made


@pytest.fixture
def ready(ready_pc: Pc, tmp_path: Path) -> Iterator[Pc]:
    """A PC without a screen for one trial, on which the program is installed."""
    with switched_on(ready_pc, tmp_path / "pc") as made:
        yield made


@pytest.fixture
def older(earlier_pc: Pc, tmp_path: Path) -> Iterator[Pc]:
    """A PC without a screen for one trial, on which the last version before this is installed."""
    with switched_on(earlier_pc, tmp_path / "pc") as made:
        yield made
