from __future__ import annotations

import dataclasses
import hashlib
import importlib.metadata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from installers.errors import PackagingError
from installers.windows.runtime import runtime_files
from installers.workshop import Runtime
from tests.installers.workshops import a_wheel, a_workshop

if TYPE_CHECKING:
    from installers.workshop import Workshop

MICROSOFT = (
    "msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll", "vcruntime140.dll", "vcruntime140_1.dll",
)  # fmt: skip
# Real programs for two kinds of PC, which every developer has.
_SETUPTOOLS = importlib.metadata.distribution("setuptools")
AMD64, OLD = (
    Path(str(_SETUPTOOLS.locate_file(f"setuptools/cli-{bits}.exe"))).read_bytes()
    for bits in (64, 32)
)
PACKED = {
    "python313.dll": AMD64,
    "python313.zip": b"library",
    "python3.dll": b"door",
    "_ssl.pyd": b"ssl",
    "_wmi.pyd": b"left out",
    "python.exe": b"left out",
    "python313._pth": b"ours is another",
    "VCRUNTIME140.dll": b"an older one",
    "Tools/deep.dll": b"left out",
}


def with_embeddable(folder: Path, members: dict[str, bytes]) -> Workshop:
    archive = a_wheel(folder / "python.zip", members)
    pin = hashlib.sha256(archive.read_bytes()).hexdigest()
    return dataclasses.replace(a_workshop(folder), runtime=Runtime(archive, pin))


@pytest.fixture
def qt(tmp_path: Path) -> Path:
    """The wheel that has Microsoft's runtime."""
    members = {f"PySide6/{name}": b"microsoft" for name in MICROSOFT}
    return a_wheel(tmp_path / "pyside6_essentials-6-any.whl", members)


def test_another_python_is_taken_as_it_is(tmp_path: Path, qt: Path) -> None:
    files = runtime_files(with_embeddable(tmp_path, PACKED), [qt])
    kept = {"python313.dll", "python313.zip", "python3.dll", "_ssl.pyd"}
    assert files.keys() == kept | set(MICROSOFT)
    assert files["vcruntime140.dll"] == b"microsoft"


def test_another_archive_than_the_told_one_is_refused(tmp_path: Path, qt: Path) -> None:
    workshop = with_embeddable(tmp_path, PACKED)
    assert workshop.runtime
    workshop.runtime.archive.write_bytes(b"changed")
    with pytest.raises(PackagingError, match=r"python\.zip is not the pinned file"):
        runtime_files(workshop, [qt])


def test_what_is_no_embeddable_python_is_refused(tmp_path: Path, qt: Path) -> None:
    with pytest.raises(PackagingError, match="no embeddable package"):
        runtime_files(with_embeddable(tmp_path, {"readme.txt": b""}), [qt])


def test_a_python_for_other_pcs_is_refused(tmp_path: Path, qt: Path) -> None:
    with pytest.raises(PackagingError, match=r"python\.zip is not for amd64"):
        runtime_files(with_embeddable(tmp_path, PACKED | {"python313.dll": OLD}), [qt])
