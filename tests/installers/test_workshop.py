from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from installers.commands import run
from installers.errors import PackagingError
from installers.workshop import ROOT, project_version, source_epoch

if TYPE_CHECKING:
    from pathlib import Path


def test_the_version_is_that_of_the_project() -> None:
    assert f'version = "{project_version()}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_a_told_time_comes_first_and_fits_into_a_zip() -> None:
    assert source_epoch(ROOT, {"SOURCE_DATE_EPOCH": "1700000000"}) == 1700000000
    assert source_epoch(ROOT, {"SOURCE_DATE_EPOCH": "0"}) == 315532800


def test_the_last_commit_tells_the_time(tmp_path: Path) -> None:
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@b.example"]
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    variables = {"GIT_COMMITTER_DATE": "1600000000 +0700", "PATH": "/usr/bin:/bin"}
    commit = [*git, "commit", "-q", "--allow-empty", "-m", "one"]
    subprocess.run(commit, check=True, env=variables)
    assert source_epoch(tmp_path, {}) == 1600000000


def test_without_both_the_developer_is_asked(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match="SOURCE_DATE_EPOCH"):
        source_epoch(tmp_path, {})


def test_a_failed_program_is_told_with_all_it_said() -> None:
    assert run(["cat"], text="words") == "words"
    with pytest.raises(PackagingError, match="ended with 3:\nwords"):
        run(["sh", "-c", "echo words >&2; exit 3"])
    with pytest.raises(PackagingError, match="not installed: no-such-program"):
        run(["no-such-program"])
