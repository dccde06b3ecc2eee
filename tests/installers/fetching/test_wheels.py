from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from installers.errors import PackagingError
from installers.fetching.targets import LINUX, WINDOWS
from installers.fetching.wheels import fetch_wheels
from tests.installers.workshops import a_wheel, a_workshop

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop

NAME = "one-1.5-py3-none-any.whl"


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A workshop whose pip finds wheels in a folder, and nowhere else."""
    metadata = b"Metadata-Version: 2.1\nName: one\nVersion: 1.5\n"
    wheel = b"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files = {"METADATA": metadata, "WHEEL": wheel, "RECORD": b""}
    inner = {f"one-1.5.dist-info/{name}": data for name, data in files.items()}
    a_wheel(tmp_path / "shelf" / NAME, inner)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "shelf"))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    return a_workshop(tmp_path)


def a_lock(folder: Path) -> Path:
    pin = hashlib.sha256((folder / "shelf" / NAME).read_bytes()).hexdigest()
    (folder / "client.txt").write_text(f"one==1.5 --hash=sha256:{pin}\n")
    return folder / "client.txt"


def test_wheels_are_fetched_once(workshop: Workshop, tmp_path: Path) -> None:
    lock = a_lock(tmp_path)
    fetched = fetch_wheels(workshop, lock, WINDOWS)
    assert [wheel.name for wheel in fetched] == [NAME]
    (tmp_path / "shelf" / NAME).unlink()
    assert fetch_wheels(workshop, lock, WINDOWS) == fetched


def test_a_changed_wheel_is_refused(workshop: Workshop, tmp_path: Path) -> None:
    lock = a_lock(tmp_path)
    (kept,) = fetch_wheels(workshop, lock, LINUX)
    kept.write_bytes(b"other")
    with pytest.raises(PackagingError, match="delete them: one"):
        fetch_wheels(workshop, lock, LINUX)


def test_a_failed_download_leaves_nothing(workshop: Workshop, tmp_path: Path) -> None:
    lock = a_lock(tmp_path)
    (tmp_path / "shelf" / NAME).unlink()
    with pytest.raises(PackagingError, match="pip"):
        fetch_wheels(workshop, lock, WINDOWS)
    assert list((workshop.downloads / "wheels").iterdir()) == []
