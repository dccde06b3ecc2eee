"""The demo as a person starts it: what it says, and that it never leaves anything running."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psutil
import pytest
import requests

from tests.together import demo
from tests.together.sample import ADMIN, PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECONDS = 30


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo that was made before; making one takes seconds."""
    made = tmp_path_factory.mktemp("demo") / "home"
    demo.make(made)
    return made


@contextmanager
def started(home: Path, mode: str) -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, "-m", "tests.together.demo", mode, "--home", str(home)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def read_introduction(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return "".join(process.stdout.readline() for _ in range(3 + 3))


def children(process: subprocess.Popen[str]) -> dict[str, psutil.Process]:
    """The server and the window, by the module they run."""
    running = psutil.Process(process.pid).children()
    return {each.cmdline()[2]: each for each in running}


def wait_for_window(process: subprocess.Popen[str]) -> psutil.Process:
    while "desktop" not in children(process):
        assert process.poll() is None
    return children(process)["desktop"]


def test_tells_how_to_get_in(home: Path) -> None:
    with started(home, "server") as process:
        told = read_introduction(process)
        address = re.findall(r"http://[\d.:]+", told)[0]
        assert requests.get(f"{address}/healthz", timeout=SECONDS).status_code == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(SECONDS) == 130
    assert f"name {ADMIN}, password " in told
    assert all(each.name in told for each in PEOPLE[:3])
    with pytest.raises(requests.ConnectionError):
        requests.get(address, timeout=SECONDS)


@pytest.mark.parametrize("ending", ["window-killed", "interrupted", "terminated"])
def test_leaves_nothing_running(home: Path, ending: str) -> None:
    with started(home, "run") as process:
        read_introduction(process)
        window = wait_for_window(process)
        both = list(children(process).values())
        if ending == "window-killed":
            window.kill()
        else:
            signals = {"interrupted": signal.SIGINT, "terminated": signal.SIGTERM}
            process.send_signal(signals[ending])
        assert process.wait(SECONDS) != 0
        assert len(both) == 2
        _, alive = psutil.wait_procs(both, SECONDS)
    assert alive == []


def test_says_when_the_address_is_taken(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with started(home, "server") as process:
        read_introduction(process)
        kept = demo.load(home)
        assert kept is not None
        assert demo.serve(home, kept, with_window=False) == 1
    assert f"{kept.address} is in use" in capsys.readouterr().out
