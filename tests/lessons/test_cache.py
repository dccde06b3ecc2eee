from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lessons import cache as cache_module
from lessons.cache import CourseCache
from lessons.catalogue import load_catalogue
from lessons.problems import CourseError
from lessons.reader import read_course
from tests.desktop.rights import folder_for_all, without_rights
from tests.lessons.building import copy_mini, edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from lessons.course import Course

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = copy_mini(tmp_path)
    (folder / "img").mkdir(exist_ok=True)
    (folder / "img" / "kunci.png").write_bytes(PNG)
    lesson = next(folder.glob("01-*[!s].md"))
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(f"{text}\n![Sebuah kunci](img/kunci.png)\n", encoding="utf-8")
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> CourseCache:
    return CourseCache(tmp_path / "cache", "1.0")


@pytest.fixture
def cold(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The course folders whose Markdown is read."""
    folders: list[Path] = []

    def read(folder: Path) -> Course:
        folders.append(folder)
        return read_course(folder)

    monkeypatch.setattr(cache_module, "read_course", read)
    return folders


def kept_file(tmp_path: Path) -> Path:
    (file,) = (tmp_path / "cache").iterdir()
    return file


def test_the_second_reading_gives_the_same_without_the_markdown(
    cache: CourseCache, course: Path, cold: list[Path]
) -> None:
    assert cache.read(course) == cache.read(course) == read_course(course)
    assert cold == [course]


def same_size_and_time(path: Path, old: str, new: str) -> None:
    times = path.stat()
    edit(path, old, new)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert path.stat().st_size == times.st_size


def rewrite_header(folder: Path) -> None:
    same_size_and_time(folder / "course.md", "versi: 1", "versi: 2")


def add_test(folder: Path) -> None:
    text = (folder / "tes-akhir.kuis.md").read_text(encoding="utf-8")
    first = text.replace("asn-99-akhir", "asn-99-awal").replace("tes-akhir", "tes-awal")
    (folder / "tes-awal.kuis.md").write_text(first.replace("{#", "{#w-"), encoding="utf-8")


def rename_lesson(folder: Path) -> None:
    for path in sorted(folder.glob("02-*")):
        path.rename(path.with_name(path.name.replace("02-", "03-")))
    for path in folder.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("asn-99-02", "asn-99-03"), encoding="utf-8")


CHANGES: list[Callable[[Path], None]] = [rewrite_header, add_test, rename_lesson]


@pytest.mark.parametrize("change", CHANGES, ids=lambda c: c.__name__)
def test_a_changed_course_is_read_anew(
    cache: CourseCache, course: Path, cold: list[Path], change: Callable[[Path], None]
) -> None:
    before = cache.read(course)
    change(course)
    assert cache.read(course) == read_course(course) != before
    assert cold == [course, course]


def remove(picture: Path) -> None:
    picture.unlink()


def spoil(picture: Path) -> None:
    picture.write_bytes(b"<svg>")


@pytest.mark.parametrize("change", [remove, spoil])
def test_a_picture_that_is_gone_or_none_is_noticed(
    cache: CourseCache, course: Path, change: Callable[[Path], None]
) -> None:
    cache.read(course)
    change(course / "img" / "kunci.png")
    with pytest.raises(CourseError, match=r"img/kunci\.png"):
        cache.read(course)


def test_another_version_of_the_program_reads_anew(
    tmp_path: Path, cache: CourseCache, course: Path, cold: list[Path]
) -> None:
    cache.read(course)
    CourseCache(tmp_path / "cache", "1.1").read(course)
    assert len(cold) == 2


def test_a_broken_course_is_never_kept(tmp_path: Path, cache: CourseCache, course: Path) -> None:
    edit(course / "course.md", "versi: 1", "versi: x")
    for _ in range(2):
        with pytest.raises(CourseError):
            cache.read(course)
    assert not (tmp_path / "cache").exists()


def test_a_cache_that_is_cut_or_changed_anywhere_is_not_believed(
    tmp_path: Path, cache: CourseCache, course: Path, cold: list[Path]
) -> None:
    right = cache.read(course)
    whole = kept_file(tmp_path).read_bytes()
    step = max(1, len(whole) // 50)
    for at in range(0, len(whole), step):
        for spoilt in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            kept_file(tmp_path).write_bytes(spoilt)
            del cold[:]
            assert cache.read(course) == right
            assert cold == [course]
    kept_file(tmp_path).write_bytes(whole + b"x")
    assert cache.read(course) == right


def test_the_cache_of_another_course_is_not_believed(
    tmp_path: Path, cache: CourseCache, course: Path, cold: list[Path]
) -> None:
    other = Path(shutil.copytree(course, tmp_path / "lain"))
    rewrite_header(other)
    cache.read(other)
    foreign = kept_file(tmp_path)
    content = foreign.read_bytes()
    foreign.unlink()
    cache.read(course)
    kept_file(tmp_path).write_bytes(content)
    assert cache.read(course).version == 1


def test_a_file_changed_while_it_is_read_is_not_kept(
    tmp_path: Path, cache: CourseCache, course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(folder: Path) -> Course:
        result = read_course(folder)
        rewrite_header(folder)
        return result

    monkeypatch.setattr(cache_module, "read_course", read)
    assert cache.read(course).version == 1
    assert not (tmp_path / "cache").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_is_left_to_the_reader(tmp_path: Path, cache: CourseCache, course: Path) -> None:
    cache.read(course)
    header = course / "course.md"
    header.rename(tmp_path / "luar.md")
    header.symlink_to(tmp_path / "luar.md")
    with pytest.raises(CourseError, match="bukan berkas biasa"):
        cache.read(course)


def test_a_file_too_long_is_left_to_the_reader(cache: CourseCache, course: Path) -> None:
    cache.read(course)
    with (course / "course.md").open("ab") as file:
        file.write(b"a" * 1024 * 1024)
    with pytest.raises(CourseError, match="lebih dari 1 MB"):
        cache.read(course)


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, course: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    assert CourseCache(tmp_path / "berkas", "1.0").read(course) == read_course(course)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_a_cache_that_may_not_be_written_is_no_error() -> None:
    with folder_for_all() as root:
        course = copy_mini(root)
        folder = root / "cache"
        folder.mkdir()
        with without_rights(folder):
            assert CourseCache(folder, "1.0").read(course) == read_course(course)
        assert list(folder.iterdir()) == []


def test_a_catalogue_is_read_through_it(
    tmp_path: Path, cache: CourseCache, course: Path, cold: list[Path]
) -> None:
    root = tmp_path / "semua"
    root.mkdir()
    shutil.move(course, root)
    for _ in range(2):
        assert [each.code for each in load_catalogue(root, cache).courses] == ["ASN-99"]
    assert cold == [root / "mini"]
