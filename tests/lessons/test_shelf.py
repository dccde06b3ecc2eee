from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from lessons.cache import CourseCache
from lessons.packages.keys import PublicKey, TrustedKeys
from lessons.packages.packing import pack
from lessons.packages.reasons import PackageError, Reason
from lessons.shelf import Shelf
from tests.lessons.building import COURSES
from tests.lessons.packages.making import CLIENT, KEY, OTHER_KEY, TRUSTED, course_folder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A PC with one course of the program's own, in version 1, that trusts the trainer."""
    made = Shelf(COURSES, tmp_path / "data")
    made.data.mkdir()
    TRUSTED.save(made.keys_file)
    return made


def package(folder: Path, version: int) -> Path:
    (folder / f"s{version}").mkdir()
    file = folder / f"v{version}.paket"
    pack(course_folder(folder / f"s{version}", version), KEY, file)
    return file


def versions(shelf: Shelf) -> list[int]:
    return [course.version for course in shelf.load().courses]


def test_a_pc_without_anything_installed_has_the_programs_courses(shelf: Shelf) -> None:
    catalogue = shelf.load()
    assert [course.code for course in catalogue.courses] == ["ASN-99"]
    assert not shelf.is_installed(catalogue.courses[0])


def test_the_higher_version_wins(shelf: Shelf, tmp_path: Path) -> None:
    course = shelf.install(package(tmp_path, 3), CLIENT)
    assert shelf.is_installed(course)
    assert shelf.load().courses == (course,)
    newer = Shelf(tmp_path / "program", shelf.data)
    newer.bundled.mkdir()
    course_folder(newer.bundled, 4)
    assert versions(newer) == [4]


def test_what_came_with_the_program_is_not_installed_again(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(PackageError) as caught:
        shelf.install(package(tmp_path, 1), CLIENT)
    assert caught.value.reason is Reason.OLD_VERSION


def test_a_damaged_course_gives_way_to_the_one_before_and_to_the_programs(
    shelf: Shelf, tmp_path: Path
) -> None:
    for version in (2, 3):
        shelf.install(package(tmp_path, version), CLIENT)
    for damaged, rest in ((3, 2), (2, 1)):
        (shelf.installed / "ASN-99" / str(damaged) / "course.json").unlink()
        assert versions(shelf) == [rest]
    assert [name for name, _ in shelf.load().left_out] == ["ASN-99 versi 3", "ASN-99 versi 2"]


def test_keys_that_cannot_be_read_are_told(shelf: Shelf, tmp_path: Path) -> None:
    shelf.install(package(tmp_path, 2), CLIENT)
    shelf.keys_file.write_text("rusak", encoding="ascii")
    catalogue = shelf.load()
    assert [course.version for course in catalogue.courses] == [1]
    ((name, _),) = catalogue.left_out
    assert name == "trusted-keys.txt"


def test_without_its_key_a_course_is_left_out(shelf: Shelf, tmp_path: Path) -> None:
    shelf.install(package(tmp_path, 2), CLIENT)
    TrustedKeys().save(shelf.keys_file)
    assert versions(shelf) == [1]


def test_it_is_read_through_a_cache(shelf: Shelf, tmp_path: Path) -> None:
    cache = CourseCache(tmp_path / "cache", CLIENT)
    assert shelf.load(cache) == shelf.load(cache) == shelf.load()
    assert len(list((tmp_path / "cache").iterdir())) == 1
    shutil.rmtree(tmp_path / "cache")


def test_the_key_of_the_city_comes_first_and_two_are_trusted_at_most(tmp_path: Path) -> None:
    city = Shelf(COURSES, tmp_path, OTHER_KEY.public)
    assert city.trusted() == TrustedKeys((OTHER_KEY.public,))
    TRUSTED.save(city.keys_file)
    assert city.trusted() == TrustedKeys((OTHER_KEY.public, KEY.public))
    old = PublicKey(bytes(32))
    TrustedKeys((old, KEY.public)).save(city.keys_file)
    assert city.trusted() == TrustedKeys((OTHER_KEY.public, KEY.public))
    assert city.listed() == TrustedKeys((old, KEY.public))
    assert Shelf(COURSES, tmp_path, KEY.public).trusted() == TrustedKeys((KEY.public, old))
    assert Shelf(COURSES, tmp_path).trusted() == city.listed()
