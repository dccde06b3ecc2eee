"""The MSI: by group policy it is installed, upgraded, repaired and removed without a word.

Wine ends with the last eight bits of Windows' codes, and of a failed upgrade it takes back the new
version but does not bring back the old one, as Windows does.
"""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from installers.windows.msi_tables import Tables
from trials import earlier
from trials.conftest import need
from trials.learning import RESULTS, learn
from trials.screens import shown
from trials.wine import Pc, switched_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from installers.workshop import Workshop
    from trials.screens import Screen
    from trials.wine import Ran

# The first to need them waits for the packages.
pytestmark = pytest.mark.timeout(900)
REFUSED = 1603 % 256
OTHER_KIND = 7
KEY = r"HKLM\Software\BinaASN"
FOLDER = r"C:\Program Files\Bina ASN"
LOG = r"C:\msi.log"
SETTINGS = 'server = "https://bina.example"\nkunci_layar = 7\n'


@pytest.fixture
def ready(msi_pc: Pc, tmp_path: Path) -> Iterator[Pc]:
    """Such a PC for one trial."""
    with switched_on(msi_pc, tmp_path / "pc") as made:
        yield made


@pytest.fixture
def seen_pc(fresh_pc: Pc, screen: Screen, tmp_path: Path) -> Iterator[Pc]:
    """A PC with a screen from its start: wine takes up none later."""
    with switched_on(fresh_pc, tmp_path / "seen", screen.environment) as made:
        yield made


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


def test_it_is_installed_with_the_settings_beside_it(
    pc: Pc, package_msi: Path, workshop: Workshop
) -> None:
    ran = msiexec(pc, "/i", carry(pc, package_msi, SETTINGS))
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


@pytest.mark.parametrize("version", earlier.VERSIONS)
def test_an_upgrade_keeps_results_and_settings(
    pc: Pc,
    earlier_packages: Callable[[str], Path],
    version: str,
    package_msi: Path,
    workshop: Workshop,
) -> None:
    earlier_msi = next(earlier_packages(version).glob("*.msi"))
    installed(pc, earlier_msi, f"SETTINGS={pc.inside(_settings(pc, SETTINGS))}")
    learned(pc)
    installed(pc, package_msi)
    assert program(pc, "--version").output.strip() == f"bina-asn {workshop.version}"
    assert entries(pc) == [workshop.version]
    assert waiting(pc) == RESULTS
    assert pc.outside(FOLDER).joinpath("pengaturan.toml").read_text("utf-8") == SETTINGS
    assert msiexec(pc, "/i", carry(pc, earlier_msi)).code == REFUSED
    assert program(pc, "--version").output.strip() == f"bina-asn {workshop.version}"


@pytest.mark.parametrize(
    ("settings", "words"),
    [("kunci_layar = 500\n", "kunci_layar"), ("servr = 'x'\n", "servr")],
)
def test_wrong_settings_leave_nothing_behind(
    pc: Pc, package_msi: Path, settings: str, words: str
) -> None:
    assert msiexec(pc, "/i", carry(pc, package_msi, settings)).code == REFUSED
    assert words in log(pc)
    assert pc.registry(KEY) == {}
    assert entries(pc) == []
    assert not list(pc.outside(FOLDER).rglob("*.*"))
    assert not list(pc.drive.rglob("asn*.tmp"))


def test_settings_that_are_not_there_are_named(pc: Pc, package_msi: Path) -> None:
    ran = msiexec(pc, "/i", carry(pc, package_msi), "SETTINGS=tiada.toml", "BAHASA=en")
    assert ran.code == REFUSED
    assert "The settings file can't be read" in log(pc)
    assert "tiada.toml" in log(pc)
    assert not pc.outside(FOLDER).exists()


