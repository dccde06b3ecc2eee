from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.services.library import CourseMissing, Library
from desktop.services.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

COURSES = Path(__file__).parents[2] / "courses"


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    failures: list[Exception] = []
    made = Worker("database", failures.append)
    yield made
    assert made.stop(10_000)
    assert failures == []


@pytest.fixture
def library(qtbot: QtBot, worker: Worker) -> Library:
    made = Library(worker, COURSES)
    with qtbot.waitSignal(made.loaded):
        made.start()
    return made


def test_before_it_is_read_there_are_no_courses(worker: Worker) -> None:
    library = Library(worker, COURSES)
    assert library.courses() == ()
    with pytest.raises(CourseMissing, match="belum selesai dibaca"):
        library.catalogue()


def test_gives_courses_lessons_and_quizzes_by_their_ids(library: Library) -> None:
    assert [course.code for course in library.courses()] == ["ASN-99"]
    assert library.course("ASN-99").title == "Contoh pelatihan kecil"
    assert library.lesson("ASN-99", "asn-99-02").title == "Kata sandi"
    assert library.quiz("ASN-99", "asn-99-akhir").draw_count == 2


def test_what_is_missing_is_named(library: Library) -> None:
    with pytest.raises(CourseMissing, match="Pelatihan ASN-55 tidak ada"):
        library.course("ASN-55")
    with pytest.raises(CourseMissing, match="Pelajaran x tidak ada di pelatihan ASN-99"):
        library.lesson("ASN-99", "x")
    with pytest.raises(CourseMissing, match="Kuis x tidak ada di pelatihan ASN-99"):
        library.quiz("ASN-99", "x")


def test_a_folder_that_is_not_there_is_left_out(
    qtbot: QtBot, worker: Worker, tmp_path: Path
) -> None:
    library = Library(worker, tmp_path / "tidak-ada")
    with qtbot.waitSignal(library.loaded):
        library.start()
    assert library.courses() == ()
    assert len(library.catalogue().left_out) == 1
