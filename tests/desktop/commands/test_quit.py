"""Closing the open window by its own command, from another process."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.desktop.desk import SITI, fill
from tests.desktop.stores import open_store

ROOT = Path(__file__).parents[3]
Process = subprocess.Popen[str]
Open = Callable[..., Process]


def environment(folder: Path) -> dict[str, str]:
    return os.environ | {
        "BINA_ASN_DATA": str(folder),
        "BINA_ASN_COURSES": str(ROOT / "tests" / "courses"),
        "QT_QPA_PLATFORM": "offscreen",
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data é"


@pytest.fixture
def open_window(folder: Path) -> Iterator[Open]:
    running: list[Process] = []

    def start(module: str, *words: str) -> Process:
        command = [sys.executable, "-m", module, *words]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        running.append(
            subprocess.Popen(command, text=True, cwd=ROOT, env=environment(folder), **pipes)  # type: ignore[call-overload]
        )
        return running[-1]

    yield start
    for each in running:
        with suppress(ProcessLookupError):
            each.kill()
        each.communicate()


def read(window: Process) -> str:
    assert window.stdout is not None
    return window.stdout.readline().strip()


def quit_it(folder: Path, *words: str) -> tuple[int, dict[str, object]]:
    command = [sys.executable, "-m", "desktop", "quit", "--json", *words]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(folder), capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.returncode, json.loads(done.stdout)


@pytest.mark.parametrize("state", ["idle", "detail", "box", "folder"])
def test_the_window_tells_the_person_and_closes(
    folder: Path, open_window: Open, state: str
) -> None:
    fill(folder, SITI)
    window = open_window("tests.desktop.commands.window", state)
    assert read(window) == "siap", window.communicate(timeout=5)
    code, facts = quit_it(folder)
    assert (code, facts["was_open"]) == (0, True)
    said, trouble = window.communicate(timeout=30)
    assert window.returncode == 0, trouble
    assert "pesan: Bina ASN akan ditutup" in said
    assert "Traceback" not in trouble
    assert not (folder / "bina-asn.lock").exists()


def test_an_answer_that_was_given_is_kept(folder: Path, open_window: Open) -> None:
    fill(folder, SITI)
    window = open_window("tests.desktop.commands.window", "quiz")
    assert read(window) == "siap", window.communicate(timeout=5)
    assert quit_it(folder)[0] == 0
    assert window.wait(timeout=30) == 0
    store = open_store(folder)
    attempt = store.open_attempt(SITI.id, "asn-99-01")
    assert attempt is not None
    assert len(attempt.answers) == 1
    store.close()


def test_a_round_on_its_way_holds_nothing_up(folder: Path, open_window: Open) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        fill(folder, SITI, place=f"http://127.0.0.1:{deaf.getsockname()[1]}")
        window = open_window("tests.desktop.commands.window", "idle")
        visitor, _ = deaf.accept()
        assert quit_it(folder)[0] == 0
        assert window.wait(timeout=30) == 0
        visitor.close()


def test_a_window_that_just_starts_is_waited_for(folder: Path, open_window: Open) -> None:
    fill(folder, SITI)
    window = open_window("tests.desktop.commands.window", "idle")
    while not (folder / "bina-asn.lock").exists():
        assert window.poll() is None
    assert quit_it(folder)[0] == 0
    assert window.wait(timeout=30) == 0


def test_a_damaged_database_holds_nothing_up(folder: Path, open_window: Open) -> None:
    folder.mkdir()
    (folder / "bina-asn.db").write_bytes(b"rusak" * 1000)
    window = open_window("desktop")
    while not (folder / "bina-asn.lock").exists():
        assert window.poll() is None
    assert quit_it(folder)[0] == 0
    assert window.wait(timeout=30) == 0
    assert (folder / "bina-asn.db").read_bytes() == b"rusak" * 1000


def test_nothing_is_open(folder: Path) -> None:
    assert quit_it(folder) == (0, {"ok": True, "exit_code": 0, "was_open": False})
    assert not folder.exists()
    folder.mkdir()
    assert quit_it(folder)[0] == 0
    assert list(folder.iterdir()) == []


def test_a_program_that_does_not_hear_is_named_and_goes_on(folder: Path, open_window: Open) -> None:
    holder = open_window("tests.desktop.services.holder", str(folder), "deaf")
    assert read(holder) == "claimed"
    code, facts = quit_it(folder, "--wait", "0")
    assert (code, facts["error"]) == (9, "StillOpen")
    assert "akun lain" in str(facts["message"])
    assert facts["details"] == f"process {holder.pid}"
    assert holder.poll() is None


def test_a_program_that_hears_but_stays_is_not_killed(folder: Path, open_window: Open) -> None:
    holder = open_window("tests.desktop.services.holder", str(folder), "listen")
    assert [read(holder), read(holder)] == ["claimed", "listening"]
    code, facts = quit_it(folder, "--wait", "1")
    assert (code, facts["error"]) == (9, "StillOpen")
    assert "belum selesai dalam 1 detik" in str(facts["message"])
    assert read(holder) == "quit wanted"
    assert holder.poll() is None


def test_what_a_killed_program_left_behind_is_nothing_open(folder: Path, open_window: Open) -> None:
    holder = open_window("tests.desktop.services.holder", str(folder), "listen")
    assert [read(holder), read(holder)] == ["claimed", "listening"]
    holder.kill()
    holder.wait()
    assert quit_it(folder)[0] == 0
