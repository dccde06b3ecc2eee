"""The installed program's window, on a screen as in the offices; its picture is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installers.workshop import ROOT
from trials.conftest import need
from trials.learning import learn
from trials.screens import Screen
from trials.setup_run import FOLDER, data_folder, install, log, program
from trials.watching import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from trials.wine import Pc

SHOWN = 600  # colours of the first page; while the window still loads there are fewer than 400
PICTURES = ROOT / "build" / "packages" / "screens"


def test_the_window_shows_its_first_page(wine: Pc, setup: Path) -> None:
    need("xdotool", "import", "identify")
    assert install(wine, setup).code == 0, log(wine)
    checked = program(wine, "--selftest")
    assert checked.code == 0, checked.output
    learn(data_folder(wine), 1)
    window = wine.start(rf"{FOLDER}\program\BinaASN.exe")
    screen = Screen(wine.variables["DISPLAY"])
    screen.wait_for_window("Bina ASN", 60)
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture = PICTURES / "windows-setup.png"
    # The window is there before what it shows.
    wait_until(lambda: _colours(screen, picture) > SHOWN)
    assert program(wine, "quit", "--wait", "30").code == 0
    window.communicate(timeout=30)


def _colours(screen: Screen, picture: Path) -> int:
    screen.picture(picture)
    return screen.colours(picture)
