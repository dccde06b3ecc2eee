"""The client in a fresh system: installed, used by accounts, looked at."""

from __future__ import annotations

import json
import shutil
import subprocess
import sysconfig
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from installers.workshop import ROOT
from trials.roots import Root

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from trials.roots import Done
    from trials.screens import Screen

HERE = Path(__file__).parent
SET = "/media/flashdisk kantor"
_TRIAL = "/trial"
_PICTURES = "/tmp/pictures"  # noqa: S108 - in a system of its own
_PYTHON = ("/usr/bin/python3", "-ISBXutf8", "-Xfaulthandler", f"{_TRIAL}/inside.py")
_QT_FOR_TRIALS = ("PySide6/QtTest.abi3.so", "PySide6/Qt/lib/libQt6Test.so.6")


def lend_hands(folder: Path) -> Path:
    """A folder with what the trials do inside: our script, the tour's scenes, Qt's test module."""
    folder.chmod(0o755)  # pytest's own folders are closed to other accounts
    shutil.copy(HERE / "inside.py", folder)
    shutil.copytree(ROOT / "tests" / "together" / "tour", folder / "tests" / "together" / "tour")
    for name in _QT_FOR_TRIALS:
        target = folder / "qt" / Path(name).relative_to("PySide6")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(sysconfig.get_path("purelib")) / name, target)
    return folder


def install_from(flashdisk: Path, root: Root) -> None:
    """Install the offline set, without any network, where accounts are there already."""
    for account in ("ani", "budi"):
        root.must("useradd", "--create-home", "--shell", "/bin/bash", account)
    root.put(flashdisk, SET, is_read_only=True)
    done = root.run("sh", f"{SET}/pasang.sh")
    log = root.run("cat", "/var/log/bina-asn-pemasangan.log").out
    assert done.code == 0, done.said + log
    assert "Pemasangan utuh" in done.out
    assert not [line for line in log.splitlines() if line.startswith(("W:", "E:", "dpkg: "))]


class Stuck(Exception):
    """The actor could not play a scene: what it says about it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The program with an actor in it; see ``tests/together/tour/actor.py``."""

    process: subprocess.Popen[str]

    def play(self, scene: str, **details: object) -> dict[str, Any]:
        """Have a scene played; returns what was seen."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"scene": scene, "with": details}) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline() or "{}")
        if "seen" not in answer:
            ended = self.process.poll()
            self.process.kill()
            complaints = self.process.communicate()[1]
            raise Stuck(f"{scene}: {answer.get('trouble')}, exit code {ended}\n{complaints}")
        seen: dict[str, Any] = answer["seen"]
        return seen

    def close(self) -> tuple[int, str]:
        """Close the window; exit code, and what the program complained of."""
        self.play("close")
        # Only then hang up: an actor that hears no more orders ends the program itself.
        self.process.wait(60)
        _, complaints = self.process.communicate()
        return self.process.returncode, complaints


@dataclass(frozen=True, slots=True)
class Client:
    """A system with the program in it, or about to be."""

    root: Root

    def do(self, *words: str, account: str = "ani") -> dict[str, Any]:
        """What `inside.py` does by these words, as an account of the group; what it told."""
        told = self.root.must(*_PYTHON, *words, account=account)
        counted: dict[str, Any] = json.loads(told or "{}")
        return counted

    def dpkg(self, *words: str, environment: Mapping[str, str] | None = None) -> Done:
        """Run dpkg, which asks nothing."""
        given = [f"{name}={value}" for name, value in (environment or {}).items()]
        quiet = ["env", "DEBIAN_FRONTEND=noninteractive", *given, "dpkg"]
        return self.root.run(*quiet, *words)

    def remove(self) -> Done:
        """Remove the package, from where the window's own network can be reached."""
        return self.root.run("dpkg", "--remove", "bina-asn", network=True)

    def answer_debconf(self, question: str, kind: str, value: str) -> None:
        """Answer a question of the package before it is asked."""
        line = f"bina-asn bina-asn/{question} {kind} {value}"
        self.root.must("sh", "-c", f"echo '{line}' | debconf-set-selections")

    @contextmanager
    def acting(self, screen: Screen, account: str = "ani") -> Iterator[Actor]:
        """The window with an actor in it, ended in the end."""
        self.root.must("mkdir", "-p", "-m", "777", _PICTURES)
        words = [*_PYTHON, "act", _PICTURES]
        process = self.root.start(
            words, account=account, network=True, environment=screen.environment
        )
        try:
            yield Actor(process)
        finally:
            if process.poll() is None:
                process.kill()
                process.communicate()

    def pictures(self) -> list[Path]:
        """The pictures that actors took, in their order."""
        return sorted((self.root.changes / _PICTURES[1:]).glob("*.png"))
