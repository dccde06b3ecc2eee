"""Every hostile archive, really made; each is refused for its own reason."""

from __future__ import annotations

import hashlib
import stat
import struct
import unicodedata
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lessons.packages import archive
from lessons.packages.keys import TrustedKeys
from lessons.packages.opening import verify
from lessons.packages.reasons import PackageError, Reason
from lessons.packages.zip_form import CENTRAL, END, LOCAL, archive_chunks
from lessons.records import to_json
from tests.lessons.packages.making import KEY, OTHER_KEY, PNG, TRUSTED, Pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def refusal(folder: Path, data: bytes, trusted: TrustedKeys = TRUSTED) -> Reason:
    file = folder / "asing.paket"
    file.write_bytes(data)
    with pytest.raises(PackageError) as caught:
        verify(file, trusted)
    assert caught.value.title == "Paket pelatihan ditolak"
    assert caught.value.message.endswith(".")
    return caught.value.reason


NAMES = [
    ("/etc/passwd", Reason.ABSOLUTE),
    ("//server/folder", Reason.ABSOLUTE),
    ("../luar", Reason.PARENT),
    ("img/../../luar.png", Reason.PARENT),
    ("files/..", Reason.PARENT),
    ("..\\luar", Reason.BACKSLASH),
    ("img\\a.png", Reason.BACKSLASH),
    ("C:/Windows/x.png", Reason.DRIVE),
    ("C:x.png", Reason.DRIVE),
    ("img/a.png:aliran", Reason.DRIVE),
    ("CON", Reason.RESERVED),
    ("img/nul.txt", Reason.RESERVED),
    ("img/Aux.png", Reason.RESERVED),
    ("COM1.png", Reason.RESERVED),
    ("lpt¹.png", Reason.RESERVED),
    ("img/a.png.", Reason.RESERVED),
    ("img/a.png ", Reason.RESERVED),
    ("img /a.png", Reason.RESERVED),
    ("con .png", Reason.RESERVED),
    ("img//a.png", Reason.NAME),
    ("./a.png", Reason.NAME),
    ("img/a\n.png", Reason.NAME),
    ("img/a?.png", Reason.NAME),
    ("", Reason.NAME),
]


@pytest.mark.parametrize(("name", "reason"), NAMES)
def test_names_that_lead_elsewhere_in_the_archive(
    tmp_path: Path, pieces: Pieces, name: str, reason: Reason
) -> None:
    assert refusal(tmp_path, _renamed(pieces, name)) is reason


@pytest.mark.parametrize(("name", "reason"), NAMES)
def test_names_that_lead_elsewhere_in_the_manifest(
    tmp_path: Path, pieces: Pieces, name: str, reason: Reason
) -> None:
    assert refusal(tmp_path, pieces.with_file(name, PNG + b"2").joined()) is reason


def _renamed(pieces: Pieces, name: str) -> bytes:
    """One entry more, of any name whatever, which Python's own library would mend."""
    written = name.encode()
    stand_in = f"files/{'0' * 64}"
    data = pieces.with_extra((stand_in, b"x")).joined()
    at = data.index(stand_in.encode()) - LOCAL.size
    central = data.rindex(stand_in.encode()) - CENTRAL.size
    local = _with_length(data[at : at + LOCAL.size], 26, len(written)) + written
    listed = _with_length(data[central : central + CENTRAL.size], 28, len(written)) + written
    begin, end = at + LOCAL.size + len(stand_in), central + CENTRAL.size + len(stand_in)
    body = data[:at] + local + data[begin:central]
    less = len(stand_in) - len(written)
    _, _, _, _, count, size, offset, _ = END.unpack(data[-END.size :])
    tail = END.pack(b"PK\5\6", 0, 0, count, count, size - less, offset - less, 0)
    return body + listed + data[end : -END.size] + tail


def _with_length(header: bytes, at: int, length: int) -> bytes:
    return header[:at] + struct.pack("<H", length) + header[at + 2 :]


@pytest.mark.parametrize("other", ["img/KUNCI.png", "IMG/kunci.png", "Course.json"])
def test_names_that_are_one_file_on_windows(tmp_path: Path, pieces: Pieces, other: str) -> None:
    assert refusal(tmp_path, pieces.with_file(other, PNG + b"2").joined()) is Reason.CLASH


def test_names_that_are_one_file_by_their_unicode_form(tmp_path: Path, pieces: Pieces) -> None:
    name = "img/é.png"
    both = pieces.with_file(unicodedata.normalize("NFC", name), PNG + b"2")
    both = both.with_file(unicodedata.normalize("NFD", name), PNG + b"3")
    assert refusal(tmp_path, both.joined()) is Reason.CLASH


