"""A real server: a data folder made by the real commands, and a process that can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from sync_server.settings import DATA_VARIABLE, DATABASE_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

UNIT = "14.72.01.1003"
OTHER_UNIT = "14.72.01.1006"
_ENDING_SECONDS = 20
_READY = "Siap di http://127.0.0.1:"


class Server:
    """A server on a data folder of its own.

    Attributes:
        home: Holds the data folder, the log and whatever the commands are given.
        database: SQLAlchemy address; empty for SQLite in the data folder.
        port: Where it listens; 0 while it does not run.
    """

    def __init__(self, home: Path, database: str = "") -> None:
        """Take the home, which may have a data folder already; nothing runs yet."""
        self.home = home
        self.database = database or f"sqlite:///{home / 'data' / 'server.db'}"
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    def init(self, courses: Path) -> None:
        """Make the data folder; attempts are graded by the courses in that folder."""
        self.home.mkdir(parents=True, exist_ok=True)
        self.command("init", "--courses", str(courses))

    def start(self, port: int = 0) -> None:
        """Run, on any free port if 0; returns when connections are accepted."""
        with (self.home / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "sync_server", "run", "--port", str(port)],
                env=self._environment(),
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline().strip()
        assert line.startswith(_READY), f"{line!r}\n{self.log()}"
        self.port = int(line.removeprefix(_READY))

    def kill(self) -> None:
        """SIGKILL: no time to tidy up anything."""
        if self._process is not None:
            self._process.kill()
        self._gone()

    def stop(self) -> int | None:
        """SIGTERM, as systemd sends it; gives the exit code, None when it did not run."""
        if self._process is not None:
            self._process.terminate()
        return self._gone()

    def log(self) -> str:
        """What the server wrote to stderr so far."""
        return (self.home / "log").read_text(encoding="utf-8")

    def command(self, *words: str, typed: str = "") -> str:
        """Run one of the server's commands on its data, typing into it; gives what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "sync_server", *words],
            env=self._environment(),
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def enrolment_code(self, unit: str = UNIT, uses: int = 1, days: int = 30) -> str:
        """A code for so many PCs."""
        options = ("--unit", unit, "--uses", str(uses), "--days", str(days), "--json")
        answer: dict[str, Any] = json.loads(self.command("enrol-code", *options))
        return str(answer["code"])

    def import_people(self, lines: Iterable[tuple[str, str, str]]) -> None:
        """Import a roster: name, NIP and unit of each person."""
        table = self.home / "pegawai.csv"
        rows = [f"{name};{nip};PNS;{unit}" for name, nip, unit in lines]
        table.write_text("\n".join(["nama;nip;status;unit", *rows, ""]), encoding="utf-8")
        self.command("import-roster", str(table))

    def _gone(self) -> int | None:
        process, self._process, self.port = self._process, None, 0
        if process is None:
            return None
        code = process.wait(_ENDING_SECONDS)
        if process.stdout:
            process.stdout.close()
        return code

    def _environment(self) -> dict[str, str]:
        chosen = {DATA_VARIABLE: str(self.home / "data"), DATABASE_VARIABLE: self.database}
        return {**os.environ, **chosen}
