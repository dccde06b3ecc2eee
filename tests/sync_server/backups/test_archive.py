"""A file that is no whole backup is refused, and nothing outside its folder is ever written."""

from __future__ import annotations

import io
import tarfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as some

from sync_server.backups import archive
from sync_server.backups.form import FORM, MANIFEST, Kind, Manifest, file_name
from sync_server.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"settings.json": b"{}", "secret": b"00" * 32, "server.db": b"x" * 5000}


def made_in(folder: Path, **changes: object) -> Path:
    """A backup of small files, with a manifest changed like this."""
    stage = folder / "stage"
    stage.mkdir()
    for name, data in FILES.items():
        (stage / name).write_bytes(data)
    sums = {name: archive.digest(stage / name) for name in FILES}
    plain = Manifest(
        form=FORM,
        program="0.1.0",
        made=datetime(2026, 11, 24, tzinfo=UTC),
        revision="0001",
        database=Kind.SQLITE,
        files=sums,
    )
    target = folder / file_name(plain.made)
    archive.pack(stage, msgspec.structs.replace(plain, **changes), target)
    return target


@pytest.fixture
def into(tmp_path: Path) -> Path:
    folder = tmp_path / "into"
    folder.mkdir()
    return folder


def test_what_is_packed_comes_out(tmp_path: Path, into: Path) -> None:
    manifest = archive.unpack(made_in(tmp_path), into)
    assert {path.name: path.read_bytes() for path in into.iterdir()} == FILES
    assert (manifest.database, manifest.made.year) == (Kind.SQLITE, 2026)


def test_the_same_server_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = made_in(tmp_path / "one"), made_in(tmp_path / "two")
    assert (one.name, one.read_bytes()) == (two.name, two.read_bytes())


def test_a_form_of_later_programs_is_refused_by_its_version(tmp_path: Path, into: Path) -> None:
    with pytest.raises(InputError, match=r"lebih baru \(9.9.9\)"):
        archive.unpack(made_in(tmp_path, form=FORM + 1, program="9.9.9"), into)


def test_a_backup_cut_anywhere_is_refused(tmp_path: Path, into: Path) -> None:
    whole = made_in(tmp_path).read_bytes()
    cut = tmp_path / "cut.tar"
    last = whole.rindex(b"x") + 1
    for length in [*range(0, last, 512), last - 1]:
        cut.write_bytes(whole[:length])
        with pytest.raises(InputError):
            archive.unpack(cut, into)
        for path in into.iterdir():
            path.unlink()


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=some.data())
def test_a_changed_byte_is_noticed_or_harmless(tmp_path: Path, data: some.DataObject) -> None:
    target = tmp_path / "whole.tar"
    if not target.exists():
        made_in(tmp_path).rename(target)
    content = bytearray(target.read_bytes())
    content[data.draw(some.integers(0, len(content) - 1))] ^= data.draw(some.integers(1, 255))
    broken, into = tmp_path / "broken.tar", tmp_path / "into"
    broken.write_bytes(content)
    into.mkdir(exist_ok=True)
    for path in into.iterdir():
        path.unlink()
    try:
        archive.unpack(broken, into)
    except InputError:
        return
    assert {path.name: path.read_bytes() for path in into.iterdir()} == FILES


@given(content=some.binary(max_size=2000))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_anything_else_is_no_backup(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.tar"
    file.write_bytes(content)
    with pytest.raises(InputError):
        archive.unpack(file, tmp_path)


@pytest.mark.parametrize("name", ["../escaped", "/escaped", "extra", "secret"])
def test_no_entry_but_those_that_belong_there(tmp_path: Path, into: Path, name: str) -> None:
    target = made_in(tmp_path)
    with tarfile.open(target, "a") as tar:
        entry = tarfile.TarInfo(name)
        entry.size = 4
        tar.addfile(entry, io.BytesIO(b"evil"))
    with pytest.raises(InputError, match="rusak atau tidak lengkap"):
        archive.unpack(target, into)
    assert not (tmp_path / "escaped").exists()


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE])
def test_a_link_in_place_of_a_file_is_refused(tmp_path: Path, into: Path, kind: bytes) -> None:
    whole, target = made_in(tmp_path), tmp_path / "linked.tar"
    with tarfile.open(whole) as old, tarfile.open(target, "w") as tar:
        manifest = old.extractfile(MANIFEST)
        tar.addfile(old.getmember(MANIFEST), manifest)
        entry = tarfile.TarInfo("secret")
        entry.type, entry.linkname = kind, "/etc/passwd"
        tar.addfile(entry)
    with pytest.raises(InputError, match="secret"):
        archive.unpack(target, into)
    assert not list(into.iterdir())
