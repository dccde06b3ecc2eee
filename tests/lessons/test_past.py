"""Earlier states from a real Git repository."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from lessons.past import PastUnknown, course_at
from tests.lessons.building import copy_mini, edit

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Pelatih", "-c", "user.email=pelatih@example.id"]
    safe = ["-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"]
    subprocess.run(["git", "-C", folder, *who, *safe, *arguments], check=True, capture_output=True)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A course that was committed once, in a folder whose name needs care."""
    git(tmp_path, "init", "-q")
    (tmp_path / "kursus dasar").mkdir()
    folder = copy_mini(tmp_path / "kursus dasar")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Awal")
    return folder


def test_the_course_as_it_was(kept: Path) -> None:
    edit(kept / "course.md", "versi: 1", "versi: 2")
    (kept / "02-kata-sandi.md").unlink()
    old = course_at(kept, "HEAD")
    assert old
    assert (old.version, len(old.lessons)) == (1, 2)


def test_a_course_at_the_root_of_its_repository(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Awal")
    old = course_at(folder, "HEAD")
    assert old
    assert old.code == "ASN-99"


def test_a_course_that_is_new(kept: Path) -> None:
    assert course_at(copy_mini(kept.parent / "baru"), "HEAD") is None
    git(kept, "rm", "-q", "course.md")
    git(kept, "commit", "-qm", "Hapus")
    assert course_at(kept, "HEAD") is None


@pytest.mark.parametrize("revision", ["tidak-ada", "HEAD~9", "--help", "", "HEAD:course.md", "a\0"])
def test_a_revision_that_is_not_there(kept: Path, revision: str) -> None:
    with pytest.raises(PastUnknown, match="tidak ada"):
        course_at(kept, revision)


def test_a_folder_without_a_repository(folder: Path) -> None:
    with pytest.raises(PastUnknown, match="repositori Git"):
        course_at(folder, "HEAD")


def test_a_machine_without_git(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(PastUnknown, match="memerlukan program git"):
        course_at(kept, "HEAD")


def test_a_course_that_was_broken(kept: Path) -> None:
    edit(kept / "course.md", "versi: 1", "versi: x")
    git(kept, "commit", "-aqm", "Rusak")
    with pytest.raises(PastUnknown, match="tidak dapat dibaca: “versi: x”"):
        course_at(kept, "HEAD")


def test_a_link_out_of_the_repository(kept: Path) -> None:
    (kept / "02-kata-sandi.md").unlink()
    (kept / "02-kata-sandi.md").symlink_to("/etc/passwd")
    git(kept, "commit", "-aqm", "Tautan")
    with pytest.raises(PastUnknown, match="tidak dapat dibaca"):
        course_at(kept, "HEAD")
