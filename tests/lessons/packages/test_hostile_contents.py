"""Archives of the right form with wrong keys, manifests or contents."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lessons.packages.keys import TrustedKeys
from lessons.packages.opening import verify
from lessons.packages.reasons import Reason
from lessons.packages.zip_form import archive_chunks
from lessons.records import to_json
from tests.lessons.packages.making import KEY, OTHER_KEY, PNG, Pieces, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def test_a_missing_and_a_surplus_file(tmp_path: Path, pieces: Pieces) -> None:
    less = dict(pieces.contents)
    del less[min(less)]
    assert refusal(tmp_path, replace(pieces, contents=less).joined()) is Reason.MISSING
    more = pieces.contents | {f"files/{hashlib.sha256(b'x').hexdigest()}": b"x"}
    assert refusal(tmp_path, replace(pieces, contents=more).joined()) is Reason.SURPLUS
    assert refusal(tmp_path, pieces.with_extra(("files/lain", b"")).joined()) is Reason.NAME


def test_a_picture_that_no_lesson_shows(tmp_path: Path, pieces: Pieces) -> None:
    assert refusal(tmp_path, pieces.with_file("img/sisa.png", PNG).joined()) is Reason.SURPLUS


def test_no_manifest_or_no_signature(tmp_path: Path, pieces: Pieces) -> None:
    without = replace(pieces, contents={})
    data = b"".join(_chunks(without, skip="manifest.json"))
    assert refusal(tmp_path, data) is Reason.MISSING
    assert refusal(tmp_path, b"".join(_chunks(without, skip="manifest.sig"))) is Reason.MISSING


def _chunks(pieces: Pieces, skip: str) -> Iterator[bytes]:
    return archive_chunks((name, data) for name, data in pieces.entries() if name != skip)


def test_altered_contents(tmp_path: Path, pieces: Pieces) -> None:
    name = pieces.manifest["files"]["img/kunci.png"]["sha256"]
    other = pieces.contents | {f"files/{name}": PNG[:-1] + b"x"}
    assert refusal(tmp_path, replace(pieces, contents=other).joined()) is Reason.HASH
    shorter = pieces.contents | {f"files/{name}": PNG[:-1]}
    assert refusal(tmp_path, replace(pieces, contents=shorter).joined()) is Reason.SIZE


def test_one_byte_of_a_picture(tmp_path: Path, package: Path) -> None:
    data = package.read_bytes().replace(PNG, PNG[:-1] + b"x")
    assert refusal(tmp_path, data) is Reason.HASH


def test_the_key_of_somebody_else(tmp_path: Path, package: Path, pieces: Pieces) -> None:
    assert refusal(tmp_path, replace(pieces, key=OTHER_KEY).joined()) is Reason.UNKNOWN_KEY
    assert refusal(tmp_path, package.read_bytes(), TrustedKeys()) is Reason.UNKNOWN_KEY
    both = TrustedKeys((OTHER_KEY.public, KEY.public))
    assert verify(package, both).course.code == "ASN-99"


def test_an_altered_manifest(tmp_path: Path, pieces: Pieces) -> None:
    signature = dict(pieces.entries())["manifest.sig"]
    altered = replace(pieces.with_manifest(version=9), raw_signature=signature)
    assert refusal(tmp_path, altered.joined()) is Reason.SIGNATURE
    for wrong in (b"", b"{}", b"[]", b'{"key":"x","signature":"y"}', b"\xff"):
        data = replace(pieces, raw_signature=wrong or b" ").joined()
        assert refusal(tmp_path, data) is Reason.SIGNATURE


def test_a_key_by_the_name_of_another(tmp_path: Path, pieces: Pieces) -> None:
    signature = to_json(
        {"key": KEY.public.id, "signature": OTHER_KEY.sign(pieces.manifest_bytes).hex()}
    )
    assert refusal(tmp_path, replace(pieces, raw_signature=signature).joined()) is Reason.SIGNATURE


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"null", b"\xff", b"[" * 5000, b"{" * 5000])
def test_a_signed_manifest_that_is_none(tmp_path: Path, pieces: Pieces, data: bytes) -> None:
    assert refusal(tmp_path, replace(pieces, raw_manifest=data).joined()) is Reason.MANIFEST


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"format": 2}, Reason.FORMAT),
        ({"format": "1"}, Reason.MANIFEST),
        ({"course": "../ASN"}, Reason.MANIFEST),
        ({"course": "ASN-98"}, Reason.MANIFEST),
        ({"version": 2}, Reason.MANIFEST),
        ({"version": 0}, Reason.MANIFEST),
        ({"valid_on": "2001-01-01"}, Reason.MANIFEST),
        ({"min_client": "baru"}, Reason.MANIFEST),
        ({"edition": "lain"}, Reason.MANIFEST),
        ({"lain": 1}, Reason.MANIFEST),
        ({"files": {}}, Reason.MISSING),
    ],
)
def test_a_manifest_of_something_else(
    tmp_path: Path, pieces: Pieces, fields: dict[str, object], reason: Reason
) -> None:
    assert refusal(tmp_path, pieces.with_manifest(**fields).joined()) is reason


def test_a_manifest_in_another_form(tmp_path: Path, pieces: Pieces) -> None:
    spaced = replace(pieces, raw_manifest=pieces.manifest_bytes.replace(b",", b", "))
    assert refusal(tmp_path, spaced.joined()) is Reason.NOT_CANONICAL


@pytest.mark.parametrize("path", ["img/a.svg", "a.js", "img/a.PNG", "x.html", "a/b/c/d/e.png"])
def test_files_that_are_neither_course_nor_picture(
    tmp_path: Path, pieces: Pieces, path: str
) -> None:
    assert refusal(tmp_path, pieces.with_file(path, b"<svg/>").joined()) is Reason.FILE_TYPE


def test_a_picture_that_is_none(tmp_path: Path, pieces: Pieces) -> None:
    data = pieces.with_file("img/kunci.png", b"<svg onload='alert(1)'/>")
    old = pieces.manifest["files"]["img/kunci.png"]["sha256"]
    rest = {name: each for name, each in data.contents.items() if name != f"files/{old}"}
    assert refusal(tmp_path, replace(data, contents=rest).joined()) is Reason.NO_PICTURE


def test_a_course_that_is_none(tmp_path: Path, pieces: Pieces) -> None:
    old = pieces.manifest["files"]["course.json"]["sha256"]
    course = pieces.contents[f"files/{old}"]
    for content, reason in (
        (b"{}", Reason.COURSE),
        (course[:-1], Reason.COURSE),
        (course + b" ", Reason.NOT_CANONICAL),
        (course.replace(b'"pass_mark"', b'"xxxx":0,"pass_mark"', 1), Reason.NOT_CANONICAL),
    ):
        changed = pieces.with_file("course.json", content)
        rest = {name: each for name, each in changed.contents.items() if name != f"files/{old}"}
        assert refusal(tmp_path, replace(changed, contents=rest).joined()) is reason
