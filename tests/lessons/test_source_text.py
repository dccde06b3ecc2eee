"""Course files are ordinary files of their folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from lessons.problems import Problem, Report
from lessons.source_text import read_lines

if TYPE_CHECKING:
    from pathlib import Path


def reasons(path: Path) -> list[str]:
    found: list[Problem] = []
    assert read_lines(path, Report(path, found)) == ()
    return [problem.message for problem in found]


def test_a_link_to_another_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "kursus").mkdir()
    (tmp_path / "rahasia").write_text("isi")
    link = tmp_path / "kursus" / "01-a.md"
    link.symlink_to(tmp_path / "rahasia")
    (reason,) = reasons(link)
    assert "bukan berkas biasa" in reason
    link.unlink()
    link.symlink_to(tmp_path / "tidak-ada")
    assert "bukan berkas biasa" not in reasons(link)[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "01-a.md")
    assert "bukan berkas biasa" in reasons(tmp_path / "01-a.md")[0]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "bukan berkas biasa" in reasons(tmp_path)[0]
