"""The installer over an earlier version: in place, whole or not at all, results kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trials import earlier
from trials.learning import RESULTS, learn
from trials.setup_run import (
    ENTRY,
    FOLDER,
    KEY,
    data_folder,
    files,
    install,
    log,
    program,
    version,
    waiting,
)
from trials.watching import wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from installers.workshop import Workshop
    from trials.wine import Pc

FAILED, NEWER = 2, 5
SETTINGS = "kunci_layar = 7\n"


@pytest.mark.parametrize("earlier_version", earlier.VERSIONS)
def test_it_replaces_the_program_and_keeps_all_else(
    pc: Pc,
    earlier_packages: Callable[[str], Path],
    earlier_version: str,
    setup: Path,
    workshop: Workshop,
) -> None:
    earlier_setup = next(earlier_packages(earlier_version).glob("*.exe"))
    assert install(pc, earlier_setup, settings=SETTINGS).code == 0, log(pc)
    assert version(pc) == earlier_version
    learn(data_folder(pc))
    folder = pc.outside(FOLDER)
    stale = folder / "program/app/desktop/usang.pyc"
    stale.write_bytes(b"")
    assert install(pc, setup).code == 0, log(pc)
    assert version(pc) == workshop.version
    assert not stale.exists()
    assert waiting(pc) == RESULTS
    assert (folder / "pengaturan.toml").read_text("utf-8") == SETTINGS
    assert {path.name for path in folder.iterdir()} == {
        "program",
        "pengaturan.toml",
        "uninstall.exe",
    }
    assert program(pc, "--selftest", "--files").code == 0
    assert pc.registry(ENTRY)["DisplayVersion"] == workshop.version
    listing = pc.run("reg", "query", ENTRY.rpartition("\\")[0]).output
    assert listing.count("BinaASN") == 1


@pytest.mark.parametrize("moment", ["program.baru/app", "uninstall.baru.exe"])
def test_cut_on_the_way_the_old_version_runs_and_the_next_heals(
    older: Pc, setup: Path, workshop: Workshop, moment: str
) -> None:
    folder = older.outside(FOLDER)
    cut = older.start(setup, "/S")
    wait_until(lambda: (folder / moment).exists())
    older.end()
    cut.communicate()
    older.begin()
    assert (folder / "program.baru").exists()
    assert version(older) == earlier.LAST
    assert program(older, "--selftest", "--files").code == 0
    assert install(older, setup).code == 0, log(older)
    assert version(older) == workshop.version
    assert {path.name for path in folder.iterdir()} == {"program", "uninstall.exe"}


def test_cut_between_the_two_renames_the_next_heals(
    older: Pc, setup: Path, workshop: Workshop
) -> None:
    folder = older.outside(FOLDER)
    older.run("reg", "add", KEY, "/v", "Unfinished", "/d", FOLDER, "/f")
    (folder / "program").rename(folder / "program.lama")
    (folder / "program.baru").mkdir()
    assert install(older, setup).code == 0, log(older)
    assert "program.lama -> program" in log(older)
    assert version(older) == workshop.version
    assert {path.name for path in folder.iterdir()} == {"program", "uninstall.exe"}


def test_a_damaged_installer_leaves_the_old_version(older: Pc, setup: Path) -> None:
    """NSIS looks at its own checksum first; it ends before our words, also before the log's."""
    damaged = older.drive / "rusak.exe"
    content = bytearray(setup.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    before = files(older.outside(FOLDER))
    assert older.run(damaged, "/S").code == FAILED
    assert files(older.outside(FOLDER)) == before
    assert version(older) == earlier.LAST


def test_an_older_version_is_refused(ready: Pc, earlier_setup: Path, workshop: Workshop) -> None:
    assert install(ready, earlier_setup).code == NEWER
    assert version(ready) == workshop.version
    assert not (ready.outside(FOLDER) / "program.baru").exists()
