"""A course against its earlier state: each promise broken, and each change that breaks none."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from lessons.history import compare
from lessons.reader import read_course
from tests.lessons.building import COURSES, edit

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.course import Course
    from lessons.problems import Problem

LESSON = "01-surat-masuk.md"
QUIZ = "01-surat-masuk.kuis.md"
KEY = ("- (x) a) Pada hari surat tiba\n", "- ( ) a) Pada hari surat tiba\n")
OTHER_KEY = ("- ( ) b) Pada akhir", "- (x) b) Pada akhir")


def now(mini: Course, folder: Path) -> tuple[Problem, ...]:
    return compare(mini, read_course(folder))


def next_version(folder: Path, note: str = "") -> None:
    edit(folder / "course.md", "versi: 1", f"versi: 2{note}")


def test_nothing_changed(mini: Course, folder: Path) -> None:
    assert now(mini, folder) == ()


def test_wording_may_change_at_any_time(mini: Course, folder: Path) -> None:
    edit(folder / QUIZ, "Kapan surat masuk dicatat?", "Kapan kita mencatat surat masuk?")
    edit(folder / QUIZ, "Pembahasan: Catatan", "Pembahasan: Setiap catatan")
    edit(folder / LESSON, "Catat setiap surat", "Catatlah setiap surat")
    assert now(mini, folder) == ()


def test_a_key_that_changed_needs_a_note_and_a_version(mini: Course, folder: Path) -> None:
    edit(folder / QUIZ, *KEY)
    edit(folder / QUIZ, *OTHER_KEY)
    key, version = now(mini, folder)
    assert (key.path.name, key.line) == (QUIZ, 8)
    assert key.message == "Kunci soal “#surat-waktu” berubah tanpa catatan baru."
    assert "surat-waktu: …" in key.hint
    assert version.message == "Penilaian berubah (asn-99-01), tetapi masih “versi: 1”."
    next_version(folder, "\nperubahan:\n  surat-waktu: Jawaban lama keliru")
    assert now(mini, folder) == ()


def test_an_old_note_does_not_excuse_the_next_change(folder: Path) -> None:
    next_version(folder, "\nperubahan:\n  surat-waktu: Jawaban lama keliru")
    old = read_course(folder)
    edit(folder / QUIZ, *KEY)
    edit(folder / QUIZ, *OTHER_KEY)
    edit(folder / "course.md", "versi: 2", "versi: 3")
    (problem,) = compare(old, read_course(folder))
    assert "tanpa catatan baru" in problem.message


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (LESSON, "### Surat rahasia {#rahasia}", "### Surat rahasia {#lain}", "“#rahasia” hilang"),
        (QUIZ, "{#surat-isi ", "{#surat-baru ", "“#surat-isi” hilang"),
        (QUIZ, "- ( ) c) Setelah", "- ( ) e) Setelah", "“#surat-waktu” kehilangan “c”"),
        (
            QUIZ,
            "- [x] b) Tanggal\n    > Tepat.\n- [ ] c) Tebal surat\n",
            "- (x) Benar\n    > Tepat.\n- ( ) Salah\n",
            "",
        ),
    ],
)
def test_ids_are_for_ever(
    mini: Course, folder: Path, file: str, old: str, new: str, message: str
) -> None:
    if not message:
        edit(folder / QUIZ, "- [ ] a) Warna amplop\n    > Warna tidak menunjukkan apa pun.\n", "")
        edit(folder / QUIZ, " nilai=semua", "")
        message = "Jenis soal “#surat-urutan” berubah dari multiple-choice menjadi true-false"
    edit(folder / file, old, new)
    if file == LESSON:
        edit(folder / QUIZ, "uji=rahasia", "uji=lain")
        edit(folder / "tes-akhir.kuis.md", "#rahasia", "#lain")
    next_version(folder)
    assert any(message in problem.message for problem in now(mini, folder))


def test_lessons_and_quizzes_are_for_ever(mini: Course, folder: Path) -> None:
    (folder / "tes-akhir.kuis.md").unlink()
    (folder / "02-kata-sandi.kuis.md").unlink()
    (folder / "02-kata-sandi.md").unlink()
    next_version(folder)
    messages = [problem.message for problem in now(mini, folder)]
    assert messages[:3] == [
        "Pelajaran “asn-99-02” (02-kata-sandi.md) hilang.",
        "Kuis “asn-99-02” (latihan) hilang.",
        "Kuis “asn-99-akhir” (tes-akhir) hilang.",
    ]
    assert "Soal “#sandi-kuat” hilang." in messages


def test_a_lesson_may_be_renamed_and_a_question_may_move(mini: Course, folder: Path) -> None:
    (folder / LESSON).rename(folder / "01-menerima-surat.md")
    (folder / QUIZ).rename(folder / "01-menerima-surat.kuis.md")
    assert now(mini, folder) == ()


def test_a_new_question_needs_a_version(mini: Course, folder: Path) -> None:
    text = "## Baru {#baru uji=mencatat}\nBaru?\n- (x) Benar\n- ( ) Salah\n\n## Waktu"
    edit(folder / QUIZ, "## Waktu", text)
    (problem,) = now(mini, folder)
    assert problem.hint == "Tulis “versi: 2”."
    next_version(folder)
    assert now(mini, folder) == ()


def test_versions_only_go_up(folder: Path) -> None:
    next_version(folder)
    old = read_course(folder)
    edit(folder / "course.md", "versi: 2", "versi: 1")
    (problem,) = compare(old, read_course(folder))
    assert "lebih rendah daripada sebelumnya (2)" in problem.message


def test_the_code_is_for_ever(mini: Course, folder: Path) -> None:
    for path in folder.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("ASN-99", "ASN-98").replace("asn-99", "asn-98"), encoding="utf-8"
        )
    (problem,) = now(mini, folder)
    assert "dari ASN-99 menjadi ASN-98" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("- d) => Atasan langsung\n", "", "“#gr-bukti” kehilangan “d”"),
        ("4. c) Tunggu", "4. e) Tunggu", "“#gr-langkah” kehilangan “c”"),
        ("### Sifat pemberian {#sifat}", "### Sifat {#sifat-lain}", "kehilangan “sifat”"),
        ("- ( ) b) Gaji\n", "- ( ) c) Gaji\n", "“#gr-amplop” kehilangan “sifat b”"),
        (" hari [[3]] sejak", " hari kerja sejak", "“#gr-kalimat” kehilangan “3”"),
    ],
)
def test_letters_parts_and_gaps_of_every_type(
    tmp_path: Path, old: str, new: str, lost: str
) -> None:
    source = COURSES.parent / "whole" / "lengkap"
    folder = shutil.copytree(source, tmp_path / "lengkap")
    before = read_course(source)
    assert compare(before, read_course(folder)) == ()
    edit(folder / "01-gratifikasi.kuis.md", old, new)
    if "[[3]]" in old:
        edit(folder / "01-gratifikasi.kuis.md", "= [[3]] kerja ~ kalender ~ libur\n", "")
    messages = " ".join(problem.message for problem in compare(before, read_course(folder)))
    assert lost in messages
