from __future__ import annotations

import os
from typing import TYPE_CHECKING

from installers import folders

if TYPE_CHECKING:
    from pathlib import Path

EPOCH = 1_700_000_000


def test_rights_and_times_no_longer_depend_on_who_wrote(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        folders.write(tmp_path / "one/deep/file", b"data")
        folders.write(tmp_path / "one/program", b"data")
    finally:
        os.umask(before)
    (tmp_path / "one/program").chmod(0o700)
    folders.settle(tmp_path / "one", EPOCH)
    paths = [tmp_path / "one", *sorted((tmp_path / "one").rglob("*"))]
    rights = {path.name: path.stat().st_mode & 0o7777 for path in paths}
    assert rights == {"one": 0o755, "deep": 0o755, "file": 0o644, "program": 0o755}
    assert {path.stat().st_mtime for path in paths} == {EPOCH}


def test_a_fresh_folder_is_empty(tmp_path: Path) -> None:
    folders.write(tmp_path / "work/old", b"data")
    assert folders.size_of(tmp_path) == 4
    assert list(folders.fresh(tmp_path / "work").iterdir()) == []
