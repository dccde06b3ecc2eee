from __future__ import annotations

import email
import json
from typing import TYPE_CHECKING

import pytest

from installers import licences
from installers.components import homepage_of, licence_of, of_wheels
from installers.own_parts import own_parts
from installers.workshop import ROOT
from tests.installers.workshops import a_wheel

if TYPE_CHECKING:
    from pathlib import Path

METADATA = b"Name: One\nVersion: 1.5\nLicense-Expression: MIT\nHome-page: https://one.example\n"


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ("License-Expression: BSD-3-Clause\nLicense: other\n", "BSD-3-Clause"),
        ("License: PSFL\n", "PSF-2.0"),
        ("Classifier: License :: OSI Approved :: MIT License\n", "MIT"),
        ("License: a\n  text of\n  many lines\n", "see its text"),
        ("Name: one\n", "see its text"),
    ],
)
def test_a_licence_is_told_by_one_of_three_fields(metadata: str, licence: str) -> None:
    assert licence_of(email.message_from_string(metadata)) == licence


@pytest.mark.parametrize(
    ("metadata", "homepage"),
    [
        ("Project-URL: Changelog, https://c\nProject-URL: Homepage, https://h\n", "https://h"),
        ("Project-URL: Documentation, https://d\nHome-page: https://h\n", "https://h"),
        ("Project-URL: Source, https://s\n", "https://s"),
        ("Name: one\n", ""),
    ],
)
def test_a_homepage_is_told_by_whichever_label(metadata: str, homepage: str) -> None:
    assert homepage_of(email.message_from_string(metadata)) == homepage


def two_wheels(folder: Path) -> list[Path]:
    inner = {"one-1.5.dist-info/METADATA": METADATA, "one-1.5.dist-info/licenses/LICENSE": b"MIT"}
    return [a_wheel(folder / f"one-1.5-{tag}.whl", {**inner, tag: b""}) for tag in ("b", "a")]


def test_a_library_is_one_component_whatever_the_number_of_its_wheels(tmp_path: Path) -> None:
    (one,) = of_wheels(two_wheels(tmp_path))
    assert (one.name, one.version, one.purl) == ("One", "1.5", "pkg:pypi/one@1.5")
    assert one.texts == (("LICENSE", b"MIT"),)
    assert len(set(one.files)) == 2


def test_the_index_names_texts_that_are_there(tmp_path: Path) -> None:
    components = own_parts(ROOT, "1.2.3", with_window=True) + of_wheels(two_wheels(tmp_path))
    licences.write(tmp_path / "program", components)
    index = json.loads((tmp_path / "program/licences/index.json").read_text("utf-8"))
    assert [entry["name"] for entry in index][:1] == ["Bina ASN"]
    assert index[-1] == {
        "name": "One",
        "version": "1.5",
        "licence": "MIT",
        "files": ["licences/one/LICENSE"],
        "homepage": "https://one.example",
    }
    assert all((tmp_path / "program" / name).exists() for one in index for name in one["files"])


def test_a_server_has_no_fonts() -> None:
    names = [part.name for part in own_parts(ROOT, "1.2.3", with_window=False)]
    assert names == ["Bina ASN", "Materi pelatihan Bina ASN"]
