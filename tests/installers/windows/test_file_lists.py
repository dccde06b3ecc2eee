"""Lists for NSIS of what is installed and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from installers.windows import file_lists
from installers.windows.nsis import measures

if TYPE_CHECKING:
    from pathlib import Path

FILES = ("bina-asn.exe", "app/desktop/é.pyc", "app/lessons/a b.md", "lib/z.pyc")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x" * 2048)
    return folder


def test_alike_files_stand_together(program: Path) -> None:
    found = [file.as_posix() for file in file_lists.program_files(program)]
    assert found == ["bina-asn.exe", "app/lessons/a b.md", "app/desktop/é.pyc", "lib/z.pyc"]


def test_files_are_extracted_beside_the_old_program(program: Path, tmp_path: Path) -> None:
    file_lists.write(program, tmp_path)
    lines = (tmp_path / file_lists.EXTRACT).read_text("utf-8").splitlines()
    assert lines[0] == "!macro ExtractProgram"
    assert '  SetOutPath "$INSTDIR\\program.baru"' in lines
    assert '  SetOutPath "$INSTDIR\\program.baru\\app\\lessons"' in lines
    assert f'  File "{program}/app/lessons/a b.md"' in lines
    assert sum(line.startswith("  File ") for line in lines) == len(FILES)


def test_only_named_files_and_empty_folders_are_removed(program: Path, tmp_path: Path) -> None:
    file_lists.write(program, tmp_path)
    text = (tmp_path / file_lists.REMOVE).read_text("utf-8")
    folders = [line for line in text.splitlines() if "RMDir" in line]
    assert text.count("  Delete ") == len(FILES)
    assert '  Delete "$INSTDIR\\program\\app\\desktop\\é.pyc"' in text
    assert "/r" not in text
    assert "*" not in text
    assert folders[0] == '  RMDir "$INSTDIR\\program\\app\\desktop"'
    assert folders[-1] == '  RMDir "$INSTDIR\\program"'


def test_the_installer_knows_what_a_folder_needs(program: Path) -> None:
    told = measures(program)
    assert told["SIZE_KB"] == 2 * len(FILES)
    assert told["NEEDED_KB"] > told["SIZE_KB"]
    longest = "C:\\" + "x" * (told["LONGEST_FOLDER"] - 3) + "\\program.baru\\app/lessons/a b.md"
    assert len(longest) == 259
