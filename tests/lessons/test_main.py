from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from lessons.__main__ import main
from tests.lessons.building import edit

if TYPE_CHECKING:
    from pathlib import Path


def test_a_sound_course_with_warnings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder)]) == 0
    *warnings, summary = capsys.readouterr().out.splitlines()
    assert warnings
    assert all(line.endswith("(peringatan)") for line in warnings)
    assert summary == f"1 pelatihan diperiksa: 0 kesalahan, {len(warnings)} peringatan."


def test_a_broken_course(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = edit(folder / "course.md", "versi: 1", "versi: x")
    assert main(["check", str(folder)]) == 1
    first, summary = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{folder / 'course.md'}:{line}:8: “versi: x”")
    assert summary == "1 pelatihan diperiksa: 1 kesalahan, 0 peringatan."


def test_two_courses_with_one_code(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = shutil.copytree(folder, folder.parent / "lain")
    assert main(["check", str(folder), str(other)]) == 1
    assert f"{other}: Kode ASN-99 sudah dipakai folder “mini”." in capsys.readouterr().out


def test_json_is_one_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = edit(folder / "course.md", "versi: 1", "versi: x")
    assert main(["check", "--json", str(folder)]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["courses"] == [str(folder)]
    assert report["warnings"] == []
    assert report["problems"] == [
        {
            "path": str(folder / "course.md"),
            "line": line,
            "column": 8,
            "message": "“versi: x” tidak dapat dibaca.",
            "hint": "Tulis bilangan bulat 1 sampai 999999.",
        }
    ]


def test_without_a_folder_all_bundled_courses_are_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []


@pytest.mark.parametrize("arguments", [[], ["periksa"], ["check", "tidak-ada"], ["check", "--x"]])
def test_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err


def test_runs_as_a_program_in_utf_8(folder: Path) -> None:
    edit(folder / "course.md", "versi: 1", "versi: x")
    done = subprocess.run(
        [sys.executable, "-m", "lessons", "check", folder],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert "“versi: x” tidak dapat dibaca." in done.stdout.decode()
