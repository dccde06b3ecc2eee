from __future__ import annotations

import importlib.metadata
import shutil
from pathlib import Path

import pytest

from installers.errors import PackagingError
from installers.windows.pe import needed_by, unresolved, version_of

# A real program for Windows that every developer has.
PROGRAM = Path(
    str(importlib.metadata.distribution("setuptools").locate_file("setuptools/cli-64.exe"))
)


def test_the_dlls_of_a_program_are_told() -> None:
    needed = needed_by(PROGRAM)
    assert "kernel32.dll" in needed
    assert all(name == name.lower() for name in needed)


def test_what_is_neither_carried_nor_windows_is_unresolved(tmp_path: Path) -> None:
    changed = PROGRAM.read_bytes().replace(b"KERNEL32.dll", b"STRANGER.dll")
    (tmp_path / "app").mkdir()
    (tmp_path / "app/changed.exe").write_bytes(changed)
    shutil.copy(PROGRAM, tmp_path / "vcruntime140.dll")
    assert unresolved(tmp_path) == {"app/changed.exe": ["stranger.dll"]}
    shutil.copy(PROGRAM, tmp_path / "Stranger.dll")
    assert unresolved(tmp_path) == {}


def test_a_program_without_a_version_is_told() -> None:
    with pytest.raises(PackagingError, match=r"cli-64\.exe tells no version"):
        version_of(PROGRAM.read_bytes(), PROGRAM.name)