def test_entries_that_clash_by_case(tmp_path: Path, pieces: Pieces) -> None:
    data = pieces.with_extra(("Manifest.json", b"{}")).zip()
    assert refusal(tmp_path, data) is Reason.CLASH


def _kind(mode: int) -> Callable[[zipfile.ZipInfo], None]:
    def change(info: zipfile.ZipInfo) -> None:
        if info.filename.startswith("files/"):
            info.external_attr = (mode | 0o644) << 16

    return change


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        (stat.S_IFLNK, Reason.LINK),
        (stat.S_IFCHR, Reason.DEVICE),
        (stat.S_IFBLK, Reason.DEVICE),
        (stat.S_IFIFO, Reason.DEVICE),
        (stat.S_IFSOCK, Reason.DEVICE),
        (stat.S_IFDIR, Reason.DIRECTORY),
    ],
)
def test_entries_that_are_no_files(
    tmp_path: Path, pieces: Pieces, mode: int, reason: Reason
) -> None:
    assert refusal(tmp_path, pieces.zip(_kind(mode))) is reason


def test_a_folder_by_its_name(tmp_path: Path, pieces: Pieces) -> None:
    assert refusal(tmp_path, pieces.with_extra(("files/", b"")).zip()) is Reason.DIRECTORY


def test_a_folder_by_its_dos_attribute(tmp_path: Path, pieces: Pieces) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.external_attr |= 0x10

    assert refusal(tmp_path, pieces.zip(change)) is Reason.DIRECTORY


def test_a_bomb(tmp_path: Path, pieces: Pieces) -> None:
    bomb = pieces.with_file("img/bom.png", PNG + bytes(20_000_000))
    data = bomb.zip(compression=zipfile.ZIP_DEFLATED)
    assert len(data) < 100_000
    assert refusal(tmp_path, data) is Reason.COMPRESSED


def test_an_entry_that_claims_to_be_huge(tmp_path: Path, pieces: Pieces) -> None:
    data = bytearray(pieces.joined())
    at = data.index(b"PK\1\2")
    data[at + 20 : at + 28] = struct.pack("<LL", 2**31, 2**31)
    assert refusal(tmp_path, bytes(data)) is Reason.TOO_LARGE


def test_an_entry_of_two_sizes(tmp_path: Path, pieces: Pieces) -> None:
    data = bytearray(pieces.joined())
    at = data.index(b"PK\1\2")
    data[at + 24 : at + 28] = struct.pack("<L", 5)
    assert refusal(tmp_path, bytes(data)) is Reason.SIZE


def test_too_many_entries(tmp_path: Path, pieces: Pieces) -> None:
    many = ((f"files/{number:064x}", b"") for number in range(archive.MOST_ENTRIES))
    assert refusal(tmp_path, pieces.with_extra(*many).joined()) is Reason.TOO_MANY


def test_an_archive_too_large_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "besar.paket"
    with file.open("wb") as target:
        target.truncate(archive.LARGEST_ARCHIVE + 1)
    with pytest.raises(PackageError) as caught:
        verify(file, TRUSTED)
    assert caught.value.reason is Reason.TOO_LARGE


def test_the_same_entry_twice(tmp_path: Path, pieces: Pieces) -> None:
    first = min(pieces.contents)
    data = pieces.with_extra((first, pieces.contents[first])).joined()
    assert refusal(tmp_path, data) is Reason.DUPLICATE


def test_the_same_path_twice_in_the_manifest(tmp_path: Path, pieces: Pieces) -> None:
    text = pieces.manifest_bytes.decode()
    listed = to_json(pieces.manifest["files"]["course.json"]).decode()
    doubled = text.replace('"files":{', f'"files":{{"course.json":{listed},').encode()
    assert refusal(tmp_path, replace(pieces, raw_manifest=doubled).joined()) is Reason.DUPLICATE


def test_data_behind(tmp_path: Path, package: Path) -> None:
    assert refusal(tmp_path, package.read_bytes() + b"x") is Reason.TRAILING_DATA
    assert refusal(tmp_path, package.read_bytes() + bytes(500)) is Reason.TRAILING_DATA


def test_data_before(tmp_path: Path, package: Path, pieces: Pieces) -> None:
    data = package.read_bytes()
    assert refusal(tmp_path, b"MZ" + data) is Reason.LEADING_DATA
    shifted = _shifted(data, b"MZ")
    assert zipfile.ZipFile(_file(tmp_path, shifted)).testzip() is None
    assert refusal(tmp_path, shifted) is Reason.LEADING_DATA


def _file(folder: Path, data: bytes) -> Path:
    (folder / "lihat.zip").write_bytes(data)
    return folder / "lihat.zip"


