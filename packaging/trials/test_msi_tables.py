"""The MSI as a file: the same bytes each time, and tables that keep to the rules."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from installers.commands import run
from installers.errors import PackagingError
from installers.windows import msi, msi_check
from installers.windows.msi_tables import Tables
from installers.workshop import Workshop
from trials.conftest import need

_EPOCH = 1_790_000_000


def _workshop(folder: Path, version: str = "0.1.0") -> Workshop:
    return Workshop(
        version=version,
        epoch=_EPOCH,
        output=folder / "packages",
        work=folder / "work",
        downloads=folder / "downloads",
    )


def _program(folder: Path, words: str = "kata", *, backwards: bool = False) -> Path:
    names = ["BinaASN.exe", "bina-asn.exe", "app/desktop/cli.pyc", "lib/x/__init__.pyc"]
    for name in reversed(names) if backwards else names:
        file = folder / "program" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{name} {words}", "utf-8")
        os.utime(file, (_EPOCH, _EPOCH))
    return folder / "program"


def _packed(folder: Path, version: str = "0.1.0", words: str = "kata") -> Path:
    workshop = _workshop(folder, version)
    return msi.pack(workshop, _program(folder, words), workshop.work / "msi")


def _properties(file: Path) -> dict[str, str]:
    return Tables(file).pairs("Property", "Property", "Value")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need("wixl", "msibuild", "msiinfo", "faketime", "x86_64-w64-mingw32-gcc")
    return _packed(tmp_path_factory.mktemp("msi"))


@pytest.fixture
def copy(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "copy.msi"))


def test_the_same_program_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    again = _workshop(folder)
    program = _program(folder, backwards=True)
    assert msi.pack(again, program, again.work / "msi").read_bytes() == made.read_bytes()


def test_another_content_has_another_package_code(made: Path, tmp_path: Path) -> None:
    other = _packed(tmp_path, words="lain")
    name = "Revision number (UUID)"
    assert Tables(made).summary()[name] != Tables(other).summary()[name]
    assert _properties(made)["ProductCode"] == _properties(other)["ProductCode"]


def test_each_version_is_a_product_of_one_family(made: Path, tmp_path: Path) -> None:
    old, new = _properties(made), _properties(_packed(tmp_path, "0.2.0"))
    assert old["ProductCode"] != new["ProductCode"]
    assert old["UpgradeCode"] == new["UpgradeCode"]
    assert (old["ProductVersion"], new["ProductVersion"]) == ("0.1.0", "0.2.0")


def test_it_holds_the_files_of_the_program(made: Path, tmp_path: Path) -> None:
    run(["msiextract", "--directory", tmp_path, made])
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    assert sorted(digests) == ["BinaASN.exe", "__init__.pyc", "bina-asn.exe", "cli.pyc"]
    assert digests["cli.pyc"] == hashlib.sha256(b"app/desktop/cli.pyc kata").hexdigest()


def test_it_is_for_64_bits_and_in_indonesian(made: Path) -> None:
    summary = Tables(made).summary()
    assert summary["Template"] == "x64;1057"
    assert summary["Created"] == summary["Last saved"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("DELETE FROM `FeatureComponents` WHERE `Component_` = 'Registration'", "no feature"),
        ("UPDATE `Component` SET `Attributes` = 4 WHERE `Component` = 'Registration'", "32 bits"),
        ("DELETE FROM `File` WHERE `Sequence` = 2", "different numbers"),
        ("DELETE FROM `InstallExecuteSequence` WHERE `Action` = 'PreparePc'", "never runs"),
        ("DELETE FROM `CustomAction` WHERE `Action` = 'SetCheckFiles'", "told nothing"),
        (
            "UPDATE `InstallExecuteSequence` SET `Sequence` = 6700"
            " WHERE `Action` = 'RemoveExistingProducts'",
            "old version",
        ),
        (
            "UPDATE `InstallExecuteSequence` SET `Sequence` = 1450"
            " WHERE `Action` = 'RefuseWhileOpen'",
            "looks for open files",
        ),
        ("UPDATE `Property` SET `Value` = '2' WHERE `Property` = 'ALLUSERS'", "whole PC"),
        (
            "UPDATE `Property` SET `Value` = 'SETTINGS' WHERE `Property` ="
            " 'SecureCustomProperties'",
            "HAPUSDATA",
        ),
    ],
)
def test_a_broken_rule_is_named(copy: Path, query: str, words: str) -> None:
    run(["msibuild", copy, "-q", query])
    with pytest.raises(PackagingError, match=words):
        msi_check.check(copy)


def test_a_damaged_msi_is_refused(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:1000])
    with pytest.raises(PackagingError):
        msi_check.check(copy)


def test_the_output_folder_may_be_elsewhere(tmp_path: Path) -> None:
    workshop = replace(_workshop(tmp_path), output=tmp_path / "lain" / "folder")
    file = msi.pack(workshop, _program(tmp_path), workshop.work / "msi")
    assert file == tmp_path / "lain" / "folder" / "bina-asn-0.1.0-amd64.msi"
