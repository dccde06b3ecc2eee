"""What is given instead of a package, and what people are told."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lessons.compiled import decode_course, encode_course
from lessons.packages.opening import verify
from lessons.packages.reasons import PackageError, Reason
from lessons.packages.unpacking import Machine, unpack
from lessons.questions.base import Choice
from tests.lessons.packages.making import CLIENT, TRUSTED, Pieces, refusal

if TYPE_CHECKING:
    from lessons.course import Course


def _refused(file: Path, root: Path) -> PackageError:
    machine = Machine(TRUSTED, lambda _: 0, CLIENT)
    with pytest.raises(PackageError) as verified:
        verify(file, TRUSTED)
    with pytest.raises(PackageError) as caught:
        unpack(file, root, machine)
    assert not root.exists()
    assert caught.value.message == verified.value.message
    assert caught.value.advice.endswith(".")
    return caught.value


def test_no_file(tmp_path: Path) -> None:
    error = _refused(tmp_path / "tidak ada.paket", tmp_path / "courses")
    assert error.reason is Reason.UNREADABLE
    assert "berkas atau folder itu tidak ada" in error.message


def test_a_name_that_no_system_takes(tmp_path: Path) -> None:
    for name in ("a\0b", "x" * 5000):
        assert _refused(tmp_path / name, tmp_path / "courses").reason is Reason.UNREADABLE


def test_a_folder(tmp_path: Path) -> None:
    assert "ini bukan berkas" in _refused(tmp_path, tmp_path / "courses").message


@pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
def test_a_pipe_and_a_device_are_never_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa.paket"
    os.mkfifo(pipe)
    for file in (pipe, Path("/dev/zero")):
        assert "ini bukan berkas" in _refused(file, tmp_path / "courses").message


def test_a_name_may_hold_anything_else(package: Path, tmp_path: Path) -> None:
    file = tmp_path / "paket baru é — (1)"
    package.rename(file)
    assert verify(file, TRUSTED).course.code == "ASN-99"


def _signed(pieces: Pieces, change: Course) -> Pieces:
    """A package whose every hash is right, by the key that is trusted."""
    files = {path: each for path, each in pieces.manifest["files"].items() if path != "course.json"}
    data = encode_course(change)
    contents = {f"files/{each['sha256']}" for each in files.values()}
    kept = {name: data for name, data in pieces.contents.items() if name in contents}
    plain = replace(pieces, manifest=pieces.manifest | {"files": files}, contents=kept)
    return plain.with_file("course.json", data)


def test_a_signed_course_that_nobody_can_have_written(pieces: Pieces, tmp_path: Path) -> None:
    name = f"files/{pieces.manifest['files']['course.json']['sha256']}"
    course = decode_course(pieces.contents[name], tmp_path)
    assert course.end_test is not None
    assert verify(_kept(tmp_path, _signed(pieces, course)), TRUSTED).course.code == "ASN-99"
    test = course.end_test
    for change in (
        replace(course, jp=10**9),
        replace(course, end_test=replace(test, draw_count=10**9)),
        replace(course, end_test=replace(test, pass_mark=-5)),
        replace(course, end_test=replace(test, questions=())),
        replace(course, end_test=replace(test, questions=(Choice("a", "b"),))),  # type: ignore[arg-type]
    ):
        assert refusal(tmp_path, _signed(pieces, change).joined()) is Reason.COURSE
    early = replace(course, valid_on=date(1, 1, 1))
    dated = _signed(pieces, early).with_manifest(valid_on="0001-01-01")
    assert refusal(tmp_path, dated.joined()) is Reason.COURSE


@pytest.mark.parametrize("field", [{"code": "ASN-98"}, {"version": 2}, {"valid_on": date.max}])
def test_a_course_that_is_not_the_one_of_the_manifest(
    pieces: Pieces, tmp_path: Path, field: dict[str, object]
) -> None:
    name = f"files/{pieces.manifest['files']['course.json']['sha256']}"
    course = replace(decode_course(pieces.contents[name], tmp_path), **field)  # type: ignore[arg-type]
    assert refusal(tmp_path, _signed(pieces, course).joined()) is Reason.MANIFEST


def _kept(folder: Path, pieces: Pieces) -> Path:
    file = folder / "asing.paket"
    file.write_bytes(pieces.joined())
    return file
