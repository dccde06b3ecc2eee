"""The removal: people's results stay, whatever else goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trials.learning import RESULTS, learn
from trials.setup_run import (
    FOLDER,
    data_folder,
    install,
    is_untouched,
    log,
    uninstall,
    waiting,
)

if TYPE_CHECKING:
    from pathlib import Path

    from trials.wine import Pc

RESULTS_WAIT = 11
SETTINGS = "kunci_layar = 7\n"


def give_settings(pc: Pc) -> None:
    """As an earlier installation kept them."""
    (pc.outside(FOLDER) / "pengaturan.toml").write_text(SETTINGS, "utf-8")


def test_results_and_settings_stay_and_are_found_again(ready: Pc, setup: Path) -> None:
    give_settings(ready)
    learn(data_folder(ready))
    assert uninstall(ready).code == 0, log(ready)
    assert [path.name for path in ready.outside(FOLDER).iterdir()] == ["pengaturan.toml"]
    assert (data_folder(ready) / "bina-asn.db").is_file()
    assert install(ready, setup).code == 0, log(ready)
    assert waiting(ready) == RESULTS
    assert (ready.outside(FOLDER) / "pengaturan.toml").read_text("utf-8") == SETTINGS


def test_results_that_wait_are_never_erased(ready: Pc, setup: Path) -> None:
    give_settings(ready)
    learn(data_folder(ready))
    assert uninstall(ready, "/HAPUSDATA").code == RESULTS_WAIT
    assert str(RESULTS) in log(ready).rpartition("erase-data")[2]
    assert not (ready.outside(FOLDER) / "program").exists()
    assert install(ready, setup).code == 0, log(ready)
    assert waiting(ready) == RESULTS


def test_results_that_the_server_has_are_erased_on_request(ready: Pc) -> None:
    give_settings(ready)
    learn(data_folder(ready), is_sent=True)
    assert uninstall(ready, "/HAPUSDATA").code == 0, log(ready)
    assert not (data_folder(ready) / "bina-asn.db").exists()
    assert is_untouched(ready)


def test_only_what_was_installed_goes(pc: Pc, setup: Path) -> None:
    folder = r"C:\Kantor"
    office = pc.drive / "Kantor"
    (office / "surat").mkdir(parents=True)
    letters = [office / "surat/satu.txt", office / "dua.txt"]
    for letter in letters:
        letter.write_text("penting")
    assert install(pc, setup, folder=folder).code == 0, log(pc)
    inside = office / "program/catatan saya.txt"
    inside.write_text("penting")
    assert uninstall(pc, "/HAPUSDATA", folder=folder).code == 0, log(pc)
    left = {path for path in office.rglob("*") if path.is_file()}
    assert left == {*letters, inside}


def test_windows_own_way_leaves_no_file(ready: Pc) -> None:
    """As Windows' list of programs starts it: it copies itself away and ends at once."""
    started = ready.run(rf"{FOLDER}\uninstall.exe", "/S")
    assert started.code == 0
    assert is_untouched(ready)
