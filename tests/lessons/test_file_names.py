from __future__ import annotations

import pytest

from lessons.file_names import looks_like_ours, name_hint


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("tes-ahir.kuis.md", "tes-akhir.kuis.md"),
        ("Tes akhir.kuis.md", "tes-akhir.kuis.md"),
        ("tes-akhir.md", "tes-akhir.kuis.md"),
        ("tes_awal.quiz.md", "tes-awal.kuis.md"),
        ("1-nama.md", "01-nama.md"),
        ("01_Nama_baik.quiz.md", "01-nama-baik.kuis.md"),
        ("01-nama.kuis.md.txt", "01-nama.kuis.md"),
        ("01 surat.txt", "01-surat.md"),
        ("course.md.txt", "course.md"),
        ("Course.MD", "course.md"),
        ("kursus.md", "course.md"),
        ("draft_baru.kuis.md", "draf-baru.kuis.md"),
        ("draf-.md", ""),
        ("01-….md", ""),
        ("entah.md", ""),
        ("", ""),
    ],
)
def test_what_was_meant_by_a_name(name: str, meant: str) -> None:
    hint = name_hint(name)
    assert hint.startswith(f"Mungkin maksud Anda “{meant}”." if meant else "Pelajaran bernama")
    assert looks_like_ours(name) or not name


@pytest.mark.parametrize("name", ["catatan.txt", "foto.png", ".01-nama.md.swp", "01-nama.md~", "x"])
def test_other_files_are_left_alone(name: str) -> None:
    assert not looks_like_ours(name)
