"""The same sources give the same packages: in another place, on another day, for another user."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from installers import sbom
from installers.pins import read_pins, sha256_of
from installers.sources import tracked_files
from installers.workshop import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop

KINDS = ("--windows", "--msi", "--deb", "--server-deb")
# All that must leave no trace.
OTHER = {"TZ": "Asia/Jakarta", "LC_ALL": "C", "HOME": "/nonexistent", "USER": "someone"}


def a_checkout(folder: Path) -> Path:
    """The tracked files without their history, written in another order than usual."""
    files = [file for file in tracked_files(ROOT, ["."]) if (ROOT / file).is_file()]
    for file in reversed(files):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, folder / file)
    (folder / "build").mkdir()
    (folder / "build/downloads").symlink_to(ROOT / "build/downloads")
    return folder


def made_elsewhere(checkout: Path, epoch: int) -> dict[str, str]:
    """Makes all packages in a checkout, by another user on another day; returns their sums."""
    making = [sys.executable, "-m", "installers", "--quick", *KINDS]
    told = {"SOURCE_DATE_EPOCH": str(epoch), "PYTHONPATH": str(checkout / "packaging")}
    subprocess.run(
        ["faketime", "2031-12-24 23:30:00", *making],
        cwd=checkout,
        env={**os.environ, **OTHER, **told},
        umask=0o077,
        check=True,
    )
    return read_pins(checkout / "build/packages/SHA256SUMS")


@pytest.mark.timeout(900)
def test_place_day_and_user_leave_no_trace(
    workshop: Workshop,
    setup: Path,
    package_msi: Path,
    package: Path,
    server_package: Path,
    tmp_path: Path,
) -> None:
    files = [setup, package_msi, package, server_package, sbom.write(workshop)]
    other = a_checkout(tmp_path / "other folder, é")
    assert made_elsewhere(other, workshop.epoch) == {file.name: sha256_of(file) for file in files}
