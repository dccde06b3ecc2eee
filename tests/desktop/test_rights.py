from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("lists of rights are tried on the installed program", allow_module_level=True)

import grp

from desktop import rights
from desktop.rights.posix import share_data

if TYPE_CHECKING:
    from pathlib import Path


def own_group() -> str:
    return grp.getgrgid(os.getegid()).gr_name


def test_the_data_folder_is_made_for_a_group(tmp_path: Path) -> None:
    folder = tmp_path / "lib" / "bina-asn"
    assert share_data(folder, own_group())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o2770
    assert folder.stat().st_gid == os.getegid()
    (folder / "isi").touch()
    assert share_data(folder, own_group())
    assert (folder / "isi").exists()


def test_without_the_group_nothing_is_made(tmp_path: Path) -> None:
    assert not share_data(tmp_path / "data", "tidak-ada-kelompok-ini")
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_no_data_folder(tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir(mode=0o700)
    (tmp_path / "data").symlink_to(tmp_path / "lain")
    with pytest.raises(NotADirectoryError):
        share_data(tmp_path / "data", own_group())
    assert stat.S_IMODE((tmp_path / "lain").stat().st_mode) == 0o700


def test_what_others_may_write_is_open(tmp_path: Path) -> None:
    path = tmp_path / "berkas"
    path.touch()
    path.chmod(0o666)
    assert rights.is_open_to_all(path)
    path.chmod(0o644)
    assert rights.is_open_to_all(path) is (os.geteuid() != 0)
