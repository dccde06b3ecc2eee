"""The MSI: by group policy it is installed, upgraded, repaired and removed without a word.

Wine ends with the last eight bits of Windows' codes, and of a failed upgrade it takes back the new
version but does not bring back the old one, as Windows does.
"""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from installers.payload import program_folder
from installers.windows import msi
from installers.windows.msi_tables import Tables
from trials.conftest import need
from trials.learning import RESULTS, learn
from trials.screens import shown
from trials.wine import copy_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from installers.workshop import Workshop
    from trials.screens import Screen
    from trials.wine import Pc, Ran

# The first to need them waits for the packages.
pytestmark = pytest.mark.timeout(900)
REFUSED = 1603 % 256
OTHER_KIND = 7
KEY = r"HKLM\Software\BinaASN"
FOLDER = r"C:\Program Files\Bina ASN"
LOG = r"C:\msi.log"
NEWER = "9.0.0"  # that of `later`
SETTINGS = 'server = "https://bina.example"\nkunci_layar = 7\n'


@pytest.fixture(scope="session")
def old(workshop: Workshop, windows_program: Path) -> Path:
    """The MSI of these sources."""
    return msi.pack(workshop, windows_program, workshop.work / "msi")


@pytest.fixture(scope="session")
def new(later: Workshop) -> Path:
    """The MSI of the same sources as a later version."""
    return msi.pack(later, program_folder(later, "windows"), later.work / "msi")


@pytest.fixture
def seen_pc(fresh_pc: Pc, screen: Screen, tmp_path: Path) -> Iterator[Pc]:
    """A PC with a screen from its start: wine takes up none later."""
    made = copy_of(fresh_pc, tmp_path / "seen", screen.environment)
    yield made
    made.end()


@pytest.fixture
def screen() -> Iterator[Screen]:
    need("Xvfb", "xdotool")
    with shown() as made:
        yield made


def carry(pc: Pc, file: Path, settings: str = "") -> str:
    """Puts an MSI, and settings beside it, on a flashdisk of the PC; returns its path there."""
    stick = pc.drive / f"stick {file.stem}"
    stick.mkdir(exist_ok=True)
    shutil.copy(file, stick)
    if settings:
        (stick / "pengaturan.toml").write_text(settings, "utf-8")
    return pc.inside(stick / file.name)


def msiexec(pc: Pc, *words: str) -> Ran:
    return pc.run("msiexec", *words, "/qn", "/l*v", LOG)


def log(pc: Pc) -> str:
    return pc.outside(LOG).read_text("utf-8", errors="replace")


def installed(pc: Pc, file: Path, *words: str) -> None:
    ran = msiexec(pc, "/i", carry(pc, file), *words)
    assert ran.code == 0, log(pc)


def program(pc: Pc, *words: str, folder: str = FOLDER) -> Ran:
    return pc.run(f"{folder}\\program\\bina-asn.exe", *words)


def entries(pc: Pc) -> list[str]:
    """The versions that Windows' list of programs shows for ours."""
    key = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall"
    keys = [line.strip() for line in pc.run("reg", "query", key).output.splitlines()]
    values = [pc.registry(one) for one in keys if one.startswith("HKEY")]
    return [one["DisplayVersion"] for one in values if one.get("DisplayName") == "Bina ASN"]


def learned(pc: Pc, *, is_sent: bool = False) -> Path:
    """Leaves results in the PC's data folder, and returns that folder."""
    data = pc.drive / "ProgramData" / "BinaASN"
    learn(data, is_sent=is_sent)
    return data


def waiting(pc: Pc) -> int:
    told: dict[str, int] = json.loads(program(pc, "status", "--json").output)
    return told["unsent"]


def test_it_is_installed_with_the_settings_beside_it(pc: Pc, old: Path, workshop: Workshop) -> None:
    ran = msiexec(pc, "/i", carry(pc, old, SETTINGS))
    assert ran.code == 0, log(pc)
    assert pc.outside(FOLDER).joinpath("pengaturan.toml").read_text("utf-8") == SETTINGS
    registered = pc.registry(KEY)
    assert (registered["Kind"], registered["Version"]) == ("msi", workshop.version)
    assert registered["InstallDir"].rstrip("\\") == FOLDER
    assert list(pc.drive.rglob("Start Menu/**/Bina ASN.lnk"))
    assert entries(pc) == [workshop.version]
    checked = program(pc, "--selftest", "--files")
    assert checked.code == 0, checked.output
    assert not list(pc.drive.rglob("asn*.tmp"))


def test_an_upgrade_keeps_results_and_settings(pc: Pc, old: Path, new: Path) -> None:
    installed(pc, old, f"SETTINGS={pc.inside(_settings(pc, SETTINGS))}")
    learned(pc)
    installed(pc, new)
    assert program(pc, "--version").output.strip() == f"bina-asn {NEWER}"
    assert entries(pc) == [NEWER]
    assert waiting(pc) == RESULTS
    assert pc.outside(FOLDER).joinpath("pengaturan.toml").read_text("utf-8") == SETTINGS
    assert msiexec(pc, "/i", carry(pc, old)).code == REFUSED
    assert program(pc, "--version").output.strip() == f"bina-asn {NEWER}"


