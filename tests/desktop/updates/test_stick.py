"""What somebody brings on a flashdisk, honest and hostile."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from desktop.updates.choosing import Machine
from desktop.updates.errors import NothingNewer, UpdateRefused
from desktop.updates.names import Kind
from desktop.updates.stick import LARGEST_INSTALLER, look_at
from desktop.updates.versions import Version
from lessons.packages.file_signatures import sign_file
from tests.desktop.updates.release import (
    CONTENT,
    DEB,
    EXE,
    HERE,
    LATER,
    MSI,
    OURS,
    STRANGER,
    machine,
    release,
    sums,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return release(tmp_path / "FLASHDISK é 1")


@pytest.mark.parametrize(("kind", "name"), [(Kind.DEB, DEB), (Kind.EXE, EXE), (Kind.MSI, MSI)])
def test_a_signed_file_is_taken_by_itself_and_out_of_its_folder(
    stick: Path, kind: Kind, name: str
) -> None:
    for way in (stick / name, stick):
        found = look_at(way, machine(kind))
        assert found.file == stick / name
        assert str(found.offer.installer.version) == LATER


def test_of_a_folder_the_newest_counts(tmp_path: Path) -> None:
    names = ("bina-asn_0.2.0_amd64.deb", "bina-asn_0.10.0_amd64.deb", "bina-asn_0.9.0_amd64.deb")
    folder = release(tmp_path, *names)
    assert look_at(folder, machine()).file.name == names[1]


def test_without_a_trusted_key_nothing_is_taken(stick: Path) -> None:
    with pytest.raises(UpdateRefused, match="Belum ada kunci yang dipercaya"):
        look_at(stick, Machine((), Kind.DEB, HERE))


def test_a_stranger_signs_in_vain(tmp_path: Path) -> None:
    with pytest.raises(UpdateRefused, match="Tanda tangan SHA256SUMS tidak sah"):
        look_at(release(tmp_path, key=STRANGER), machine())


@pytest.mark.parametrize("change", [b"", b"AAAA\n", None])
def test_a_missing_or_broken_signature_is_refused(stick: Path, change: bytes | None) -> None:
    signature = stick / "SHA256SUMS.sig"
    if change is None:
        signature.unlink()
    else:
        signature.write_bytes(change)
    with pytest.raises(UpdateRefused, match=r"tidak sah|tidak dapat dibaca"):
        look_at(stick / DEB, machine())


def test_a_changed_list_is_refused(stick: Path) -> None:
    listed = stick / "SHA256SUMS"
    listed.write_bytes(listed.read_bytes().replace(LATER.encode(), b"90.3.0"))
    with pytest.raises(UpdateRefused, match="tidak sah"):
        look_at(stick, machine())


@pytest.mark.parametrize(
    "content", [b"", CONTENT[:-1], CONTENT + b"\0", CONTENT.replace(b"arch", b"arsh")]
)
def test_a_cut_or_changed_file_is_refused(stick: Path, content: bytes) -> None:
    (stick / DEB).write_bytes(content)
    with pytest.raises(UpdateRefused, match="rusak, terpotong, atau diubah"):
        look_at(stick / DEB, machine())


def test_a_renamed_file_is_refused(stick: Path) -> None:
    for name in ("bina-asn_9.0.0_amd64.deb", "bina-asn_0.2.0_amd64 (1).deb", "x\n\x1b[31m.deb"):
        (stick / DEB).rename(stick / name)
        with pytest.raises(UpdateRefused, match="Nama berkas tidak boleh diubah") as told:
            look_at(stick / name, machine())
        assert told.value.message.isprintable()
        (stick / name).rename(stick / DEB)


def test_an_old_one_under_a_new_name_is_refused(tmp_path: Path) -> None:
    stick = release(tmp_path, "bina-asn_0.0.9_amd64.deb", DEB)
    (stick / DEB).write_bytes(b"the old one")
    (stick / "bina-asn_0.0.9_amd64.deb").write_bytes(CONTENT)
    with pytest.raises(UpdateRefused, match="rusak"):
        look_at(stick / DEB, machine())


@pytest.mark.parametrize(
    ("version", "words"),
    [(LATER, "sudah terpasang"), ("90.3.0", "lebih lama"), (f"{LATER}.post1", "lebih lama")],
)
def test_the_same_or_an_older_version_is_not_taken(stick: Path, version: str, words: str) -> None:
    with pytest.raises(NothingNewer, match=words):
        look_at(stick, machine(version=Version.read(version)))


def test_what_is_for_another_system_is_refused(stick: Path) -> None:
    for kind, name in ((Kind.MSI, EXE), (Kind.EXE, MSI), (Kind.EXE, DEB)):
        with pytest.raises(UpdateRefused, match=rf"berakhiran \.{kind}"):
            look_at(stick / name, machine(kind))


def test_a_folder_with_nothing_for_this_system_says_so(tmp_path: Path) -> None:
    with pytest.raises(UpdateRefused, match=r"Tidak ada pemasang \.deb"):
        look_at(release(tmp_path, EXE), machine())


def test_a_link_a_folder_and_a_pipe_are_no_installers(stick: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(CONTENT)
    (stick / DEB).unlink()
    (stick / DEB).symlink_to(tmp_path / "elsewhere")
    _refused(stick)
    (stick / DEB).unlink()
    os.mkfifo(stick / DEB)
    _refused(stick)
    (stick / DEB).unlink()
    (stick / DEB).mkdir()
    _refused(stick)


def _refused(stick: Path) -> None:
    with pytest.raises(UpdateRefused, match=r"bukan berkas biasa|tidak dapat dibaca"):
        look_at(stick, machine())


def test_a_huge_file_is_not_even_read(stick: Path) -> None:
    with (stick / DEB).open("r+b") as file:
        file.truncate(LARGEST_INSTALLER + 1)
    with pytest.raises(UpdateRefused, match="terlalu besar"):
        look_at(stick / DEB, machine())
    with (stick / "SHA256SUMS").open("r+b") as file:
        file.truncate(2**40)
    with pytest.raises(UpdateRefused, match="terlalu besar"):
        look_at(stick / DEB, machine())


def test_a_list_that_names_a_file_twice_is_refused(stick: Path) -> None:
    twice = sums({DEB: "0" * 64}) + sums({DEB: "1" * 64})
    (stick / "SHA256SUMS").write_bytes(twice)
    (stick / "SHA256SUMS.sig").write_bytes(sign_file(twice, OURS))
    with pytest.raises(UpdateRefused, match="dua kali"):
        look_at(stick, machine())


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UpdateRefused, match="tidak ada"):
        look_at(tmp_path / "gone" / DEB, machine())
