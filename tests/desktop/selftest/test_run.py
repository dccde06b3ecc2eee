"""The check as IT staff run it, and what it says when something is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.__main__ import main
from desktop.selftest import database
from desktop.selftest.scratch import scratch_folder
from desktop.selftest.verdicts import Doubtful
from tests.desktop.rights import folder_for_all, hidden, without_rights

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

ROOT = Path(__file__).parents[3]
SUBJECTS = [
    "berkas program",
    "modul program",
    "basis data",
    "pelatihan",
    "jendela",
    "huruf",
    "ikon",
    "gambar",
    "gaya tampilan",
    "cetak PDF",
    "sertifikat",
    "jam komputer",
]


def check(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own without a display."""
    display = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: os.environ[name] for name in os.environ.keys() - display}
    return subprocess.run(
        [sys.executable, "-m", "desktop", "--selftest", *words],
        cwd=ROOT,
        env=kept | {"TZ": "Asia/Jakarta"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def findings(done: subprocess.CompletedProcess[str]) -> dict[str, tuple[str, str]]:
    told: dict[str, Any] = json.loads(done.stdout)
    assert told["exit_code"] == done.returncode
    assert told["ok"] == (done.returncode == 0)
    return {each["subject"]: (each["health"], each["words"]) for each in told["findings"]}


def test_all_is_told_in_words_without_a_display(tmp_path: Path) -> None:
    done = check(BINA_ASN_DATA=str(tmp_path / "data"))
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.partition(":")[0] for line in lines[:-1]] == SUBJECTS
    assert all(": baik. " in line for line in lines[:-1])
    assert lines[-1] == "Pemasangan utuh."
    assert not (tmp_path / "data").exists()


def test_a_display_that_is_gone_does_no_harm(tmp_path: Path) -> None:
    done = check("--json", BINA_ASN_DATA=str(tmp_path), DISPLAY=":77", QT_QPA_PLATFORM="nonsense")
    assert (done.returncode, done.stderr) == (0, "")
    assert set(findings(done)) == set(SUBJECTS)


def test_a_damaged_database_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "bina-asn.db").write_bytes(b"nothing of ours" * 100)
    done = check("--json", BINA_ASN_DATA=str(tmp_path))
    health, words = findings(done)["basis data"]
    assert (done.returncode, health) == (0, "perlu diperhatikan")
    assert "bina-asn doctor" in words
    assert (tmp_path / "bina-asn.db").read_bytes() == b"nothing of ours" * 100


def test_courses_that_are_gone_mean_a_broken_installation(tmp_path: Path) -> None:
    done = check("--json", BINA_ASN_DATA=str(tmp_path), BINA_ASN_COURSES=str(tmp_path / "none"))
    found = findings(done)
    assert done.returncode == 12
    assert found["pelatihan"][0] == "bermasalah"
    assert found["cetak PDF"][0] == "bermasalah"
    assert found["pelatihan"][1].endswith("Pasang ulang Bina ASN.")
    assert found["ikon"][0] == "baik"


def test_people_read_what_is_broken_and_what_to_do(tmp_path: Path) -> None:
    done = check(BINA_ASN_DATA=str(tmp_path), BINA_ASN_COURSES=str(tmp_path / "none"))
    lines = done.stdout.splitlines()
    assert done.returncode == 12
    assert [line for line in lines if line.startswith("pelatihan: bermasalah. ")]
    assert lines[-1].startswith("Pemasangan tidak utuh. Pasang ulang Bina ASN.")


@pytest.mark.parametrize("kept_from", [hidden, without_rights])
def test_a_data_folder_without_rights_is_only_looked_at(
    kept_from: Callable[[Path], AbstractContextManager[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with folder_for_all() as folder:
        monkeypatch.setenv("BINA_ASN_DATA", str(folder / "data"))
        (folder / "data").mkdir(mode=0o755)
        with kept_from(folder / "data"):
            words = told(database.look)
        assert list((folder / "data").iterdir()) == []
    assert "belum ada" in words or "tidak dapat dilihat oleh akun ini" in words


def told(look: Callable[[], str]) -> str:
    try:
        return look()
    except Doubtful as doubt:
        return str(doubt)


def test_without_room_for_temporary_files_nothing_is_held_against_the_program() -> None:
    with pytest.raises(Doubtful, match="penuh"), scratch_folder(enough=2**62):
        pass


def test_without_a_place_for_temporary_files_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with pytest.raises(Doubtful, match="Tidak dapat dicoba di folder sementara"), scratch_folder():
        pass


def test_other_words_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--selftest", "--fiels"]) == 2
    assert "pemakaian: bina-asn --selftest" in capsys.readouterr().err
