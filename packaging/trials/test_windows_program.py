"""The program folder itself, before any installer: it starts, checks itself, and is complete."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from installers import folders
from installers.pins import sha256_of
from installers.windows.pe import unresolved

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop
    from trials.wine import Pc

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def program(windows_program: Path, wine: Pc) -> Path:
    r"""A copy in ``C:\`` of wine."""
    return shutil.copytree(windows_program, wine.drive / "Bina ASN" / "program")


def test_it_tells_its_version(wine: Pc, program: Path, workshop: Workshop) -> None:
    told = wine.run(program / "bina-asn.exe", "--version")
    assert (told.code, told.output.strip()) == (0, f"bina-asn {workshop.version}")


def test_it_finds_nothing_wrong_with_itself(wine: Pc, program: Path) -> None:
    told = wine.run(program / "bina-asn.exe", "--selftest")
    assert told.code == 0, told.output


def test_a_damaged_file_is_named(wine: Pc, program: Path) -> None:
    course = next((program / "app/lessons/courses").rglob("*.md"))
    whole = course.read_bytes()
    course.write_bytes(whole[:-1])
    told = wine.run(program / "bina-asn.exe", "--selftest", "--files")
    course.write_bytes(whole)
    assert told.code == 12
    assert course.name in told.output


def test_without_its_python_it_says_what_to_do(wine: Pc, program: Path) -> None:
    runtime = program / "runtime"
    runtime.rename(program / "runtime-away")
    told = wine.run(program / "bina-asn.exe", "--version")
    (program / "runtime-away").rename(runtime)
    assert told.code == 12
    assert "memasang ulang" in told.output


def test_neither_folder_nor_variables_change_what_is_loaded(
    wine: Pc, program: Path, tmp_path: Path
) -> None:
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop/__main__.py").write_text("print('a stranger')")
    (tmp_path / "json.py").write_text("print('a stranger')")
    place = f"Z:{tmp_path}"
    variables = {"PYTHONPATH": place, "PYTHONHOME": place, "QT_PLUGIN_PATH": place}
    told = wine.run(program / "bina-asn.exe", "--version", variables=variables)
    assert told.code == 0
    assert "stranger" not in told.output


def test_all_dlls_are_found(windows_program: Path) -> None:
    assert unresolved(windows_program) == {}


def test_the_manifest_tells_of_every_file(windows_program: Path) -> None:
    told = json.loads((windows_program / "manifest.json").read_text("utf-8"))
    files = [path for path in windows_program.rglob("*") if path.is_file()]
    found = {path.relative_to(windows_program).as_posix(): sha256_of(path) for path in files}
    found.pop("manifest.json")
    assert told["files"] == found
    assert told["target"] == "windows"


def test_every_licence_that_is_named_is_there(windows_program: Path) -> None:
    index = json.loads((windows_program / "licences/index.json").read_text("utf-8"))
    assert {"CPython", "OpenSSL", "SQLite", "PySide6_Essentials"} <= {one["name"] for one in index}
    for entry in index:
        assert entry["files"], entry["name"]
        assert all((windows_program / name).stat().st_size for name in entry["files"])


def test_it_is_small(windows_program: Path) -> None:
    assert folders.size_of(windows_program) <= 120 * MEGABYTE


def test_nothing_of_it_is_for_trainers_or_the_server(windows_program: Path) -> None:
    app = windows_program / "app"
    assert sorted(path.name for path in app.iterdir()) == ["desktop", "lessons", "resources"]
    assert not list(app.rglob("*.py"))
    assert not (app / "lessons/preview").exists()
    assert not (app / "lessons/courses/_gambar").exists()
