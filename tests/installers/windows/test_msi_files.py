from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from defusedxml.ElementTree import fromstring

from installers.errors import PackagingError
from installers.windows.msi_files import describe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from xml.etree.ElementTree import Element

_WIX = {"wix": "http://schemas.microsoft.com/wix/2006/wi"}


def _program(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    return folder


def _found(fragment: str, element: str, *attributes: str) -> list[tuple[str, ...]]:
    elements: Iterable[Element] = fromstring(fragment).iterfind(f".//wix:{element}", _WIX)
    return [tuple(one.attrib[name] for name in attributes) for one in elements]


def test_every_file_is_in_its_folder_and_in_the_group(tmp_path: Path) -> None:
    fragment = describe(_program(tmp_path, "BinaASN.exe", "app/desktop/cli.pyc", "app/a.toml"))
    assert _found(fragment, "File", "Source") == [
        ("program/BinaASN.exe",),
        ("program/app/a.toml",),
        ("program/app/desktop/cli.pyc",),
    ]
    folders = [name.split("|")[1] for (name,) in _found(fragment, "Directory", "Name")]
    assert folders == ["app", "desktop"]
    members = _found(fragment, "ComponentRef", "Id")
    assert sorted(members) == sorted(_found(fragment, "Component", "Id"))


def test_a_file_keeps_its_identity_whatever_stands_beside_it(tmp_path: Path) -> None:
    alone = describe(_program(tmp_path / "one", "app/cli.pyc"))
    among = describe(_program(tmp_path / "two", "app/cli.pyc", "app/aaa.pyc", "zzz/cli.pyc"))
    (first,) = _found(alone, "Component", "Id", "Guid")
    others = _found(among, "Component", "Id", "Guid")
    assert first in others
    assert len(set(others)) == 3


def test_each_name_has_one_of_ms_dos_beside_it(tmp_path: Path) -> None:
    fragment = describe(_program(tmp_path, "lib/markdown/extensions/__init__.pyc"))
    (name,) = _found(fragment, "File", "Name")[0]
    short, long = name.split("|")
    assert long == "__init__.pyc"
    stem, dot, suffix = short.partition(".")
    assert (len(stem), dot, suffix) == (8, ".", "PYC")


def test_a_name_that_the_tables_cannot_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match="café"):
        describe(_program(tmp_path, "app/café.txt"))
