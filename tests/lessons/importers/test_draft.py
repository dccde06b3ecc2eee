"""Drafts are written whole, overwrite nothing, and pass ``check``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from lessons.draft_reader import read_draft
from lessons.importers import draft
from lessons.importers.draft import write_drafts
from lessons.importers.finishing import finished
from lessons.importers.gift import read_gift
from lessons.problems import Report

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.course import Quiz

_PNG = "iVBORw0KGgoAAAANSUhE"


def _write(text: str, folder: Path, source: str = "Bank Soal.gift") -> tuple[Path, ...]:
    outcome, written = finished(read_gift(text))
    return write_drafts(outcome, written, source, folder)


def _read(path: Path) -> Quiz:
    report = Report(path)
    quiz = read_draft(path, report)
    assert report.problems == []
    assert quiz is not None
    return quiz


def test_a_draft_tells_what_did_not_come_in(tmp_path: Path) -> None:
    (path,) = _write("Apa?{T}\n\nCerita --> itu\n\nRusak {", tmp_path / "baru")
    assert path.name == "draf-bank-soal.kuis.md"
    text = path.read_text(encoding="utf-8")
    assert "<!-- Baris 5 ditolak: Kurung kurawal tidak ditutup dengan “}”. -->" in text
    assert "<!-- Baris 3 dilewati:" in text
    assert len(_read(path).questions) == 1
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (first,) = _write("Apa?{T}", tmp_path)
    before = first.read_bytes()
    (second,) = _write("Lain?{F}", tmp_path)
    assert second.name == "draf-bank-soal-2.kuis.md"
    assert first.read_bytes() == before
    (third,) = _write("Apa?{T}", tmp_path, "日本.txt")
    assert third.name == "draf-impor.kuis.md"


def test_pictures_lie_beside_the_draft(tmp_path: Path) -> None:
    for count, letter in enumerate("AAB", 1):
        picture = f"data\\:image/png;base64,{_PNG}{letter}A\\=\\="
        (path,) = _write(f'[html]Apa? <img src\\="{picture}" alt\\="Peta">{{T}}', tmp_path)
        names = sorted(each.name for each in (tmp_path / "img").iterdir())
        assert names == ["gambar.png"] if count < 3 else ["gambar-2.png", "gambar.png"]
        assert _read(path).questions
    assert "](img/gambar-2.png)" in path.read_text(encoding="utf-8")


def test_a_large_import_becomes_several_drafts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft, "_MAX_QUESTIONS", 2)
    paths = _write("".join(f"Soal {number}{{T}}\n\n" for number in range(5)), tmp_path)
    assert [len(_read(path).questions) for path in paths] == [2, 2, 1]


def test_a_disk_that_is_full_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        _write("Apa?{T}", tmp_path)
    assert list(tmp_path.iterdir()) == []
