"""Killed at any step, a restoration or a backup leaves a server that works, old or new, never half.

The real code runs in a process of its own and kills itself before its n-th change on the disk or
its n-th call of a program, for every n until it survives.
"""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from sync_server import settings
from sync_server.backups import restoring
from sync_server.settings import Settings
from tests.sync_server.backups.server import OK, Server
from tests.sync_server.city import BUDI, SITI
from tests.sync_server.process import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")

DRIVER = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from sync_server.backups import making, restoring

left, data, events = int(sys.argv[1]), sys.argv[2], set(sys.argv[3].split(","))

def count(event, arguments):
    global left
    if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & os.O_CREAT):
        return
    if event in events and (event == "subprocess.Popen" or data in str(arguments)):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
now = datetime(2026, 11, 24, tzinfo=UTC)
if sys.argv[4] == "restore":
    restoring.restore(Path(data), Path(sys.argv[5]), now)
else:
    making.make_backup(Path(data), Path(sys.argv[5]), now)
"""
CHANGES = "open,os.mkdir,os.rename,os.remove,os.rmdir,sqlite3.connect"
CALLS = "subprocess.Popen,os.rename"


def kills(
    server: Server, events: str, word: str, path: Path, prepare: Callable[[], None]
) -> Iterator[int]:
    """Yields after each kill; ends when the work came to its end."""
    for step in itertools.count():
        prepare()
        words = [str(step), str(server.data), events, word, str(path)]
        done = subprocess.run(
            [sys.executable, "-c", DRIVER, *words],
            env=environment(server.data, server.url),
            check=False,
        )
        if done.returncode == OK:
            return
        assert done.returncode == -signal.SIGKILL
        yield step


def state(server: Server) -> tuple[str, frozenset[str], bytes]:
    """What the server is after the next opening."""
    restoring.complete(server.data)
    kept = settings.load(server.data)
    return kept.organisation, frozenset(server.nips()), (server.data / "secret").read_bytes()


@pytest.mark.timeout(300)
def test_a_restoration_killed_at_any_step(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.DATABASE_VARIABLE, server.url)
    backup = server.back_up()
    old = state(server)
    other = other_server(server)
    others = other.back_up()
    new = state(other)

    def prepare() -> None:
        shutil.rmtree(server.data)
        server.do("restore", str(backup))

    events = CALLS if server.url else CHANGES
    seen = [state(server) for _ in kills(server, events, "restore", others, prepare)]
    assert state(server) == new
    assert set(seen) == {old, new}
    # Once the new one is there, no later kill brings the old one back.
    assert seen == sorted(seen, key=lambda each: each == new)


def other_server(server: Server) -> Server:
    """One with other people, settings and secret; on PostgreSQL it takes over the tables."""
    other = Server(server.data.parent / "other", server.url)
    other.do("init", "--organisation", "Lain")
    other.take_in(("Siti", SITI))
    return other


@pytest.mark.timeout(300)
def test_a_backup_killed_at_any_step(tmp_path: Path) -> None:
    server = Server(tmp_path / "data")
    server.do("init")
    server.take_in(("Budi", BUDI))
    to = server.data / "backups"

    def prepare() -> None:
        for file in to.glob("*.tar"):
            file.unlink()

    for _ in kills(server, CHANGES, "backup", to, prepare):
        for file in to.glob("*.tar"):
            restored = tmp_path / "restored"
            Server(restored).do("restore", str(file))
            shutil.rmtree(restored)
    assert {path.suffix for path in to.iterdir()} == {".tar"}


def test_the_next_command_ends_what_was_cut(tmp_path: Path) -> None:
    server = Server(tmp_path / "data")
    server.do("init", "--organisation", "Lama")
    backup = server.back_up()
    server.do("init", "--organisation", "Baru")
    cut = restored_until_decided(server, backup)
    assert cut
    server.do("regrade")
    assert settings.load(server.data).organisation == "Lama"
    assert not (server.data / "restore-ready").exists()


def restored_until_decided(server: Server, backup: Path) -> bool:
    """Kill at the first step after which the exchange is pending."""
    steps = kills(server, "os.rename", "restore", backup, lambda: None)
    with closing(steps) as each:  # type: ignore[type-var] # a generator has close()
        return any((server.data / "restore-ready").exists() for _ in each)


def test_a_folder_being_restored_lets_nobody_in(tmp_path: Path) -> None:
    from sync_server import folder_lock

    settings.initialise(tmp_path, Settings(), os.urandom)
    with folder_lock.alone(tmp_path):
        refused = Server(tmp_path).run("regrade")
    assert refused.returncode == 3
    assert "sedang dipulihkan" in refused.stderr
