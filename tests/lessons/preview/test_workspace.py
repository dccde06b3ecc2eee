from __future__ import annotations

import os
from typing import TYPE_CHECKING

from lessons.preview.workspace import Workspace
from tests.lessons.building import edit
from tests.lessons.preview.conftest import DRAFT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_version_stays_while_nothing_is_saved(workshop: Path) -> None:
    workspace = Workspace(workshop)
    assert workspace.version() == workspace.version()
    assert workspace.snapshot() is workspace.snapshot()


def test_a_file_replaced_by_another_of_the_same_size_and_time_counts(workshop: Path) -> None:
    workspace, path = Workspace(workshop), workshop / "course.md"
    before, times = workspace.version(), path.stat()
    new = workshop / "course.md~"
    new.write_bytes(path.read_bytes())
    os.utime(new, ns=(times.st_atime_ns, times.st_mtime_ns))
    new.replace(path)
    assert workspace.version() != before


def test_new_and_removed_files_and_pictures_count(workshop: Path) -> None:
    workspace = Workspace(workshop)
    seen = [workspace.version()]
    (workshop / "img").mkdir()
    (workshop / "img/a.png").write_bytes(b"x")
    seen.append(workspace.version())
    (workshop / "draf-bank.kuis.md").unlink()
    seen.append(workspace.version())
    assert len(set(seen)) == 3
    (workshop / ".git").mkdir()
    (workshop / ".git/a.md").write_text("x", encoding="utf-8")
    assert workspace.version() == seen[-1]


def test_a_broken_course_leaves_the_last_good_one(workshop: Path) -> None:
    workspace = Workspace(workshop)
    good = workspace.snapshot().course
    edit(workshop / "course.md", "versi: 1", "versi: x")
    broken = workspace.snapshot()
    assert good is not None
    assert broken.course == good
    assert len(broken.findings.problems) == 1
    edit(workshop / "course.md", "versi: x", "versi: 2")
    mended = workspace.snapshot()
    assert mended.course is not None
    assert (mended.course.version, mended.findings.problems) == (2, [])


def test_a_course_that_never_was_good(workshop: Path) -> None:
    edit(workshop / "course.md", "versi: 1", "versi: x")
    snapshot = Workspace(workshop).snapshot()
    assert snapshot.course is None
    assert snapshot.findings.problems
    assert snapshot.quiz("draf-bank")


def test_a_broken_draft_leaves_its_last_good_version(workshop: Path) -> None:
    workspace = Workspace(workshop)
    good = workspace.snapshot().quiz("draf-bank")
    edit(workshop / "draf-bank.kuis.md", "- (x) a) Yang", "- ( ) a) Yang")
    assert workspace.snapshot().quiz("draf-bank") == good
    assert workspace.snapshot().findings.problems
    sound = Workspace(workshop).snapshot().quiz("draf-bank")
    assert sound is not None
    assert len(sound.questions) == 8


def test_a_folder_of_drafts_alone_has_no_problem(tmp_path: Path) -> None:
    (tmp_path / DRAFT.name).write_bytes(DRAFT.read_bytes())
    snapshot = Workspace(tmp_path).snapshot()
    assert (snapshot.course, list(snapshot.drafts)) == (None, ["draf-bank"])
    assert snapshot.findings.problems == []
