"""The parts of the program and their licences, from sources and as installed."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.licences import LicencesUnreadable, Part, all_parts, text_of
from desktop.licences.packed import packed_parts

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = {
    "name": "nh3",
    "version": "0.3.8",
    "licence": "MIT",
    "files": ["licences/nh3/LICENSE"],
    "homepage": "https://github.com/messense/nh3",
}


def pack(folder: Path, index: str) -> Path:
    (folder / "licences" / "nh3").mkdir(parents=True)
    (folder / "licences" / "nh3" / "LICENSE").write_text("The MIT License\n")
    (folder / "licences" / "index.json").write_text(index, "utf-8")
    return folder


def test_from_sources_every_part_is_told_with_its_licence() -> None:
    parts = {part.name: part for part in all_parts()}
    assert list(parts)[:4] == ["Bina ASN", "Materi pelatihan Bina ASN", "Noto Sans", "Tabler Icons"]
    assert {"Python", "PyNaCl", "requests", "shiboken6", "cffi", "urllib3"} <= parts.keys()
    assert not {"Flask", "pytest", "openpyxl"} & parts.keys()
    assert all(part.licence for part in parts.values())
    assert "Apache License" in text_of(parts["Bina ASN"])
    assert "SIL OPEN FONT LICENSE" in text_of(parts["Noto Sans"])
    assert len(parts["requests"].files) == 2


def test_what_is_needed_elsewhere_alone_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "bina_asn-9.dist-info").mkdir()
    metadata = (
        "Metadata-Version: 2.1\nName: bina-asn\nVersion: 9\nRequires-Dist: of_windows_alone; "
        "sys_platform == 'win32'\nLicense: a text\n of many lines\n"
        "Classifier: License :: OSI Approved :: MIT License\n"
    )
    (tmp_path / "bina_asn-9.dist-info" / "METADATA").write_text(metadata)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; "
        "from desktop.licences.gathered import gathered_parts; "
        "print([(part.name, part.licence) for part in gathered_parts(Path('.'))][::4])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[('Bina ASN', 'MIT License'), ('Python', 'PSF-2.0')]"


def test_every_text_can_be_read() -> None:
    for part in all_parts():
        assert len(text_of(part)) > 60


def test_an_installed_program_shows_what_was_packed(tmp_path: Path) -> None:
    (part,) = packed_parts(pack(tmp_path, json.dumps([ENTRY])))
    assert (part.name, part.version, part.licence) == ("nh3", "0.3.8", "MIT")
    assert text_of(part) == "The MIT License"


@pytest.mark.parametrize(
    "index",
    [
        "",
        "{",
        "[1]",
        "[{}]",
        "7",
        json.dumps([ENTRY | {"files": ["../../etc/passwd"]}]),
        json.dumps([ENTRY | {"files": ["/etc/passwd"]}]),
        json.dumps([ENTRY | {"files": 7}]),
    ],
)
def test_a_damaged_list_is_told(tmp_path: Path, index: str) -> None:
    with pytest.raises(LicencesUnreadable, match="--selftest"):
        packed_parts(pack(tmp_path, index))


def test_a_missing_list_or_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(LicencesUnreadable):
        packed_parts(tmp_path)
    with pytest.raises(LicencesUnreadable):
        text_of(Part("x", "1", "MIT", "", (tmp_path / "gone",)))