def test_another_folder_is_remembered(
    pc: Pc, earlier_msi: Path, package_msi: Path, workshop: Workshop
) -> None:
    folder = r"C:\Aplikasi kantor é\Bina ASN"
    installed(pc, earlier_msi, f"INSTALLDIR={folder}")
    installed(pc, package_msi)
    told = program(pc, "--version", folder=folder)
    assert told.output.strip() == f"bina-asn {workshop.version}", told
    assert not pc.outside(FOLDER).exists()


def test_a_repair_brings_files_back(ready: Pc, package_msi: Path) -> None:
    damaged = ready.outside(FOLDER) / "program" / "manifest.json"
    damaged.write_text("{}", "utf-8")
    file = carry(ready, package_msi)
    assert msiexec(ready, "/i", file, "REINSTALL=ALL").code == 0, log(ready)
    assert program(ready, "--selftest", "--files").code == 0


def test_exe_and_msi_know_of_each_other(ready: Pc, package_msi: Path, setup: Path) -> None:
    assert ready.run(setup, "/S").code == OTHER_KIND
    assert msiexec(ready, "/x", carry(ready, package_msi)).code == 0
    assert ready.run(setup, "/S").code == 0
    assert msiexec(ready, "/i", carry(ready, package_msi)).code == REFUSED
    assert ready.registry(KEY)["Kind"] == "exe"


def test_an_open_program_is_closed_only_when_asked(
    seen_pc: Pc, screen: Screen, earlier_msi: Path, package_msi: Path, workshop: Workshop
) -> None:
    pc = seen_pc
    installed(pc, earlier_msi)
    window = pc.start(f"{FOLDER}\\program\\BinaASN.exe")
    try:
        screen.wait_for_window("Bina ASN", 60)
        assert msiexec(pc, "/i", carry(pc, package_msi)).code == REFUSED
        assert "Bina ASN sedang terbuka" in log(pc)
        assert window.poll() is None
        assert msiexec(pc, "/i", carry(pc, package_msi), "TUTUP=1").code == 0, log(pc)
        window.communicate(timeout=30)
        assert window.returncode == 0
    finally:
        program(pc, "quit")
    assert program(pc, "--version").output.strip() == f"bina-asn {workshop.version}"


def test_results_stay_when_the_program_goes(ready: Pc, package_msi: Path) -> None:
    data = learned(ready)
    # By the code, as Windows' list of programs does: the file is at home by then.
    code = Tables(package_msi).pairs("Property", "Property", "Value")["ProductCode"]
    assert msiexec(ready, "/x", code).code == 0
    assert not (ready.outside(FOLDER) / "program").exists()
    assert ready.registry(KEY) == {}
    assert (data / "bina-asn.db").exists()
    installed(ready, package_msi)
    assert waiting(ready) == RESULTS


def test_results_that_wait_are_never_erased(ready: Pc, package_msi: Path) -> None:
    data = learned(ready)
    assert msiexec(ready, "/x", carry(ready, package_msi), "HAPUSDATA=1").code == 0
    assert str(RESULTS) in log(ready).split("erase-data", 1)[1]
    assert not (ready.outside(FOLDER) / "program").exists()
    installed(ready, package_msi)
    assert waiting(ready) == RESULTS
    assert data.exists()


def test_results_that_the_server_has_are_erased_on_request(ready: Pc, package_msi: Path) -> None:
    (ready.outside(FOLDER) / "pengaturan.toml").write_text(SETTINGS, "utf-8")
    data = learned(ready, is_sent=True)
    assert msiexec(ready, "/x", carry(ready, package_msi), "HAPUSDATA=1").code == 0
    assert not (data / "bina-asn.db").exists()
    assert not ready.outside(FOLDER).exists()


def test_an_old_windows_is_told_so(pc: Pc, package_msi: Path) -> None:
    pc.run("winecfg", "-v", "win81")
    assert msiexec(pc, "/i", carry(pc, package_msi)).code == REFUSED
    assert not pc.outside(FOLDER).exists()


def _settings(pc: Pc, text: str) -> Path:
    file = pc.drive / "kantor.toml"
    file.write_text(text, "utf-8")
    return file
