from __future__ import annotations

from pathlib import Path

import platformdirs

from desktop.paths import (
    courses_root,
    data_folder,
    is_installed,
    program_folder,
    settings_file,
    shared_data_folder,
)
from lessons.catalogue import bundled_root


def test_the_chosen_folder_comes_first(tmp_path: Path) -> None:
    chosen = {"BINA_ASN_DATA": "/di/sini", "PROGRAMDATA": "/bukan"}
    assert data_folder(chosen, "win32", tmp_path) == Path("/di/sini")
    assert data_folder(chosen, "linux", tmp_path) == Path("/di/sini")


def test_windows_keeps_data_for_all_accounts() -> None:
    assert data_folder({"PROGRAMDATA": "/PD"}, "win32") == Path("/PD/BinaASN")
    assert data_folder({}, "win32").name.endswith("BinaASN")


def test_linux_uses_the_shared_folder_where_the_package_made_one(tmp_path: Path) -> None:
    assert data_folder({}, "linux", tmp_path) == tmp_path


def test_without_a_shared_folder_data_belongs_to_the_account(tmp_path: Path) -> None:
    own = platformdirs.user_data_path("BinaASN", appauthor=False)
    assert data_folder({}, "linux", tmp_path / "tidak ada") == own
    assert data_folder({"BINA_ASN_DATA": ""}, "linux", tmp_path / "tidak ada") == own


def test_courses_are_the_bundled_ones_unless_others_are_chosen() -> None:
    assert courses_root({"BINA_ASN_COURSES": "/pelatihan"}) == Path("/pelatihan")
    assert courses_root({}) == bundled_root()


def test_the_program_folder_is_that_of_the_manifest(tmp_path: Path) -> None:
    here = tmp_path / "program" / "app" / "desktop" / "paths.pyc"
    here.parent.mkdir(parents=True)
    here.touch()
    assert program_folder(here) == tmp_path / "program" / "app"
    assert not is_installed(program_folder(here))
    (tmp_path / "program" / "manifest.json").touch()
    assert program_folder(here) == tmp_path / "program"
    assert is_installed(program_folder(here))
    assert program_folder() == Path(__file__).parents[2]


def test_the_settings_lie_where_administrators_alone_write() -> None:
    assert settings_file({}, "linux") == Path("/etc/bina-asn/pengaturan.toml")
    assert settings_file({}, "win32") == program_folder().parent / "pengaturan.toml"
    assert settings_file({"BINA_ASN_SETTINGS": "/di/sini.toml"}, "win32") == Path("/di/sini.toml")


def test_an_administrator_prepares_the_folder_of_all_also_before_it_is_there(
    tmp_path: Path,
) -> None:
    assert shared_data_folder({}, "linux", tmp_path / "lib") == tmp_path / "lib"
    assert shared_data_folder({"BINA_ASN_DATA": "/di/sini"}, "linux") == Path("/di/sini")