def _shifted(data: bytes, before: bytes, at: int = 0) -> bytes:
    """The archive with bytes put in at an entry's begin, every offset from there on mended."""
    end = list(END.unpack(data[-END.size :]))
    begin = end[6]
    listed = bytearray(data[begin : -END.size])
    position = 0
    while position < len(listed):
        name, extra, comment = struct.unpack_from("<3H", listed, position + 28)
        (offset,) = struct.unpack_from("<L", listed, position + 42)
        if offset >= at:
            struct.pack_into("<L", listed, position + 42, offset + len(before))
        position += CENTRAL.size + name + extra + comment
    end[6] += len(before)
    return data[:at] + before + data[at:begin] + bytes(listed) + END.pack(*end)


def test_data_between(tmp_path: Path, package: Path) -> None:
    data = package.read_bytes()
    second = data.index(b"PK\3\4", 4)
    hidden = _shifted(data, b"rahasia", second)
    assert zipfile.ZipFile(_file(tmp_path, hidden)).testzip() is None
    assert refusal(tmp_path, hidden) is Reason.HIDDEN_DATA
    last = END.unpack(data[-END.size :])[6]
    assert refusal(tmp_path, _shifted(data, b"rahasia", last)) is Reason.HIDDEN_DATA


def test_data_in_the_directory(tmp_path: Path, package: Path) -> None:
    data = package.read_bytes()
    end = list(END.unpack(data[-END.size :]))
    end[5] += 4
    assert refusal(tmp_path, data[: -END.size] + b"kkkk" + END.pack(*end)) is Reason.HIDDEN_DATA


def test_an_entry_less_than_the_directory_says(tmp_path: Path, package: Path) -> None:
    data = package.read_bytes()
    end = list(END.unpack(data[-END.size :]))
    end[3] = end[4] = end[4] + 1
    assert refusal(tmp_path, data[: -END.size] + END.pack(*end)) is Reason.HEADER


def test_entries_over_each_other(tmp_path: Path, package: Path) -> None:
    data = bytearray(package.read_bytes())
    second = data.index(b"PK\1\2", data.index(b"PK\1\2") + 4)
    data[second + 42 : second + 46] = struct.pack("<L", 1)
    assert refusal(tmp_path, bytes(data)) is Reason.OVERLAP


def test_comments(tmp_path: Path, package: Path, pieces: Pieces) -> None:
    data = package.read_bytes()
    assert refusal(tmp_path, data[:-2] + b"\4\0halo") is Reason.COMMENT

    def change(info: zipfile.ZipInfo) -> None:
        info.comment = b"halo"

    assert refusal(tmp_path, pieces.zip(change)) is Reason.COMMENT


def test_an_encrypted_entry(tmp_path: Path, package: Path) -> None:
    data = bytearray(package.read_bytes())
    at = data.index(b"PK\1\2")
    data[at + 8] |= 1
    assert refusal(tmp_path, bytes(data)) is Reason.ENCRYPTED


def test_an_extra_field(tmp_path: Path, pieces: Pieces) -> None:
    def change(info: zipfile.ZipInfo) -> None:
        info.extra = struct.pack("<HHB", 0x7777, 1, 0)

    assert refusal(tmp_path, pieces.zip(change)) is Reason.HEADER


def test_a_local_header_that_says_something_else(tmp_path: Path, package: Path) -> None:
    data = bytearray(package.read_bytes())
    data[LOCAL.size : LOCAL.size + 8] = b"lainnya."
    assert refusal(tmp_path, bytes(data)) is Reason.HEADER


def test_other_dates_rights_or_order(tmp_path: Path, pieces: Pieces) -> None:
    def date(info: zipfile.ZipInfo) -> None:
        info.date_time = (2026, 1, 1, 0, 0, 0)

    def rights(info: zipfile.ZipInfo) -> None:
        info.external_attr = 0o100777 << 16

    assert refusal(tmp_path, pieces.zip(date)) is Reason.HEADER
    assert refusal(tmp_path, pieces.zip(rights)) is Reason.HEADER
    contents = dict(reversed(pieces.contents.items()))
    first, *others = sorted(contents)
    swapped = replace(pieces, contents={name: contents[name] for name in others}).with_extra(
        (first, contents[first])
    )
    assert refusal(tmp_path, swapped.joined()) is Reason.NOT_CANONICAL


def test_a_file_that_is_no_archive(tmp_path: Path) -> None:
    for data in (b"", b"PK", bytes(1000), b"PK\5\6" * 100, b"<html>" * 50):
        assert refusal(tmp_path, data) in (Reason.NO_ZIP, Reason.COMMENT, Reason.TRAILING_DATA)
    with pytest.raises(PackageError) as caught:
        verify(tmp_path / "tidak-ada.paket", TRUSTED)
    assert caught.value.reason is Reason.UNREADABLE


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
