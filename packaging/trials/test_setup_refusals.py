"""What the Windows installer refuses, and that it leaves nothing behind then."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from trials.setup_run import KEY, install, is_untouched, log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trials.wine import Pc

FAILED, TOO_OLD, SETTINGS, OTHER_KIND, FOLDER_UNUSABLE = 2, 3, 6, 7, 9


@pytest.fixture(scope="module")
def bare(wine: Pc) -> Pc:
    """A PC for all these trials: none of them leaves anything behind."""
    return wine


@contextmanager
def small_disk(pc: Pc, options: str) -> Iterator[str]:
    """A folder of the PC that is a disk of its own, of a size or a number of files."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a disk")
    place = pc.drive / "kecil"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "kecil", place], check=True)
    try:
        yield pc.inside(place)
    finally:
        subprocess.run(["umount", place], check=True)
        place.rmdir()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"kunci_layar = 7\nservr = 'x'\n", "servr"),
        (b"kunci_layar = 'tujuh'\n", "kunci_layar"),
        (b"kunci_layar = 500\n", "kunci_layar"),
        (b"kunci_layar =\n", "1"),
        ("kunci_layar = 7\n".encode("utf-16"), "UTF-8"),
        ("unit = 'kelurahan é'\n".encode("latin-1"), "UTF-8"),
    ],
)
def test_settings_that_are_wrong(bare: Pc, setup: Path, content: bytes, told: str) -> None:
    named = bare.drive / "kantor.toml"
    named.write_bytes(content)
    assert install(bare, setup, f"/SETTINGS={bare.inside(named)}").code == SETTINGS
    assert told in log(bare).rpartition("===")[2]
    assert is_untouched(bare)


def test_settings_that_are_not_there(bare: Pc, setup: Path) -> None:
    assert install(bare, setup, r"/SETTINGS=C:\tiada.toml").code == SETTINGS
    assert r"C:\tiada.toml" in log(bare)
    assert is_untouched(bare)


def test_an_old_windows(bare: Pc, setup: Path) -> None:
    bare.run("winecfg", "-v", "win81")
    assert install(bare, setup).code == TOO_OLD
    bare.run("winecfg", "-v", "win10")
    assert "1809" in log(bare)
    assert is_untouched(bare)


def test_an_installation_from_the_msi(bare: Pc, setup: Path) -> None:
    bare.run("reg", "add", KEY, "/v", "Kind", "/d", "msi", "/f")
    assert install(bare, setup).code == OTHER_KIND
    bare.run("reg", "delete", KEY, "/f")
    assert "MSI" in log(bare)
    assert is_untouched(bare)


@pytest.mark.parametrize("folder", ["C:\\", "C:", "Bina ASN", '"C:\\Bina ASN"', "C:\\" + "x" * 230])
def test_a_folder_that_can_not_be_used(bare: Pc, setup: Path, folder: str) -> None:
    before = {path.name for path in bare.drive.iterdir()}
    assert install(bare, setup, folder=folder).code == FOLDER_UNUSABLE
    assert {path.name for path in bare.drive.iterdir()} - before <= {"stick é", "catatan é.log"}
    assert is_untouched(bare)


def test_a_very_long_folder(bare: Pc, setup: Path) -> None:
    assert install(bare, setup, folder="C:\\" + "panjang\\" * 200).code == FOLDER_UNUSABLE
    assert not (bare.drive / "panjang").exists()


def test_a_folder_of_somebody_else(bare: Pc, setup: Path) -> None:
    other = bare.drive / "Lain"
    (other / "program").mkdir(parents=True)
    (other / "program/surat.txt").write_text("penting")
    assert install(bare, setup, folder=r"C:\Lain").code == FOLDER_UNUSABLE
    assert (other / "program/surat.txt").read_text() == "penting"
    shutil.rmtree(other)
    assert is_untouched(bare)


def test_a_disk_that_is_too_small(bare: Pc, setup: Path) -> None:
    with small_disk(bare, "size=60m") as disk:
        assert install(bare, setup, folder=rf"{disk}\Bina ASN").code == FOLDER_UNUSABLE
        assert not list(bare.outside(disk).iterdir())
    assert "MB" in log(bare).rpartition("===")[2]
    assert is_untouched(bare)


def test_a_disk_that_fills_up_on_the_way(bare: Pc, setup: Path) -> None:
    with small_disk(bare, "size=1g,nr_inodes=300") as disk:
        assert install(bare, setup, folder=rf"{disk}\Bina ASN").code == FOLDER_UNUSABLE
        assert not list(bare.outside(disk).iterdir())
    assert is_untouched(bare)


def test_a_folder_without_the_right_to_write(bare: Pc, setup: Path) -> None:
    with small_disk(bare, "size=1g,ro") as disk:
        assert install(bare, setup, folder=rf"{disk}\Bina ASN").code == FOLDER_UNUSABLE
    assert is_untouched(bare)


def test_two_at_once(bare: Pc, setup: Path) -> None:
    first = bare.start(setup, "/S")
    second = bare.run(setup, "/S")
    output, _ = first.communicate()
    assert sorted([first.returncode, second.code]) == [0, FAILED], output
