from __future__ import annotations

import dataclasses
import subprocess
from typing import TYPE_CHECKING

import pytest

from installers import sums
from installers.errors import PackagingError
from installers.signing import Signing
from lessons.packages.file_signatures import verify_file
from lessons.packages.keys import new_key_file
from tests.installers.workshops import a_workshop

if TYPE_CHECKING:
    from pathlib import Path


def test_sha256sum_reads_them(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    (workshop.output / "b.deb").write_bytes(b"b")
    (workshop.output / "set").mkdir()
    (workshop.output / "set/a.deb").write_bytes(b"a")
    written = [sums.write(workshop).read_bytes() for _ in range(2)]
    assert written[0] == written[1]
    check = ["sha256sum", "--check", "--strict", sums.NAME]
    told = subprocess.run(check, cwd=workshop.output, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines() == ["b.deb: OK", "set/a.deb: OK"]


def test_a_release_key_signs_them(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    key = new_key_file(tmp_path / "key", lambda count: b"k" * count)
    signed = dataclasses.replace(workshop, signing=Signing(release_key=tmp_path / "key"))
    data = sums.write(signed).read_bytes()
    signature = workshop.output / sums.SIGNATURE
    assert verify_file(data, signature.read_bytes(), [key.public]) == key.public
    sums.write(workshop)
    assert not signature.exists()


def test_what_is_no_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("nonsense")
    workshop = a_workshop(tmp_path)
    signed = dataclasses.replace(workshop, signing=Signing(release_key=tmp_path / "key"))
    with pytest.raises(PackagingError, match="bukan berkas kunci"):
        sums.write(signed)
