"""The Windows installer on a PC that has nothing of Bina ASN yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    from collections.abc import Callable
    from pathlib import Path

    from installers.workshop import Workshop
    from trials.wine import Pc

SETTINGS = 'server = "https://bina.example"\nkunci_layar = 7\nbahasa = "en"\n'


def test_it_installs_silently_with_the_settings_beside_it(
    pc: Pc,
    setup: Path,
    workshop: Workshop,
    windows_program: Path,
    record_property: Callable[[str, object], None],
) -> None:
    ran = install(pc, setup, settings=SETTINGS)
    assert ran.code == 0, log(pc)
    record_property("silent installation under wine (at most 15 s)", f"{ran.seconds:.1f} s")
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


def test_windows_learns_what_it_has_to_know(ready: Pc, workshop: Workshop) -> None:
    own = ready.registry(KEY)
    assert own.pop("Language")
    assert own == {"Kind": "exe", "Version": workshop.version, "InstallDir": FOLDER}
    entry = ready.registry(ENTRY)
    assert entry["DisplayName"] == "Bina ASN"
    assert entry["DisplayVersion"] == workshop.version
    assert entry["Publisher"] == "Pemerintah Kota Dumai"
    assert entry["UninstallString"] == rf'"{FOLDER}\uninstall.exe"'
    assert 50_000 < int(entry["EstimatedSize"], 16) < 120_000
    menu = ready.drive / "ProgramData/Microsoft/Windows/Start Menu/Programs"
    assert (menu / "Bina ASN.lnk").is_file()


def test_named_settings_count_more_than_those_beside_it(pc: Pc, setup: Path) -> None:
    named = pc.drive / "kantor é.toml"
    words = 'server = "https://bina.example"\nkode_pendaftaran = "ABCD-EFGH"\n'
    named.write_text(words, "utf-8")
    ran = install(pc, setup, f"/settings={pc.inside(named)}", "/bahasa=id", settings=SETTINGS)
    assert ran.code == 0, log(pc)
    kept = pc.outside(FOLDER) / "pengaturan.toml"
    assert kept.read_text("utf-8") == words
    assert "check-settings" in log(pc)
    assert "Selesai. Terpasang di" in log(pc)
    # Whoever reads the log must not be able to enrol another PC.
    assert "ABCD" not in log(pc)


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


def test_the_same_version_repairs(ready: Pc, setup: Path) -> None:
    folder = ready.outside(FOLDER)
    (folder / "program/manifest.json").write_text("{}", "utf-8")
    (folder / "program/bina-asn.exe").unlink()
    assert install(ready, setup).code == 0, log(ready)
    assert program(ready, "--selftest", "--files").code == 0
