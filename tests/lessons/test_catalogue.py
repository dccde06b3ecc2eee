from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from lessons.catalogue import bundled_root, course_folders, load_catalogue
from tests.desktop.rights import folder_for_all, without_rights
from tests.lessons.building import COURSES, copy_mini, edit

if TYPE_CHECKING:
    from pathlib import Path


def test_a_broken_course_is_left_out_with_its_reason_and_the_others_work(tmp_path: Path) -> None:
    copy_mini(tmp_path)
    other = shutil.copytree(tmp_path / "mini", tmp_path / "rusak")
    line = edit(other / "course.md", "versi: 1", "versi: x")
    catalogue = load_catalogue(tmp_path)
    assert [course.code for course in catalogue.courses] == ["ASN-99"]
    ((name, problems),) = catalogue.left_out
    assert (name, problems[0].line) == ("rusak", line)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_a_folder_that_may_not_be_entered_is_left_out_with_its_reason() -> None:
    with folder_for_all() as root:
        copy_mini(root)
        with without_rights(root):
            catalogue = load_catalogue(root)
        ((name, problems),) = catalogue.left_out
        assert (name, catalogue.courses) == ("mini", ())
        assert any("tidak dapat dibuka" in problem.message for problem in problems)


def test_a_code_that_is_taken_is_left_out(tmp_path: Path) -> None:
    copy_mini(tmp_path)
    shutil.copytree(tmp_path / "mini", tmp_path / "tiruan")
    catalogue = load_catalogue(tmp_path)
    assert [course.folder.name for course in catalogue.courses] == ["mini"]
    ((name, (problem,)),) = catalogue.left_out
    assert name == "tiruan"
    assert "ASN-99 sudah dipakai folder “mini”" in problem.message


def test_courses_come_in_order_of_their_code(tmp_path: Path) -> None:
    copy_mini(tmp_path)
    first = shutil.copytree(tmp_path / "mini", tmp_path / "z")
    for path in first.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace("ASN-99", "ASN-01").replace("asn-99", "asn-01"), encoding="utf-8"
        )
    catalogue = load_catalogue(tmp_path)
    assert [course.code for course in catalogue.courses] == ["ASN-01", "ASN-99"]


def test_finds_courses_and_quizzes() -> None:
    catalogue = load_catalogue(COURSES)
    course = catalogue.course("ASN-99")
    assert course
    assert catalogue.quiz("ASN-99", "asn-99-akhir") is course.end_test
    assert catalogue.quiz("ASN-99", "asn-99-awal") is None
    assert catalogue.quiz("ASN-98", "asn-98-akhir") is None
    assert catalogue.course("ASN-98") is None


def test_files_and_hidden_folders_are_no_courses(tmp_path: Path) -> None:
    for name in (".git", "__pycache__", "asn-01"):
        (tmp_path / name).mkdir()
    (tmp_path / "LICENSE.md").write_text("CC BY-SA 4.0", encoding="utf-8")
    assert [folder.name for folder in course_folders(tmp_path)] == ["asn-01"]


def test_a_root_that_is_not_there_is_told(tmp_path: Path) -> None:
    catalogue = load_catalogue(tmp_path / "tidak-ada")
    assert catalogue.courses == ()
    ((name, (problem,)),) = catalogue.left_out
    assert name == "tidak-ada"
    assert "tidak dapat dibuka" in problem.message


def test_the_bundled_courses_are_sound() -> None:
    catalogue = load_catalogue(bundled_root())
    assert [str(problem) for _, problems in catalogue.left_out for problem in problems] == []
    assert catalogue.course("ASN-05")
