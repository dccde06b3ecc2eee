"""The installer on a flashdisk that can't be written to, deep in a folder of a very long name."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from trials.setup_run import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trials.wine import Pc

BESIDE, NAMED = "kunci_layar = 7\n", "kunci_layar = 9\n"
WIDEST = 259  # letters of a path that every program of Windows takes


@contextmanager
def flashdisk(pc: Pc, setup: Path) -> Iterator[Path]:
    """The installer's folder on a disk that can only be read, settings beside it."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    disk = pc.drive / "flashdisk é"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200m", "flashdisk", disk], check=True)
    try:
        yield _filled(pc, disk, setup)
    finally:
        pc.end()  # what has just ended may still hold the disk
        subprocess.run(["umount", disk], check=True)
        disk.rmdir()


def _filled(pc: Pc, disk: Path, setup: Path) -> Path:
    room = WIDEST - len(pc.inside(disk / setup.name)) - len("\\x")
    folder = disk / ("salinan kantor é " * 20)[: room - 1] / "x"
    folder.mkdir(parents=True)
    shutil.copy(setup, folder)
    (folder / "pengaturan.toml").write_text(BESIDE, "utf-8")
    (folder / "lain é.toml").write_text(NAMED, "utf-8")
    for file in folder.iterdir():
        file.chmod(0o444)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    assert len(pc.inside(folder / setup.name)) == WIDEST
    return folder


def _is_kept(pc: Pc, settings: str) -> bool:
    file = pc.outside(FOLDER) / "pengaturan.toml"
    return file.read_text("utf-8") == settings and bool(file.stat().st_mode & 0o200)


def test_it_is_installed_from_there(pc: Pc, setup: Path) -> None:
    with flashdisk(pc, setup) as folder:
        wanted = pc.inside(folder / "catatan.log")
        first = pc.run(folder / setup.name, "/S", "/BAHASA=id", f"/LOG={wanted}")
        (log,) = pc.drive.glob("users/*/Temp/BinaASN-pemasangan.log")
        assert first.code == 0, log.read_text("utf-8")
        assert "Selesai. Terpasang di" in log.read_text("utf-8")
        assert _is_kept(pc, BESIDE)
        named = pc.inside(folder / "lain é.toml")
        assert pc.run(folder / setup.name, "/S", f"/SETTINGS={named}").code == 0
        assert _is_kept(pc, NAMED)
