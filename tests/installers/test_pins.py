from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from installers.errors import PackagingError
from installers.pins import read_pins, unfit, verify, write_pins

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_written_is_read_back_sorted(tmp_path: Path) -> None:
    for name in ("b.deb", "a.deb"):
        (tmp_path / name).write_text(name)
    write_pins(tmp_path / "pins", tmp_path.glob("*.deb"), "two files")
    pins = read_pins(tmp_path / "pins")
    assert list(pins) == ["a.deb", "b.deb"]
    assert pins["a.deb"] == hashlib.sha256(b"a.deb").hexdigest()
    assert unfit(tmp_path, pins) == []


def test_absent_and_changed_files_are_unfit(tmp_path: Path) -> None:
    (tmp_path / "changed").write_text("other")
    pins = {"changed": hashlib.sha256(b"one").hexdigest(), "absent": "0" * 64}
    assert unfit(tmp_path, pins) == ["changed", "absent"]


def test_another_file_than_the_pinned_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"content")
    verify(file, hashlib.sha256(b"content").hexdigest())
    with pytest.raises(PackagingError, match="file is not the pinned file"):
        verify(file, "0" * 64)
