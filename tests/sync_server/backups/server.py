"""A server with its data folder, worked with by the real commands."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sync_server.database import Database
from sync_server.tables import LearnerRow
from tests.sync_server.city import SESAI, City
from tests.sync_server.process import run

if TYPE_CHECKING:
    import subprocess

OK, BAD_INPUT, USAGE, NOT_READY, LINES_REFUSED = range(5)


class Server:
    """A data folder with its database, worked with by the real commands."""

    def __init__(self, data: Path, url: str = "") -> None:
        self.data, self.url = data, url

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return run(self.data, *words, url=self.url)

    def do(self, *words: str) -> str:
        done = self.run(*words)
        assert done.returncode == OK, done.stderr
        return done.stdout

    def back_up(self) -> Path:
        return Path(self.do("backup", "--to", str(self.data.parent / "kept")).strip())

    def take_in(self, *people: tuple[str, str]) -> None:
        roster = self.data.parent / "pegawai.csv"
        lines = [f"{name};{nip};PNS;{SESAI}" for name, nip in people]
        roster.write_text("\n".join(["nama;nip;status;unit", *lines]), encoding="utf-8")
        self.do("import-roster", str(roster))

    def nips(self) -> set[str]:
        with self.database() as database:
            return {row.nip for row in City(database).rows(LearnerRow)}

    def database(self) -> closing[Database]:
        return closing(Database(self.url or f"sqlite:///{self.data / 'server.db'}"))