@pytest.mark.parametrize(
    ("settings", "words"),
    [("kunci_layar = 500\n", "kunci_layar"), ("servr = 'x'\n", "servr")],
)
def test_wrong_settings_leave_nothing_behind(pc: Pc, old: Path, settings: str, words: str) -> None:
    assert msiexec(pc, "/i", carry(pc, old, settings)).code == REFUSED
    assert words in log(pc)
    assert pc.registry(KEY) == {}
    assert entries(pc) == []
    assert not list(pc.outside(FOLDER).rglob("*.*"))
    assert not list(pc.drive.rglob("asn*.tmp"))


def test_settings_that_are_not_there_are_named(pc: Pc, old: Path) -> None:
    assert msiexec(pc, "/i", carry(pc, old), "SETTINGS=tiada.toml", "BAHASA=en").code == REFUSED
    assert "The settings file can't be read" in log(pc)
    assert "tiada.toml" in log(pc)
    assert not pc.outside(FOLDER).exists()


def test_another_folder_is_remembered(pc: Pc, old: Path, new: Path) -> None:
    folder = r"C:\Aplikasi kantor é\Bina ASN"
    installed(pc, old, f"INSTALLDIR={folder}")
    installed(pc, new)
    told = program(pc, "--version", folder=folder)
    assert told.output.strip() == f"bina-asn {NEWER}", told
    assert not pc.outside(FOLDER).exists()


def test_a_repair_brings_files_back(pc: Pc, old: Path) -> None:
    installed(pc, old)
    damaged = pc.outside(FOLDER) / "program" / "manifest.json"
    damaged.write_text("{}", "utf-8")
    file = carry(pc, old)
    assert msiexec(pc, "/i", file, "REINSTALL=ALL").code == 0, log(pc)
    assert program(pc, "--selftest", "--files").code == 0


def test_exe_and_msi_know_of_each_other(pc: Pc, old: Path, setup: Path) -> None:
    installed(pc, old)
    assert pc.run(setup, "/S").code == OTHER_KIND
    assert msiexec(pc, "/x", carry(pc, old)).code == 0
    assert pc.run(setup, "/S").code == 0
    assert msiexec(pc, "/i", carry(pc, old)).code == REFUSED
    assert pc.registry(KEY)["Kind"] == "exe"


def test_an_open_program_is_closed_only_when_asked(
    seen_pc: Pc, screen: Screen, old: Path, new: Path
) -> None:
    pc = seen_pc
    installed(pc, old)
    window = pc.start(f"{FOLDER}\\program\\BinaASN.exe")
    try:
        screen.wait_for_window("Bina ASN", 60)
        assert msiexec(pc, "/i", carry(pc, new)).code == REFUSED
        assert "Bina ASN sedang terbuka" in log(pc)
        assert window.poll() is None
        assert msiexec(pc, "/i", carry(pc, new), "TUTUP=1").code == 0, log(pc)
        window.communicate(timeout=30)
        assert window.returncode == 0
    finally:
        program(pc, "quit")
    assert program(pc, "--version").output.strip() == f"bina-asn {NEWER}"


def test_results_stay_when_the_program_goes(pc: Pc, old: Path) -> None:
    installed(pc, old)
    data = learned(pc)
    assert msiexec(pc, "/x", carry(pc, old)).code == 0
    assert not (pc.outside(FOLDER) / "program").exists()
    assert pc.registry(KEY) == {}
    assert (data / "bina-asn.db").exists()
    installed(pc, old)
    assert waiting(pc) == RESULTS


def test_results_that_wait_are_never_erased(pc: Pc, old: Path) -> None:
    installed(pc, old)
    data = learned(pc)
    assert msiexec(pc, "/x", carry(pc, old), "HAPUSDATA=1").code == 0
    assert str(RESULTS) in log(pc).split("erase-data", 1)[1]
    assert not (pc.outside(FOLDER) / "program").exists()
    installed(pc, old)
    assert waiting(pc) == RESULTS
    assert data.exists()


def test_results_that_the_server_has_are_erased_on_request(pc: Pc, old: Path) -> None:
    installed(pc, old, f"SETTINGS={pc.inside(_settings(pc, SETTINGS))}")
    data = learned(pc, is_sent=True)
    assert msiexec(pc, "/x", carry(pc, old), "HAPUSDATA=1").code == 0
    assert not (data / "bina-asn.db").exists()
    assert not pc.outside(FOLDER).exists()


def test_an_old_windows_is_told_so(pc: Pc, old: Path) -> None:
    pc.run("winecfg", "-v", "win81")
    assert msiexec(pc, "/i", carry(pc, old)).code == REFUSED
    assert not pc.outside(FOLDER).exists()


def test_the_product_code_removes_it(pc: Pc, old: Path) -> None:
    installed(pc, old)
    code = Tables(old).pairs("Property", "Property", "Value")["ProductCode"]
    assert msiexec(pc, "/x", code).code == 0
    assert not (pc.outside(FOLDER) / "program").exists()


def _settings(pc: Pc, text: str) -> Path:
    file = pc.drive / "kantor.toml"
    file.write_text(text, "utf-8")
    return file
