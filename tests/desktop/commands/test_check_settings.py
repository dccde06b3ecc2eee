from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop import cli
from tests.desktop.test_machine_settings import KEY, WHOLE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_good_file_is_told_and_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pengaturan kota é.toml"
    file.write_text(WHOLE, "utf-8")
    assert cli.run(["check-settings", str(file)]) == 0
    said = capsys.readouterr().out
    assert "Server: https://bina.dumaikota.go.id" in said
    assert "Kode aktivasi: tidak diminta" in said
    assert cli.run(["check-settings", str(file), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["settings"]["city_key"] == KEY
    assert facts["settings"]["lock_minutes"] == 15
    assert file.read_text("utf-8") == WHOLE
    assert list(tmp_path.iterdir()) == [file]


def test_a_bad_file_names_every_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "pengaturan.toml"
    file.write_text("unit = 1\n\nlayar = 5\n", "utf-8")
    assert cli.run(["check-settings", str(file)]) == 11
    said = capsys.readouterr()
    assert said.out == ""
    first, second, third = said.err.splitlines()
    assert first == f"Berkas pengaturan ditolak: {file}"
    assert second.startswith("Baris 1: unit: harus teks")
    assert third.startswith("Baris 3: layar: kunci ini tidak dikenal.")
    assert cli.run(["check-settings", str(file), "--json"]) == 11
    facts = json.loads(capsys.readouterr().out)
    assert [(each["line"], each["key"]) for each in facts["problems"]] == [
        (1, "unit"),
        (3, "layar"),
    ]


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check-settings", str(tmp_path / "lupa.toml"), "--json"]) == 11
    assert (
        json.loads(capsys.readouterr().out)["problems"][0]["message"] == "Berkas tidak ditemukan."
    )
