from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

import pytest

from desktop import pc_doctor, rights
from desktop.findings import Health
from desktop.storage.measuring import commit_seconds
from tests.desktop.test_machine_settings import WHOLE


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program folder as an installer leaves it."""
    made = tmp_path / "program"
    made.mkdir()
    (made / "manifest.json").write_text("{}")
    return made


def test_the_installation_tells_its_version_and_place(program: Path, tmp_path: Path) -> None:
    assert f"terpasang di {program}" in pc_doctor.look_at_installation(program).words
    assert "dari kode sumber" in pc_doctor.look_at_installation(tmp_path).words


def test_program_files_that_anybody_may_change_are_bad(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rights, "is_open_to_all", lambda _: True)
    (found,) = pc_doctor.look_at_program_files(program)
    assert found.health is Health.BAD
    assert "bina-asn prepare-pc" in found.words
    monkeypatch.setattr(rights, "is_open_to_all", lambda _: False)
    (found,) = pc_doctor.look_at_program_files(program)
    assert found.health is Health.GOOD
    assert pc_doctor.look_at_program_files(program.parent) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_the_rights_are_those_of_the_files(program: Path) -> None:
    (program / "manifest.json").chmod(0o666)
    (found,) = pc_doctor.look_at_program_files(program)
    assert found.health is Health.BAD


def test_settings_are_told_and_broken_ones_named(tmp_path: Path) -> None:
    file = tmp_path / "pengaturan.toml"
    assert pc_doctor.look_at_settings(file).health is Health.GOOD
    file.write_text(WHOLE, "utf-8")
    found = pc_doctor.look_at_settings(file)
    assert (found.health, "bina.dumaikota.go.id" in found.words) == (Health.GOOD, True)
    file.write_text("kunci_layar = 0\nlain = 1\n")
    found = pc_doctor.look_at_settings(file)
    assert found.health is Health.BAD
    assert "Baris 1: kunci_layar" in found.words
    assert "Baris 2: lain" in found.words


def test_a_disk_is_measured_and_left_as_it_was(tmp_path: Path) -> None:
    ticks = count()
    assert commit_seconds(tmp_path, lambda: float(next(ticks))) == 1.0
    assert list(tmp_path.iterdir()) == []


def test_a_slow_disk_hints_at_the_virus_scanner(tmp_path: Path, program: Path) -> None:
    ticks = count()
    (found,) = pc_doctor.look_at_speed(tmp_path, program, lambda: next(ticks) / 2)
    assert found.health is Health.DOUBTFUL
    assert "500.0 milidetik" in found.words
    assert str(tmp_path) in found.words
    assert str(program) in found.words
    (found,) = pc_doctor.look_at_speed(tmp_path, program, lambda: next(ticks) / 1000)
    assert (found.health, "1.0 milidetik" in found.words) == (Health.GOOD, True)


def test_what_can_not_be_measured_is_told_elsewhere(tmp_path: Path, program: Path) -> None:
    assert pc_doctor.look_at_speed(tmp_path / "tidak ada", program, float) == []
    if sys.platform == "linux":
        assert pc_doctor.look_at_speed(Path("/proc"), program, float) == []


def test_data_of_another_machine_are_told_with_the_way_out() -> None:
    assert pc_doctor.look_at_machine(is_other=False) == []
    (found,) = pc_doctor.look_at_machine(is_other=True)
    assert found.health is Health.DOUBTFUL
    assert "bina-asn prepare-image" in found.words
