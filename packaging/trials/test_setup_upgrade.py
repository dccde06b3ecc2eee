"""The installer over an earlier version: in place, whole or not at all, results kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
    from pathlib import Path

    from installers.workshop import Workshop
    from trials.wine import Pc

FAILED = 2
SETTINGS = "kunci_layar = 7\n"


def test_it_replaces_the_program_and_keeps_all_else(
    pc: Pc, setup: Path, later_setup: Path, later: Workshop
) -> None:
    assert install(pc, setup, settings=SETTINGS).code == 0, log(pc)
    learn(data_folder(pc))
    folder = pc.outside(FOLDER)
    stale = folder / "program/app/desktop/usang.pyc"
    stale.write_bytes(b"")
    assert install(pc, later_setup).code == 0, log(pc)
    assert version(pc) == later.version
    assert not stale.exists()
    assert waiting(pc) == RESULTS
    assert (folder / "pengaturan.toml").read_text("utf-8") == SETTINGS
    assert {path.name for path in folder.iterdir()} == {
        "program",
        "pengaturan.toml",
        "uninstall.exe",
    }
    assert program(pc, "--selftest", "--files").code == 0
    assert pc.registry(ENTRY)["DisplayVersion"] == later.version
    listing = pc.run("reg", "query", ENTRY.rpartition("\\")[0]).output
    assert listing.count("BinaASN") == 1


@pytest.mark.parametrize("moment", ["program.baru/app", "uninstall.baru.exe"])
def test_cut_on_the_way_the_old_version_runs_and_the_next_heals(
    pc: Pc, setup: Path, later_setup: Path, later: Workshop, workshop: Workshop, moment: str
) -> None:
    assert install(pc, setup).code == 0, log(pc)
    folder = pc.outside(FOLDER)
    cut = pc.start(later_setup, "/S")
    wait_until(lambda: (folder / moment).exists())
    pc.end()
    cut.communicate()
    pc.begin()
    assert (folder / "program.baru").exists()
    assert version(pc) == workshop.version
    assert program(pc, "--selftest", "--files").code == 0
    assert install(pc, later_setup).code == 0, log(pc)
    assert version(pc) == later.version
    assert {path.name for path in folder.iterdir()} == {"program", "uninstall.exe"}


def test_cut_between_the_two_renames_the_next_heals(
    pc: Pc, setup: Path, later_setup: Path, later: Workshop
) -> None:
    assert install(pc, setup).code == 0, log(pc)
    folder = pc.outside(FOLDER)
    pc.run("reg", "add", KEY, "/v", "Unfinished", "/d", FOLDER, "/f")
    (folder / "program").rename(folder / "program.lama")
    (folder / "program.baru").mkdir()
    assert install(pc, later_setup).code == 0, log(pc)
    assert "program.lama -> program" in log(pc)
    assert version(pc) == later.version
    assert {path.name for path in folder.iterdir()} == {"program", "uninstall.exe"}


def test_a_damaged_installation_leaves_the_old_version(
    pc: Pc, setup: Path, later_setup: Path, workshop: Workshop
) -> None:
    """NSIS looks at its own checksum first; it ends before our words, also before the log's."""
    assert install(pc, setup).code == 0, log(pc)
    damaged = pc.drive / "rusak.exe"
    content = bytearray(later_setup.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    before = files(pc.outside(FOLDER))
    assert pc.run(damaged, "/S").code == FAILED
    assert files(pc.outside(FOLDER)) == before
    assert version(pc) == workshop.version
