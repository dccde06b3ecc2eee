"""The MSI as somebody sees it who double-clicks it instead of leaving it to a group policy.

Windows Installer itself shows how far it is; wine shows nothing of that, and gives buttons its own
words. We show what speaks against an installation.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from trials.setup_run import is_untouched
from trials.watching import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trials.person import Person
    from trials.wine import Pc

CANCELLED, REFUSED = 1602 % 256, 1603 % 256  # wine ends with eight bits of Windows' codes


@pytest.fixture(scope="module")
def carried(person: Person, package_msi: Path) -> Path:
    """The MSI on a flashdisk."""
    folder = person.pc.drive / "stick"
    folder.mkdir()
    return Path(shutil.copy(package_msi, folder))


@contextmanager
def double_clicked(person: Person, file: Path, code: int) -> Iterator[None]:
    """What a person does until the installation ends with this exit code."""
    with person.pc.start("msiexec", "/i", person.pc.inside(file)) as process:
        try:
            yield
            process.wait(timeout=60)
        finally:
            process.kill()
    assert process.returncode == code


@contextmanager
def seemingly_open(pc: Pc, eyes: Path) -> Iterator[None]:
    """Meanwhile something runs by the name of our window, which is what the MSI looks for."""
    running = Path(shutil.copy(eyes, pc.drive / "BinaASN.exe"))
    told = pc.drive / "BinaASN.txt"
    with pc.start(running, "what nobody shows", "600", pc.inside(told)) as process:
        wait_until(told.exists)
        try:
            yield
        finally:
            process.kill()


def test_wrong_settings_are_named_by_their_lines(person: Person, carried: Path) -> None:
    settings = carried.with_name("pengaturan.toml")
    settings.write_text("kunci_layar = 500\nservr = 'x'\n", "utf-8")
    with double_clicked(person, carried, REFUSED):
        told = person.sees("Baris 1", "msi-pengaturan-ditolak").control("Baris 1").text
        person.presses("Return")
    settings.unlink()
    assert all(word in told for word in ("pengaturan.toml", "kunci_layar", "Baris 2", "servr"))
    assert is_untouched(person.pc)
    assert not list(person.pc.drive.rglob("asn*.tmp"))


def test_an_open_program_is_told_of_once(person: Person, carried: Path) -> None:
    with (
        seemingly_open(person.pc, person.eyes),
        double_clicked(person, carried, CANCELLED),
    ):
        told = person.sees("Bina ASN sedang terbuka", "msi-terbuka")
        person.presses("Escape")
    assert told.labels("Button") == {"&Retry", "Cancel"}
    assert is_untouched(person.pc)
