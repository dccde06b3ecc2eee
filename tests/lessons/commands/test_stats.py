from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lessons.__main__ import main
from lessons.figures import Reading, figures_of, reading_of
from lessons.prose import sentences_of
from tests.lessons.building import edit

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from lessons.course import Course


def test_figures_of_a_course(mini: Course) -> None:
    found = figures_of(mini)
    assert (found.code, found.jp, found.minutes) == ("ASN-99", 1, 45)
    assert [(each.id, each.minutes) for each in found.lessons] == [
        ("asn-99-01", 20.0),
        ("asn-99-02", 20.0),
    ]
    first = found.quizzes[0]
    assert (first.kind, first.pool, first.draw) == ("latihan", 4, 3)
    assert first.types == {"single-choice": 1, "multiple-choice": 2, "true-false": 1}
    assert first.levels == {"mudah": 2, "sedang": 1, "sulit": 1}
    assert found.reading.words == sum(each.reading.words for each in found.lessons)


def test_how_a_text_reads() -> None:
    sentences = sentences_of("Ia menulis surat itu. Ia pulang. Petugas mengirim surat.")
    # 9 words in 3 sentences, of which menulis, Petugas and mengirim have more than six letters.
    assert reading_of(sentences) == Reading(9, 3, 3, 4, 36.3)
    assert reading_of([]) == Reading(0, 0, 0, 0, 0)


def test_as_text_and_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", str(folder)]) == 0
    text = capsys.readouterr().out
    assert "asn-99-01 Surat masuk: 20 menit (perkiraan 11)" in text
    assert "kuis asn-99-akhir (tes-akhir): 2 dari 6 soal" in text
    assert main(["stats", "--json", str(folder)]) == 0
    (course,) = json.loads(capsys.readouterr().out)["courses"]
    assert course["lessons"][0]["reading"]["sentences"] > 5


def test_a_course_that_can_not_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder / "course.md", "versi: 1", "versi: x")
    assert main(["stats", str(folder)]) == 1
    assert "Perbaiki dahulu" in capsys.readouterr().err
