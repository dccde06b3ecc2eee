"""The Windows installer and uninstaller while the program is open: nobody loses an answer."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from trials import earlier, screens
from trials.conftest import need
from trials.setup_run import FOLDER, files, install, log, program, uninstall, version
from trials.watching import wait_until
from trials.wine import switched_on

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from installers.workshop import Workshop
    from trials.screens import Screen
    from trials.wine import Pc

PROGRAM_IS_OPEN = 4


@pytest.fixture
def screen() -> Iterator[Screen]:
    need("Xvfb", "xdotool")
    with screens.shown() as made:
        yield made


@pytest.fixture
def pc(earlier_pc: Pc, tmp_path: Path, screen: Screen) -> Iterator[Pc]:
    """A PC with an earlier version, and a screen: without one, it never shows a window."""
    with switched_on(earlier_pc, tmp_path / "pc", screen.environment) as made:
        yield made


@contextmanager
def open_window(pc: Pc, screen: Screen) -> Iterator[subprocess.Popen[str]]:
    """The installed program's window; closed in order where a trial leaves it open."""
    with pc.start(rf"{FOLDER}\program\BinaASN.exe") as window:
        try:
            screen.wait_for_window("Bina ASN", 60)
            yield window
            if window.poll() is None:
                assert program(pc, "quit", "--wait", "30").code == 0
            window.communicate(timeout=30)
        finally:
            window.kill()


def test_it_says_so_and_changes_nothing(pc: Pc, screen: Screen, setup: Path) -> None:
    before = files(pc.outside(FOLDER))
    with open_window(pc, screen) as window:
        assert install(pc, setup).code == PROGRAM_IS_OPEN
        assert uninstall(pc).code == PROGRAM_IS_OPEN
        assert window.poll() is None
    assert "Bina ASN" in log(pc).rpartition("===")[2]
    assert files(pc.outside(FOLDER)) == before
    assert version(pc) == earlier.LAST


def test_it_waits_until_somebody_closes_it(
    pc: Pc, screen: Screen, setup: Path, workshop: Workshop
) -> None:
    with open_window(pc, screen) as window:
        installer = pc.start(setup, "/S", "/TUNGGU=90", r"/LOG=C:\tunggu.log")
        wait_until(lambda: (pc.drive / "tunggu.log").exists())
        assert program(pc, "quit", "--wait", "30").code == 0
        output, _ = installer.communicate(timeout=120)
        assert installer.returncode == 0, output
        window.communicate(timeout=30)
    assert version(pc) == workshop.version


def test_it_closes_the_window_in_order_when_asked(
    pc: Pc, screen: Screen, setup: Path, workshop: Workshop
) -> None:
    with open_window(pc, screen) as window:
        assert install(pc, setup, "/TUTUP").code == 0, log(pc)
        window.communicate(timeout=30)
        assert window.returncode == 0
    assert version(pc) == workshop.version


def test_the_removal_closes_it_too(pc: Pc, screen: Screen) -> None:
    with open_window(pc, screen) as window:
        assert uninstall(pc, "/TUTUP").code == 0, log(pc)
        window.communicate(timeout=30)
    assert not pc.outside(FOLDER).exists()


def test_a_folder_that_another_program_holds_stays_as_it_is(pc: Pc, setup: Path) -> None:
    lines = (rf'@cd /d "{FOLDER}\program"', "@echo here", "@ping -n 600 127.0.0.1 >nul")
    (pc.drive / "diam.bat").write_text("\r\n".join(lines))
    holder = pc.start("cmd", "/c", r"C:\diam.bat")
    assert holder.stdout is not None
    assert "here" in holder.stdout.readline()
    assert install(pc, setup).code == PROGRAM_IS_OPEN, log(pc)
    assert version(pc) == earlier.LAST
    assert {path.name for path in pc.outside(FOLDER).iterdir()} == {"program", "uninstall.exe"}
    pc.end()
    holder.communicate()
