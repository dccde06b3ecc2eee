"""A course of 36 lessons and 600 questions: read from its files, and from the cache."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figure
from bench.timing import middle, milliseconds
from lessons.cache import CourseCache
from lessons.reader import read_course

if TYPE_CHECKING:
    from collections.abc import Iterator

LESSONS = 36
QUESTIONS = 600
RUNS = 9
_COLD_MS, _CACHED_MS = 500, 50
_PARAGRAPHS = 12
_SENTENCE = "Pegawai memeriksa alamat pengirim sebelum membuka lampiran surat. "


def measure() -> list[Figure]:
    """Both, and their ratio; the cache compares the content of every file each time."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "besar"
        write_course(folder)
        cache = CourseCache(Path(name) / "cache", "0")
        course = cache.read(folder)
        count = sum(len(quiz.questions) for quiz in course.quizzes())
        cold = middle([milliseconds(lambda: read_course(folder)) for _ in range(RUNS)])
        kept = middle([milliseconds(lambda: cache.read(folder)) for _ in range(RUNS)])
    what = f"{len(course.lessons)} lessons, {count} questions"
    return [
        Figure(f"reading a course anew ({what})", cold, "ms", target=_COLD_MS),
        Figure("the same from the cache", kept, "ms", "read anew", cold, _CACHED_MS),
    ]


def write_course(folder: Path) -> None:
    """Write the course into a new folder."""
    folder.mkdir()
    for name, text in _files():
        (folder / name).write_text(text, encoding="utf-8")


def _files() -> Iterator[tuple[str, str]]:
    yield "course.md", _HEADER
    numbers = [f"{number:02}" for number in range(1, LESSONS + 1)]
    for number in numbers:
        yield f"{number}-pelajaran.md", _lesson(number)
    share = QUESTIONS // (LESSONS + 1)
    for number in numbers:
        yield f"{number}-pelajaran.kuis.md", _quiz(f"asn-90-{number}", "latihan", share, "bagian-1")
    rest = QUESTIONS - share * LESSONS
    yield "tes-akhir.kuis.md", _quiz("asn-90-akhir", "tes-akhir", rest, "asn-90-01#bagian-1")


def _lesson(number: str) -> str:
    parts = (
        f"## Bagian {part} {{#bagian-{part}}}\n\n{_SENTENCE * 4}\n" for part in range(_PARAGRAPHS)
    )
    return f"---\njudul: Pelajaran {number}\nmenit: 30\ntujuan: [Memahami]\n---\n" + "\n".join(
        parts
    )


def _quiz(quiz: str, kind: str, count: int, target: str) -> str:
    head = f"---\nid: {quiz}\njenis: {kind}\nlulus: 70\nambil: 5\nacak: [soal, opsi]\n---\n"
    return head + "\n".join(_question(f"{quiz}-{number}", target) for number in range(count))


def _question(name: str, target: str) -> str:
    options = (
        f"- ({'x' if letter == 'b' else ' '}) {letter}) {_SENTENCE}\n    > Umpan balik {letter}."
        for letter in "abcd"
    )
    text = "\n".join(options)
    return f"## Soal {{#{name} uji={target}}}\n{_SENTENCE}\n{text}\n\nPembahasan: {_SENTENCE}\n"


_HEADER = """---
kode: ASN-90
judul: Pelatihan besar
versi: 1
berlaku_per: 2026-11-24
jp: 24
menit: 1080
penyelenggara: BKPSDM Kota Dumai
tujuan: [Memahami]
---
Pelatihan untuk pengukuran.
"""
