"""The Windows installer on a PC that has nothing of Bina ASN yet."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from installers.windows import nsis
from trials.setup_run import (
    ENTRY,
    FOLDER,
    KEY,
    data_folder,
    files,
    install,
    is_untouched,
    log,
    program,
    uninstall,
    version,
)

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop
    from trials.wine import Pc

SETTINGS = 'server = "https://bina.example"\nkunci_layar = 7\nbahasa = "en"\n'
SECONDS = 15


def test_it_installs_silently_with_the_settings_beside_it(
    pc: Pc, setup: Path, workshop: Workshop, windows_program: Path
) -> None:
    ran = install(pc, setup, settings=SETTINGS)
    assert ran.code == 0, log(pc)
    assert ran.seconds <= SECONDS
    folder = pc.outside(FOLDER)
    assert {path.name for path in folder.iterdir()} == {
        "program",
        "pengaturan.toml",
        "uninstall.exe",
    }
    assert files(folder / "program") == files(windows_program)
    assert (folder / "pengaturan.toml").read_text("utf-8") == SETTINGS
    assert data_folder(pc).is_dir()
    assert version(pc) == workshop.version
    checked = program(pc, "--selftest", "--files")
    assert checked.code == 0, checked.output
    # The settings choose the language of the installer's own words.
    assert "Done. Installed in" in log(pc)


def test_windows_learns_what_it_has_to_know(pc: Pc, setup: Path, workshop: Workshop) -> None:
    assert install(pc, setup).code == 0, log(pc)
    own = pc.registry(KEY)
    assert own.pop("Language")
    assert own == {"Kind": "exe", "Version": workshop.version, "InstallDir": FOLDER}
    entry = pc.registry(ENTRY)
    assert entry["DisplayName"] == "Bina ASN"
    assert entry["DisplayVersion"] == workshop.version
    assert entry["Publisher"] == "Pemerintah Kota Dumai"
    assert entry["UninstallString"] == rf'"{FOLDER}\uninstall.exe"'
    assert 50_000 < int(entry["EstimatedSize"], 16) < 120_000
    menu = pc.drive / "ProgramData/Microsoft/Windows/Start Menu/Programs"
    assert (menu / "Bina ASN.lnk").is_file()


def test_the_log_keeps_no_enrolment_code(pc: Pc, setup: Path) -> None:
    settings = 'server = "https://bina.example"\nkode_pendaftaran = "ABCD-EFGH"\n'
    assert install(pc, setup, settings=settings).code == 0, log(pc)
    assert "check-settings" in log(pc)
    assert "ABCD" not in log(pc)


def test_named_settings_count_more_than_those_beside_it(pc: Pc, setup: Path) -> None:
    named = pc.drive / "kantor é.toml"
    named.write_text("kunci_layar = 9\n", "utf-8")
    ran = install(pc, setup, f"/settings={pc.inside(named)}", "/bahasa=id", settings=SETTINGS)
    assert ran.code == 0, log(pc)
    kept = pc.outside(FOLDER) / "pengaturan.toml"
    assert kept.read_text("utf-8") == "kunci_layar = 9\n"
    assert "Selesai. Terpasang di" in log(pc)


def test_a_folder_with_spaces_and_other_letters(pc: Pc, setup: Path, workshop: Workshop) -> None:
    folder = r"C:\Aplikasi kantor é\Bina ASN"
    assert install(pc, setup, folder=folder).code == 0, log(pc)
    assert version(pc, folder) == workshop.version
    assert not pc.outside(FOLDER).exists()
    # It stays there, whatever the next installation names.
    assert install(pc, setup, folder=r"C:\Lain").code == 0, log(pc)
    assert not pc.outside(r"C:\Lain").exists()
    assert uninstall(pc, folder=folder).code == 0, log(pc)
    assert is_untouched(pc, folder)


def test_the_same_version_repairs(pc: Pc, setup: Path) -> None:
    assert install(pc, setup, settings=SETTINGS).code == 0, log(pc)
    (pc.outside(FOLDER) / "program/manifest.json").write_text("{}", "utf-8")
    (pc.outside(FOLDER) / "program/bina-asn.exe").unlink()
    assert install(pc, setup).code == 0, log(pc)
    assert program(pc, "--selftest", "--files").code == 0
    assert (pc.outside(FOLDER) / "pengaturan.toml").read_text("utf-8") == SETTINGS


def test_the_same_bytes_each_time(workshop: Workshop, windows_program: Path, setup: Path) -> None:
    first = hashlib.sha256(setup.read_bytes()).digest()
    nsis.pack(workshop, windows_program, workshop.work / "windows")
    assert hashlib.sha256(setup.read_bytes()).digest() == first
