from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.__main__ import main
from tests.lessons.building import copy_mini

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_writes_both_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy_mini(tmp_path)
    assert main(["index", str(tmp_path), "--to", str(tmp_path / "docs")]) == 0
    assert "**Agenda**: Buku tempat mencatat surat." in (tmp_path / "docs/istilah.md").read_text(
        encoding="utf-8"
    )
    assert (tmp_path / "docs/indeks-hukum.md").exists()
    assert capsys.readouterr().out.count("ditulis") == 2


def test_writes_nothing_of_a_broken_course(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy_mini(tmp_path) / "course.md").unlink()
    assert main(["index", str(tmp_path), "--to", str(tmp_path / "docs")]) == 1
    assert not (tmp_path / "docs").exists()
    assert "course.md" in capsys.readouterr().err
