"""The program as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.services.instance import Instance
from desktop.storage.opening import FILE_NAME
from tests.desktop.desk import SITI, fill

ROOT = Path(__file__).parents[2]
HEAVY = [
    "desktop.storage.database",
    "requests",
    "markdown",
    "nh3",
    "argon2",
    "nacl",
    "ruamel",
    "msgspec",
]
Start = Callable[..., subprocess.Popen[str]]

FIRST_PICTURE = f"""
import json, sys
from desktop.ui.main_window import MainWindow
painted = MainWindow.paintEvent
def look(self, event):
    painted(self, event)
    print(json.dumps([name for name in {HEAVY} if name in sys.modules]), flush=True)
MainWindow.paintEvent = look
from desktop.app import run
run()
"""

CLOSES_ITSELF = """
import sys
from desktop.ui.shell import Shell
begin = Shell.begin
def begin_and_close(self):
    begin(self)
    self._services.backend.run(lambda store: None).success(lambda _: self._window.close())
Shell.begin = begin_and_close
from desktop.__main__ import main
sys.exit(main([]))
"""

CLOSES_WHEN_TOLD = """
import sys
from PySide6.QtCore import QSocketNotifier
from desktop.app import Program
start = Program.start
def start_and_listen(self):
    start(self)
    self.told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    self.told.activated.connect(lambda: (self.told.setEnabled(False), self._window.close()))
Program.start = start_and_listen
from desktop.__main__ import main
sys.exit(main([]))
"""

BREAKS = """
import sys
from PySide6.QtCore import QTimer
from desktop.ui.main_window import MainWindow
from desktop.ui.message_bar import MessageBar
def fail():
    raise KeyError("Siti Aminah")
show = MessageBar.show_message
def show_and_tell(self, message):
    show(self, message)
    print(message.title, self.isVisible(), flush=True)
    QTimer.singleShot(0, self.window().close)
MessageBar.show_message = show_and_tell
from desktop.ui.shell import Shell
begin = Shell.begin
Shell.begin = lambda self: (begin(self), QTimer.singleShot(0, fail))
from desktop.app import run
sys.exit(run())
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    running: list[subprocess.Popen[str]] = []

    def begin(*words: str) -> subprocess.Popen[str]:
        environment = os.environ | {"BINA_ASN_DATA": str(folder), "QT_QPA_PLATFORM": "offscreen"}
        running.append(
            subprocess.Popen(
                [sys.executable, *words],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                cwd=ROOT,
                env=environment,
            )
        )
        return running[-1]

    yield begin
    for each in running:
        with suppress(ProcessLookupError):
            each.kill()
        each.communicate()


def test_the_first_picture_waits_for_no_library(start: Start) -> None:
    program = start("-c", FIRST_PICTURE)
    assert program.stdout is not None
    assert json.loads(program.stdout.readline()) == []


def test_closing_the_window_ends_the_program(start: Start, folder: Path) -> None:
    program = start("-c", CLOSES_ITSELF)
    _, trouble = program.communicate(timeout=60)
    assert program.returncode == 0, trouble
    assert (folder / FILE_NAME).is_file()


def test_a_second_start_ends_with_seven_and_a_word(start: Start) -> None:
    first = start("-c", FIRST_PICTURE)
    assert first.stdout is not None
    assert first.stdout.readline()
    second = start("-m", "desktop")
    _, words = second.communicate(timeout=60)
    assert second.returncode == 7
    assert "sudah terbuka" in words
    assert first.poll() is None


def test_closing_waits_for_no_server(start: Start, folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        fill(folder, SITI, place=f"http://127.0.0.1:{deaf.getsockname()[1]}")
        program = start("-c", CLOSES_WHEN_TOLD)
        visitor, _ = deaf.accept()
        _, trouble = program.communicate("tutup\n", timeout=30)
        visitor.close()
    assert program.returncode == 0, trouble


def test_ctrl_c_ends_it_at_once(start: Start) -> None:
    program = start("-c", FIRST_PICTURE)
    assert program.stdout is not None
    assert program.stdout.readline()
    program.send_signal(signal.SIGINT)
    assert program.wait(timeout=10) == -signal.SIGINT


def test_somebody_elses_program_is_named_instead(start: Start, folder: Path) -> None:
    elsewhere = Instance(folder)
    assert elsewhere.claim()
    script = "import sys; from desktop.app import run; sys.exit(run(warn=print))"
    program = start("-c", script)
    words, _ = program.communicate(timeout=60)
    elsewhere.release()
    assert program.returncode == 7
    assert "akun lain" in words


def test_after_a_kill_it_starts_again(start: Start) -> None:
    killed = start("-c", FIRST_PICTURE)
    assert killed.stdout is not None
    assert killed.stdout.readline()
    killed.kill()
    killed.wait()
    program = start("-c", CLOSES_ITSELF)
    _, trouble = program.communicate(timeout=60)
    assert program.returncode == 0, trouble


def test_an_unexpected_error_reaches_the_bar_and_the_log(start: Start, folder: Path) -> None:
    program = start("-c", BREAKS)
    words, trouble = program.communicate(timeout=60)
    assert words.strip() == "Terjadi kesalahan True", trouble
    assert program.returncode == 0
    log = (folder / "bina-asn.log").read_text("utf-8")
    assert "builtins.KeyError" in log
    assert "Siti" not in log


def test_an_error_while_one_is_told_ends_nothing(start: Start, folder: Path) -> None:
    broken = "raise OSError('gone')"
    program = start("-c", BREAKS.replace("show(self, message)", f"self.window().close(); {broken}"))
    _, trouble = program.communicate(timeout=60)
    assert "OSError: gone" in trouble
    assert "RecursionError" not in trouble


def test_a_damaged_database_is_shown_and_left_alone(start: Start, folder: Path) -> None:
    folder.mkdir()
    damaged = b"rusak" * 1000
    (folder / FILE_NAME).write_bytes(damaged)
    script = """
import sys
from PySide6.QtCore import QTimer
from desktop.ui.pages.store_problem import StoreProblemPage
shown = StoreProblemPage.showEvent
def tell(self, event):
    shown(self, event)
    print("shown", flush=True)
    QTimer.singleShot(0, self.close_wanted.emit)
StoreProblemPage.showEvent = tell
from desktop.app import run
sys.exit(run())
"""
    program = start("-c", script)
    words, trouble = program.communicate(timeout=60)
    assert words.strip() == "shown", trouble
    assert program.returncode == 0
    assert (folder / FILE_NAME).read_bytes() == damaged
