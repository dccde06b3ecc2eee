"""Who is asked for the rights to install, and what is said when nobody gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.updates.errors import InstallingRefused, UpdateRefused
from desktop.updates.starting import copy_apart, start
from desktop.updates.stick import look_at
from tests.desktop.updates.release import CONTENT, DEB, machine, release

if TYPE_CHECKING:
    from pathlib import Path

DISPLAY = {"DISPLAY": ":0"}


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return release(tmp_path / "FLASHDISK é 1")


def asker(folder: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> Path:
    """A ``pkexec`` whose user answers always the same; what it was asked stands in the file."""
    asked = folder / "asked"
    program = folder / "pkexec"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{asked}"\nexit {code}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return asked


def test_what_is_started_is_a_verified_copy_of_our_own(stick: Path) -> None:
    copy = copy_apart(look_at(stick, machine()))
    assert copy.read_bytes() == CONTENT
    assert copy.name == DEB
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    again = copy_apart(look_at(stick, machine()))
    assert again.exists()
    assert not copy.exists()
    again.unlink()
    again.parent.rmdir()


def test_a_file_that_is_exchanged_after_the_check_is_not_started(stick: Path) -> None:
    found = look_at(stick, machine())
    found.file.write_bytes(CONTENT[::-1])
    with pytest.raises(UpdateRefused, match="diubah"):
        copy_apart(found)


def test_without_a_place_for_the_copy_nothing_is_started(
    stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = look_at(stick, machine())
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(UpdateRefused, match="tidak dapat disalin"):
        copy_apart(found)


def test_without_a_display_the_line_to_type_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = asker(tmp_path, monkeypatch, 0)
    file = tmp_path / "a b" / DEB
    assert start(file, {}) == f"Jalankan: sudo apt install '{file}'"
    assert not asked.exists()


def test_without_anybody_who_could_ask_the_line_is_told_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert start(tmp_path / DEB, DISPLAY).startswith("Jalankan: sudo apt install ")


def test_with_a_display_an_administrator_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = asker(tmp_path, monkeypatch, 0)
    file = tmp_path / "a b" / DEB
    assert "sudah terpasang" in start(file, DISPLAY)
    assert asked.read_text().splitlines() == ["apt-get", "install", "--yes", str(file)]


@pytest.mark.parametrize(
    ("code", "words"),
    [(126, "tidak diberikan"), (127, "tidak diberikan"), (100, "Jalankan sendiri")],
)
def test_no_or_a_failure_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    asker(tmp_path, monkeypatch, code)
    with pytest.raises(InstallingRefused, match=words):
        start(tmp_path / DEB, DISPLAY)


def test_a_flashdisk_that_was_pulled_out_is_told(stick: Path) -> None:
    found = look_at(stick, machine())
    found.file.unlink()
    with pytest.raises(UpdateRefused, match="tidak dapat dibaca"):
        copy_apart(found)
