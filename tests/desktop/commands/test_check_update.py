"""``bina-asn check-update`` as IT staff run it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop import cli
from desktop.exits import Exit
from lessons.program import program_version
from tests.desktop.sync.servers import GoodServer, serving
from tests.desktop.updates.release import CONTENT, DEB, EXE, LATER, OURS, STRANGER, release
from tests.desktop.updates.test_server import UpdateServer


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PC without a display that trusts the city's key by its own list."""
    folder = tmp_path / "data"
    monkeypatch.setenv("BINA_ASN_DATA", str(folder))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    folder.mkdir()
    (folder / "trusted-keys.txt").write_text(f"{OURS.public}\n", "ascii")
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return release(tmp_path / "flashdisk é")


def ask(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = cli.run(["check-update", *words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_flashdisk_is_verified_and_nothing_starts(
    stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts = ask(capsys, str(stick))
    assert (code, facts["update"]) == (0, {"version": LATER, "file": str(stick / DEB)})
    assert cli.run(["check-update", str(stick / DEB)]) == 0
    said = capsys.readouterr().out
    assert f"versi {LATER}" in said
    assert "tanda tangan dan isinya benar" in said
    assert "sudo" not in said


def test_to_run_it_where_nobody_can_be_asked_the_line_is_told(
    stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, facts = ask(capsys, str(stick / DEB), "--run")
    copy = Path(facts["message"].removeprefix("Jalankan: sudo apt install "))
    assert code == 0
    assert copy.name == DEB
    assert copy.read_bytes() == CONTENT
    copy.unlink()
    copy.parent.rmdir()


@pytest.mark.parametrize("run", [[], ["--run"]])
def test_what_is_refused_has_a_code_of_its_own(
    stick: Path, capsys: pytest.CaptureFixture[str], run: list[str]
) -> None:
    (stick / DEB).write_bytes(CONTENT[1:])
    code, facts = ask(capsys, str(stick), *run)
    assert (code, facts["error"]) == (Exit.UPDATE, "UpdateRefused")
    code, facts = ask(capsys, str(stick / EXE), *run)
    assert (code, facts["error"]) == (Exit.UPDATE, "UpdateRefused")


def test_a_key_that_is_trusted_no_longer_signs_in_vain(
    stick: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "trusted-keys.txt").write_text(f"{STRANGER.public}\n", "ascii")
    assert ask(capsys, str(stick))[0] == Exit.UPDATE
    (data / "trusted-keys.txt").write_text("nonsense\n", "ascii")
    code, facts = ask(capsys, str(stick))
    assert code == Exit.UPDATE
    assert "trusted-keys.txt" in facts["message"]


def test_the_key_of_the_settings_file_counts_too(
    stick: Path,
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (data / "trusted-keys.txt").unlink()
    code, facts = ask(capsys, str(stick))
    assert code == Exit.UPDATE
    assert "kunci_kota" in facts["message"]
    settings = tmp_path / "pengaturan.toml"
    settings.write_text(f'kunci_kota = "{OURS.public}"\n', "utf-8")
    monkeypatch.setenv("BINA_ASN_SETTINGS", str(settings))
    assert ask(capsys, str(stick))[0] == Exit.OK
    settings.write_text("kunci_kota = 7\n", "utf-8")
    assert ask(capsys, str(stick))[0] == Exit.SETTINGS


def test_the_same_version_again_is_refused_from_a_flashdisk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = release(tmp_path, f"bina-asn_{program_version()}_amd64.deb")
    code, facts = ask(capsys, str(stick))
    assert (code, facts["error"]) == (Exit.UPDATE, "NothingNewer")
    assert "sudah terpasang" in facts["message"]


def test_without_a_server_there_is_nobody_to_ask(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(capsys)[0] == Exit.NOT_ENROLLED


def enrol(server: str) -> None:
    assert cli.run(["enrol", "--server", server, "--code", GoodServer.code]) == 0


def test_a_server_with_nothing_newer_is_no_failure(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    updates = UpdateServer("bina-asn_0.0.9_amd64.deb")
    good = GoodServer()
    with serving(
        lambda request, line: (updates if "updates" in request.target else good)(request, line)
    ) as listening:
        enrol(listening.address)
        assert updates.asked == []
        capsys.readouterr()
        code, facts = ask(capsys, "--run")
    assert (code, facts["update"]) == (0, None)
    assert "lebih lama" in facts["message"]
    assert not (data / "updates").exists()
    code, facts = ask(capsys)
    assert (code, facts["error"]) == (Exit.NETWORK, "NotReachable")
