from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.services.library import CourseMissing, Library
from desktop.services.worker import Worker
from desktop.ui.learning.course_files import picture_file
from lessons.packages.packing import pack
from lessons.shelf import Shelf
from tests.lessons.packages.making import CLIENT, KEY, PNG, TRUSTED, course_folder

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
def library(qtbot: QtBot, worker: Worker, tmp_path: Path) -> Library:
    made = Library(worker, COURSES, tmp_path)
    with qtbot.waitSignal(made.loaded):
        made.start()
    return made


def test_before_it_is_read_there_are_no_courses(worker: Worker, tmp_path: Path) -> None:
    library = Library(worker, COURSES, tmp_path)
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
    library = Library(worker, tmp_path / "tidak-ada", tmp_path)
    with qtbot.waitSignal(library.loaded):
        library.start()
    assert library.courses() == ()
    assert len(library.catalogue().left_out) == 1


def test_an_installed_course_takes_the_place_of_the_programs_with_its_pictures(
    qtbot: QtBot, worker: Worker, tmp_path: Path
) -> None:
    shelf = Shelf(COURSES, tmp_path)
    TRUSTED.save(shelf.keys_file)
    (tmp_path / "sumber").mkdir()
    pack(course_folder(tmp_path / "sumber", 2), KEY, tmp_path / "v2.paket")
    shelf.install(tmp_path / "v2.paket", CLIENT)
    library = Library(worker, COURSES, tmp_path)
    with qtbot.waitSignal(library.loaded):
        library.start()
    course = library.course("ASN-99")
    assert course.version == 2
    assert picture_file(course.folder, "img/kunci.png").read_bytes() == PNG
    assert list((tmp_path / "cache").glob("*.course"))
