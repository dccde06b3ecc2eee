"""Archives that are no package in their form, each really made and refused for its own reason."""

from __future__ import annotations

import stat
import struct
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from lessons.packages import archive
from lessons.packages.opening import verify
from lessons.packages.reasons import PackageError, Reason
from lessons.packages.zip_form import CENTRAL, END, LOCAL
from lessons.records import to_json
from tests.lessons.packages.making import PNG, TRUSTED, Pieces, refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


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
