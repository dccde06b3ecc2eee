"""The program verifies a new installer on a flashdisk, and Windows runs what was verified."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

import pytest

from installers.windows.mingw import compile_program
from lessons.packages.file_signatures import sign_file
from lessons.packages.keys import SecretKey

if TYPE_CHECKING:
    from pathlib import Path

    from trials.wine import Pc, Ran

KEY = SecretKey(b"k" * 32)
SETUP = "bina-asn-99.0-amd64.exe"
REFUSED = 13
TURNS = 30
_SOURCE = """\
#include <windows.h>
int main(void) {
    HANDLE file = CreateFileW(L"C:\\\\started.txt", GENERIC_WRITE, 0, 0, CREATE_ALWAYS, 0, 0);
    return file == INVALID_HANDLE_VALUE;
}
"""


@pytest.fixture(scope="module")
def program(windows_program: Path, wine: Pc) -> Path:
    """As the installer leaves it, with settings beside that name the city's key."""
    program = shutil.copytree(windows_program, wine.drive / "Bina ASN" / "program")
    (program.parent / "uninstall.exe").write_bytes(b"MZ")
    (program.parent / "pengaturan.toml").write_text(f'kunci_kota = "{KEY.public}"\n')
    return program


@pytest.fixture
def stick(wine: Pc, tmp_path: Path) -> Path:
    """A flashdisk with a signed installer that only leaves a trace."""
    (tmp_path / "setup.c").write_text(_SOURCE)
    setup = compile_program(tmp_path, ["setup.c"], SETUP)
    folder = wine.drive / "flashdisk é"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(setup, folder)
    sums = f"{hashlib.sha256(setup.read_bytes()).hexdigest()}  {SETUP}\n".encode()
    (folder / "SHA256SUMS").write_bytes(sums)
    (folder / "SHA256SUMS.sig").write_bytes(sign_file(sums, KEY))
    return folder


def check(wine: Pc, program: Path, stick: Path, *words: str) -> Ran:
    """Runs the command as somebody types it."""
    return wine.run(program / "bina-asn.exe", "check-update", wine.inside(stick), *words)


def has_come(wine: Pc, file: Path) -> bool:
    """Whether a file comes within the time of some programs: nobody waits for the installer."""
    return any(file.exists() or wine.run("cmd", "/c", "exit").code for _ in range(TURNS))


def test_a_verified_installer_is_started_by_windows(wine: Pc, program: Path, stick: Path) -> None:
    told = check(wine, program, stick)
    assert told.code == 0, told.output
    assert "versi 99.0" in told.output
    assert not (wine.drive / "started.txt").exists()
    told = check(wine, program, stick, "--run")
    assert told.code == 0, told.output
    assert "sudah dijalankan" in told.output
    assert has_come(wine, wine.drive / "started.txt")


def test_a_changed_installer_is_not(wine: Pc, program: Path, stick: Path) -> None:
    (wine.drive / "started.txt").unlink(missing_ok=True)
    with (stick / SETUP).open("ab") as setup:
        setup.write(b"\0")
    told = check(wine, program, stick, "--run")
    assert told.code == REFUSED
    assert "diubah" in told.output
    assert not (wine.drive / "started.txt").exists()
