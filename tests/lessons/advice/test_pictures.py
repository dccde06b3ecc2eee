from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.advice.pictures import on_pictures
from lessons.reader import read_course
from tests.lessons.building import edit

if TYPE_CHECKING:
    from pathlib import Path

LESSON = "01-surat-masuk.md"


def test_a_picture_says_what_it_shows_and_is_used(folder: Path) -> None:
    (folder / "img").mkdir()
    for name in ("buku.png", "lama.png", ".tersembunyi"):
        (folder / "img" / name).write_bytes(b"\x89PNG")
    line = edit(folder / LESSON, "Catat setiap", "Lihat ![ ](img/buku.png) Catat setiap")
    missing, unused = on_pictures(read_course(folder))
    assert (missing.path.name, missing.line, missing.column) == (LESSON, line, 7)
    assert "belum mempunyai teks pengganti" in missing.message
    assert (unused.path, unused.line) == (folder / "img" / "lama.png", 0)


def test_a_course_without_pictures(folder: Path) -> None:
    assert list(on_pictures(read_course(folder))) == []
