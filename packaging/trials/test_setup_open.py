"""The Windows installer and uninstaller while the program is open: nobody loses an answer."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from trials.screens import shown
from trials.setup_run import FOLDER, files, install, log, program, uninstall, version
from trials.watching import wait_until

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from installers.workshop import Workshop
    from trials.wine import Pc

PROGRAM_IS_OPEN = 4


@contextmanager
def open_window(pc: Pc) -> Iterator[tuple[Pc, subprocess.Popen[str]]]:
    """The installed program's window, and the PC with the screen that it is on."""
    with shown() as screen:
        seen = replace(pc, variables=screen.environment)
        window = seen.start(rf"{FOLDER}\program\BinaASN.exe")
        screen.wait_for_window("Bina ASN", 60)
        yield seen, window
        if window.poll() is None:
            assert program(seen, "quit", "--wait", "30").code == 0
        window.communicate(timeout=30)


def test_it_says_so_and_changes_nothing(
    pc: Pc, setup: Path, later_setup: Path, workshop: Workshop
) -> None:
    assert install(pc, setup).code == 0, log(pc)
    before = files(pc.outside(FOLDER))
    with open_window(pc) as (seen, window):
        assert install(seen, later_setup).code == PROGRAM_IS_OPEN
        assert uninstall(seen).code == PROGRAM_IS_OPEN
        assert window.poll() is None
    assert "Bina ASN" in log(pc).rpartition("===")[2]
    assert files(pc.outside(FOLDER)) == before
    assert version(pc) == workshop.version


def test_it_waits_until_somebody_closes_it(
    pc: Pc, setup: Path, later_setup: Path, later: Workshop
) -> None:
    assert install(pc, setup).code == 0, log(pc)
    with open_window(pc) as (seen, window):
        installer = seen.start(later_setup, "/S", "/TUNGGU=90", r"/LOG=C:\tunggu.log")
        wait_until(lambda: (pc.drive / "tunggu.log").exists())
        assert program(seen, "quit", "--wait", "30").code == 0
        output, _ = installer.communicate(timeout=120)
        assert installer.returncode == 0, output
        window.communicate(timeout=30)
    assert version(pc) == later.version


def test_it_closes_the_window_in_order_when_asked(
    pc: Pc, setup: Path, later_setup: Path, later: Workshop
) -> None:
    assert install(pc, setup).code == 0, log(pc)
    with open_window(pc) as (seen, window):
        assert install(seen, later_setup, "/TUTUP").code == 0, log(pc)
        window.communicate(timeout=30)
        assert window.returncode == 0
    assert version(pc) == later.version


def test_the_removal_closes_it_too(pc: Pc, setup: Path) -> None:
    assert install(pc, setup).code == 0, log(pc)
    with open_window(pc) as (seen, window):
        assert uninstall(seen, "/TUTUP").code == 0, log(pc)
        window.communicate(timeout=30)
    assert not pc.outside(FOLDER).exists()


def test_a_folder_that_another_program_holds_stays_as_it_is(
    pc: Pc, setup: Path, later_setup: Path, workshop: Workshop
) -> None:
    assert install(pc, setup).code == 0, log(pc)
    stay_there = rf'cd /d "{FOLDER}\program" && echo here && ping -n 600 127.0.0.1 >nul'
    holder = pc.start("cmd", "/c", stay_there)
    assert holder.stdout is not None
    assert "here" in holder.stdout.readline()
    assert install(pc, later_setup).code == PROGRAM_IS_OPEN, log(pc)
    assert version(pc) == workshop.version
    assert {path.name for path in pc.outside(FOLDER).iterdir()} == {"program", "uninstall.exe"}
    pc.end()
    holder.communicate()
