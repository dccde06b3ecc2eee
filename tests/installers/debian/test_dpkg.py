from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from installers.debian import package_index
from installers.debian.dpkg import installed_size, pack
from installers.pins import sha256_of
from installers.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")

CONTROL = (
    "Package: coba\nVersion: 1.0\nArchitecture: all\nMaintainer: Nama <a@b.id>\nDescription: coba\n"
)
FILES = {"usr/share/coba/b": b"dua", "usr/share/coba/a": b"satu", "usr/bin/coba": b"#!/bin/sh\n"}


def workshop(folder: Path) -> Workshop:
    return Workshop("1.0", 1_700_000_000, folder, folder, folder, is_quick=True)


def tree(folder: Path, names: list[str], mask: int) -> Path:
    old = os.umask(mask)
    try:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(FILES[name])
        (folder / "DEBIAN").mkdir()
        (folder / "DEBIAN" / "control").write_text(CONTROL)
        (folder / "usr/bin/coba").chmod(0o700)
    finally:
        os.umask(old)
    return folder


def test_order_rights_and_times_of_the_folder_change_no_byte(tmp_path: Path) -> None:
    shop = workshop(tmp_path)
    one = pack(shop, tree(tmp_path / "x", list(FILES), 0o022), tmp_path / "one.deb")
    two = pack(shop, tree(tmp_path / "y", sorted(FILES), 0o077), tmp_path / "two.deb")
    assert one.read_bytes() == two.read_bytes()


def test_all_belongs_to_root_and_sums_are_inside(tmp_path: Path) -> None:
    package = pack(workshop(tmp_path), tree(tmp_path / "x", list(FILES), 0o022), tmp_path / "a.deb")
    listing = subprocess.run(
        ["dpkg-deb", "--contents", package], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert {line.split()[1] for line in listing} == {"root/root"}
    assert {line.split()[0] for line in listing} == {"drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x"}
    sums = subprocess.run(
        ["dpkg-deb", "--info", package, "md5sums"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert [line.split()[1] for line in sums] == sorted(FILES)


def test_a_size_counts_blocks_and_folders_but_no_control_files(tmp_path: Path) -> None:
    folder = tree(tmp_path / "x", list(FILES), 0o022)
    folders = ("usr", "usr/share", "usr/share/coba", "usr/bin", "DEBIAN")
    assert installed_size(folder) == len(FILES) + len(folders) - 1


def test_an_index_tells_where_a_package_lies(tmp_path: Path) -> None:
    package = pack(workshop(tmp_path), tree(tmp_path / "x", list(FILES), 0o022), tmp_path / "a.deb")
    package_index.write(tmp_path, [package])
    told = (tmp_path / "Packages").read_text("utf-8")
    assert told.startswith("Package: coba\nVersion: 1.0\n")
    assert "Filename: ./a.deb\n" in told
    assert f"Size: {package.stat().st_size}\nSHA256: {sha256_of(package)}\n" in told
