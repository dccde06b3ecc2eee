"""The same sources give the same packages: in another place, on another day, for another user."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from installers.sources import tracked_files
from installers.workshop import ROOT
from trials.conftest import need

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("--windows", "--msi", "--deb", "--server-deb")
# Each differs in all that must leave no trace.
ONE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "HOME": "/root", "USER": "root"}
OTHER = {"TZ": "Asia/Jakarta", "LC_ALL": "C", "HOME": "/nonexistent", "USER": "someone"}


def a_checkout(folder: Path, *, backwards: bool) -> Path:
    """The tracked files without their history, written in one order or the other."""
    files = [file for file in tracked_files(ROOT, ["."]) if (ROOT / file).is_file()]
    for file in reversed(files) if backwards else files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, folder / file)
    (folder / "build").mkdir()
    (folder / "build/downloads").symlink_to(ROOT / "build/downloads")
    return folder


def made(checkout: Path, day: str, umask: int, variables: dict[str, str]) -> str:
    """Makes all packages in a checkout on a day; returns their sums."""
    making = [sys.executable, "-m", "installers", "--quick", *KINDS]
    told = {"SOURCE_DATE_EPOCH": "1790000000", "PYTHONPATH": str(checkout / "packaging")}
    subprocess.run(
        ["faketime", day, *making],
        cwd=checkout,
        env={**os.environ, **variables, **told},
        umask=umask,
        check=True,
    )
    return (checkout / "build/packages/SHA256SUMS").read_text("utf-8")


@pytest.mark.timeout(900)
def test_place_day_and_user_leave_no_trace(tmp_path: Path) -> None:
    need("faketime", "makensis", "wixl", "dpkg-deb")
    one = a_checkout(tmp_path / "one", backwards=False)
    sums = made(one, "2027-01-31 08:00:00", 0o022, ONE)
    assert len(sums.splitlines()) == len(KINDS) + 1
    other = a_checkout(tmp_path / "other folder, é", backwards=True)
    assert made(other, "2031-12-24 23:30:00", 0o077, OTHER) == sums
