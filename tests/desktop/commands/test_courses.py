"""The commands for courses as IT staff run them, and what the doctor then says."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop import cli
from lessons.packages.packing import pack
from tests.desktop.rights import hidden
from tests.lessons.packages.making import KEY, OTHER_KEY, course_folder

ROOT = Path(__file__).parents[3]
PUBLIC = str(KEY.public)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("BINA_ASN_DATA", str(folder))
    monkeypatch.setenv("BINA_ASN_COURSES", str(ROOT / "tests" / "courses"))
    return folder


@pytest.fixture
def package(tmp_path: Path) -> str:
    """Version 2 of the course that is here in version 1."""
    (tmp_path / "sumber").mkdir()
    pack(course_folder(tmp_path / "sumber", 2), KEY, tmp_path / "v2.paket")
    return str(tmp_path / "v2.paket")


def ask(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = cli.run([*words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_course_comes_by_package(package: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["trust-key", PUBLIC]) == 0
    assert cli.run(["install-course", package]) == 0
    said = capsys.readouterr().out
    assert f"Kunci {KEY.public.id} dipercaya." in said
    assert "ASN-99 versi 2, Contoh pelatihan kecil, sudah terpasang." in said
    assert "tampil saat program dibuka lagi" in said
    assert cli.run(["list-courses"]) == 0
    assert "ASN-99 versi 2 (terpasang): Contoh pelatihan kecil" in capsys.readouterr().out


def test_a_package_of_nobody_trusted(package: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts = ask(capsys, "install-course", package)
    assert (code, facts["error"], facts["details"]) == (8, "PackageRefused", "unknown-key")
    code, facts = ask(capsys, "list-courses")
    assert facts["courses"] == [
        {"code": "ASN-99", "version": 1, "title": "Contoh pelatihan kecil", "installed": False}
    ]


def test_a_damaged_course_is_told_and_the_one_before_serves(
    package: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.run(["trust-key", PUBLIC])
    cli.run(["install-course", package])
    (data / "courses" / "ASN-99" / "2" / "course.json").write_bytes(b"")
    capsys.readouterr()
    _, facts = ask(capsys, "list-courses")
    assert facts["courses"][0]["version"] == 1
    assert facts["left_out"][0]["name"] == "ASN-99 versi 2"
    cli.run(["list-courses"])
    assert "Dilewati: ASN-99 versi 2." in capsys.readouterr().out
    _, facts = ask(capsys, "doctor")
    assert {"subject": "pelatihan ASN-99 versi 2", "health": "perlu diperhatikan"}.items() <= next(
        each for each in facts["findings"] if "versi 2" in each["subject"]
    ).items()


def test_at_most_two_keys_are_trusted(capsys: pytest.CaptureFixture[str]) -> None:
    third = f"bina-asn-public-{'07' * 32}"
    for key in (PUBLIC, PUBLIC, str(OTHER_KEY.public)):
        assert cli.run(["trust-key", key]) == 0
    capsys.readouterr()
    code, facts = ask(capsys, "trust-key", third)
    assert (code, facts["error"]) == (8, "KeyUnusable")
    assert "Paling banyak dua" in facts["message"]
    code, facts = ask(capsys, "trust-key", PUBLIC, "--remove")
    assert (code, facts["keys"]) == (0, [str(OTHER_KEY.public)])
    assert cli.run(["trust-key", third]) == 0


def test_what_is_no_key(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, facts = ask(capsys, "trust-key", f"bina-asn-secret-{KEY.data.hex()}")
    assert (code, facts["error"]) == (8, "KeyUnusable")
    data.mkdir()
    (data / "trusted-keys.txt").write_text("rusak", encoding="ascii")
    code, facts = ask(capsys, "install-course", "x.paket")
    assert (code, facts["error"]) == (8, "KeyUnusable")


def test_keys_that_cannot_be_kept(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.write_bytes(b"")
    code, facts = ask(capsys, "trust-key", PUBLIC)
    assert (code, facts["error"]) == (8, "KeyUnusable")


def test_a_pc_without_courses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kosong").mkdir()
    monkeypatch.setenv("BINA_ASN_COURSES", str(tmp_path / "kosong"))
    assert cli.run(["list-courses"]) == 0
    assert "Belum ada pelatihan." in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="folders are closed otherwise there")
def test_a_data_folder_that_may_not_be_read(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data.mkdir()
    with hidden(data):
        code, facts = ask(capsys, "list-courses")
    assert (code, facts["courses"][0]["version"]) == (0, 1)
    assert "tidak dapat dibaca" in facts["left_out"][0]["message"]


def test_a_list_of_keys_that_is_broken_says_how_to_mend_it(
    package: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data.mkdir()
    (data / "trusted-keys.txt").write_text("rusak", encoding="ascii")
    for words in (("install-course", package), ("trust-key", PUBLIC)):
        code, facts = ask(capsys, *words)
        assert (code, facts["error"]) == (8, "KeyUnusable")
        assert "hapus berkas itu" in facts["message"]
    (data / "trusted-keys.txt").unlink()
    assert cli.run(["trust-key", PUBLIC]) == 0
    assert cli.run(["install-course", package]) == 0


def test_a_key_that_is_trusted_no_longer(package: str, capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["trust-key", PUBLIC])
    cli.run(["install-course", package])
    cli.run(["trust-key", PUBLIC, "--remove"])
    capsys.readouterr()
    _, facts = ask(capsys, "list-courses")
    assert facts["courses"][0]["version"] == 1
    assert "Percayai lagi kuncinya" in facts["left_out"][0]["message"]


def test_the_key_of_the_city_is_trusted_by_the_settings(
    package: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings = tmp_path / "pengaturan.toml"
    settings.write_text(f'kunci_kota = "{PUBLIC}"')
    monkeypatch.setenv("BINA_ASN_SETTINGS", str(settings))
    assert cli.run(["install-course", package]) == 0
    capsys.readouterr()
    other, third = str(OTHER_KEY.public), f"bina-asn-public-{'07' * 32}"
    assert ask(capsys, "trust-key", PUBLIC)[1]["keys"] == [PUBLIC]
    assert ask(capsys, "trust-key", other)[1]["keys"] == [PUBLIC, other]
    assert ask(capsys, "trust-key", third)[0] == 8
    code, facts = ask(capsys, "trust-key", PUBLIC, "--remove")
    assert (code, "berkas pengaturan" in facts["message"]) == (8, True)
    assert ask(capsys, "trust-key", other, "--remove")[1]["keys"] == [PUBLIC]
    settings.unlink()
    assert ask(capsys, "list-courses")[1]["courses"][0]["version"] == 1


def test_a_broken_settings_file_stops_no_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pengaturan.toml").write_text("kunci_kota = rusak")
    monkeypatch.setenv("BINA_ASN_SETTINGS", str(tmp_path / "pengaturan.toml"))
    assert ask(capsys, "trust-key", PUBLIC)[1]["keys"] == [PUBLIC]
    assert ask(capsys, "list-courses")[0] == 0
