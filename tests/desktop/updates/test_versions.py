from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.updates.names import Kind, installer_of, kind_here
from desktop.updates.versions import Version

if TYPE_CHECKING:
    from pathlib import Path

IN_ORDER = ("0.1", "0.2.0.dev3", "0.2.0a1", "0.2b2", "0.2.0~rc1", "0.2rc2", "0.2.0", "0.2.0.post1",
            "0.2.1", "0.10.0", "1.0~rc1", "1", "1.0.0.1")  # fmt: skip


def test_versions_are_compared_as_numbers_and_stages() -> None:
    for before, after in pairwise(map(Version.read, IN_ORDER)):
        assert before < after


@pytest.mark.parametrize("same", ["0.2rc1", "0.2.0rc1", "0.2.0~rc1", "0.2.0.rc1"])
def test_debian_writes_the_same_version_another_way(same: str) -> None:
    assert Version.read(same) == Version.read("0.2.0rc1")
    assert str(Version.read(same)) == same


@pytest.mark.parametrize(
    "text",
    ["", ".", "1.", "v1", "1.0-1", "1:1.0", "1.0+local", "1.0rc", "१.२", "1.2.3.4.5", "9" * 7],
)
def test_what_was_never_a_version_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Version.read(text)


@given(st.text(max_size=40))
def test_no_text_does_harm(text: str) -> None:
    try:
        assert str(Version.read(text)) == text
    except ValueError:
        return


def test_names_tell_kind_and_version() -> None:
    told = {name: installer_of(name) for name in (
        "bina-asn-0.2.0-amd64.exe", "bina-asn-0.2.0rc1-amd64.msi", "bina-asn_0.2.0~rc1_amd64.deb",
    )}  # fmt: skip
    assert [(one.kind, str(one.version)) for one in told.values() if one] == [
        (Kind.EXE, "0.2.0"),
        (Kind.MSI, "0.2.0rc1"),
        (Kind.DEB, "0.2.0~rc1"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "bina-asn-server_0.2.0_amd64.deb",
        "bina-asn-0.2.0-amd64.exe.part",
        "bina-asn-0.2.0-arm64.exe",
        "bina-asn_0.2.0_amd64.exe",
        "../bina-asn-0.2.0-amd64.exe",
        "bina-asn-0.2.0.cdx.json",
        "bina-asn-0.2.0-amd64.exe\n",
    ],
)
def test_other_names_are_no_installers(name: str) -> None:
    assert installer_of(name) is None


def test_the_next_one_goes_over_what_is_installed(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.mkdir()
    assert kind_here(program, "linux") is Kind.DEB
    assert kind_here(program, "win32") is Kind.EXE
    (program / "manifest.json").write_text("{}")
    assert kind_here(program, "win32") is Kind.MSI
    (tmp_path / "uninstall.exe").write_bytes(b"MZ")
    assert kind_here(program, "win32") is Kind.EXE
