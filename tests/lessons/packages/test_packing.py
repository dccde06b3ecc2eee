from __future__ import annotations

import os
import shutil
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from lessons.compiled.plain import to_plain
from lessons.grading import grade_attempt
from lessons.packages.manifest import Edition
from lessons.packages.opening import verify
from lessons.packages.packing import Wanted, file_name, pack
from lessons.packages.reasons import PackageError, Reason
from lessons.problems import CourseError
from lessons.questions.sealed import Sealed
from lessons.reader import read_course
from lessons.records import to_json
from tests.lessons.building import WHOLE, edit
from tests.lessons.packages.making import KEY, PNG, TRUSTED, course_folder, take_apart


def test_what_is_packed_is_what_was_written(package: Path, tmp_path: Path) -> None:
    contents = verify(package, TRUSTED)
    written = read_course(tmp_path / "sumber" / "mini")
    assert replace(contents.course, folder=written.folder, lessons=written.lessons) == written
    assert [each.body for each in contents.course.lessons] == [
        each.body for each in written.lessons
    ]


def test_the_manifest_tells_what_is_in_it(package: Path) -> None:
    manifest = verify(package, TRUSTED).manifest
    assert (manifest.format, manifest.course, manifest.version) == (1, "ASN-99", 1)
    assert (manifest.min_client, manifest.edition) == ("0.1.0", Edition.PC)
    assert sorted(manifest.files) == ["course.json", "img/kunci.png"]
    assert manifest.files["img/kunci.png"].size == len(PNG)
    assert file_name(manifest) == "ASN-99-v1.paket"


def test_any_zip_program_reads_it(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
    assert [info.filename for info in infos[:2]] == ["manifest.json", "manifest.sig"]
    assert {info.compress_type for info in infos} == {zipfile.ZIP_STORED}
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.skipif(sys.platform == "win32", reason="no umask there")
def test_packed_twice_it_is_the_same_to_the_byte(package: Path, tmp_path: Path) -> None:
    source = tmp_path / "sumber" / "mini"
    other = tmp_path / "lain" / "nama-lain"
    before = os.umask(0o077)
    try:
        for path in sorted(source.rglob("*"), reverse=True):
            if path.is_file():
                target = other / path.relative_to(source)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
                os.utime(target, (1, 1))
        pack(other, KEY, tmp_path / "lagi.paket")
    finally:
        os.umask(before)
    assert (tmp_path / "lagi.paket").read_bytes() == package.read_bytes()


def test_no_key_of_the_end_test_is_in_a_sealed_package(tmp_path: Path) -> None:
    folder = course_folder(tmp_path, keys="pusat")
    feedback = "Umpan balik rahasia"
    edit(folder / "tes-akhir.kuis.md", "- (x) a)", f"- (x) a) Pilihan\n    > {feedback}\n- ( ) z)")
    pack(folder, KEY, tmp_path / "pc.paket")
    pack(folder, KEY, tmp_path / "server.paket", Wanted(Edition.SERVER))
    course = verify(tmp_path / "pc.paket", TRUSTED).course
    assert course.end_test
    assert all(isinstance(question, Sealed) for question in course.end_test.questions)
    assert feedback.encode() not in (tmp_path / "pc.paket").read_bytes()
    assert feedback.encode() in (tmp_path / "server.paket").read_bytes()
    written = read_course(folder).end_test
    assert written
    whole = verify(tmp_path / "server.paket", TRUSTED)
    assert whole.course.end_test
    assert course.end_test.revision == whole.course.end_test.revision != written.revision
    for kept, question in zip(whole.course.end_test.questions, written.questions, strict=True):
        assert kept.graded_content() == question.graded_content()
    assert file_name(whole.manifest) == "ASN-99-v1-server.paket"


def test_of_every_type_nothing_of_the_key_is_in_a_sealed_package(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WHOLE, tmp_path / "lengkap"))
    edit(folder / "course.md", "jp:", "kunci: pusat\njp:")
    pack(folder, KEY, tmp_path / "pc.paket")
    pack(folder, KEY, tmp_path / "server.paket", Wanted(Edition.SERVER))
    sealed = verify(tmp_path / "pc.paket", TRUSTED).course.end_test
    whole = verify(tmp_path / "server.paket", TRUSTED).course.end_test
    assert sealed
    assert whole
    held = to_json(to_plain(sealed, folder))
    for question in whole.questions:
        for line in (question.head.explanation, *question.answer_lines()):
            assert not line or to_json(line)[1:-1] not in held
    for secret in ("10.000.000", "10000000", "9999999", "Tepat.", "Hari libur tidak", '"right"'):
        assert secret.encode() not in held
    answers = [(question.head.id, question.full_key()) for question in whole.questions]
    graded = grade_attempt(whole, 3, answers)
    assert graded
    assert graded.score == 100


def test_only_the_end_test_is_sealed(tmp_path: Path) -> None:
    pack(course_folder(tmp_path, keys="pusat"), KEY, tmp_path / "pc.paket")
    course = verify(tmp_path / "pc.paket", TRUSTED).course
    practice = [quiz for quiz in course.quizzes() if quiz != course.end_test]
    assert practice
    assert not any(isinstance(each, Sealed) for quiz in practice for each in quiz.questions)


def test_a_course_with_problems_is_not_packed(tmp_path: Path) -> None:
    folder = course_folder(tmp_path)
    edit(folder / "course.md", "versi: 1", "versi: x")
    with pytest.raises(CourseError):
        pack(folder, KEY, tmp_path / "rusak.paket")
    assert not (tmp_path / "rusak.paket").exists()


def test_a_picture_that_windows_cannot_keep_is_not_packed(tmp_path: Path) -> None:
    folder = course_folder(tmp_path)
    (folder / "img" / "kunci.png").rename(folder / "img" / "aux.png")
    lesson = next(path for path in folder.glob("01-*.md") if ".kuis" not in path.name)
    edit(lesson, "img/kunci.png", "img/aux.png")
    with pytest.raises(PackageError) as caught:
        pack(folder, KEY, tmp_path / "rusak.paket")
    assert caught.value.reason is Reason.RESERVED
    assert list(tmp_path.glob("*.paket*")) == []


def test_a_package_on_the_way_replaces_the_old_one_whole(package: Path, tmp_path: Path) -> None:
    before = package.read_bytes()
    pack(tmp_path / "sumber" / "mini", KEY, package, Wanted(min_client="9.0.0"))
    assert package.read_bytes() != before
    assert msgspec.json.encode(take_apart(package).manifest["min_client"]) == b'"9.0.0"'
    assert list(tmp_path.glob("*.new")) == []
