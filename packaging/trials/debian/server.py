"""The server in a fresh system: installed, run as its unit would run it, and asked from outside."""

from __future__ import annotations

import configparser
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trials.debian.packages import PACKAGES, placed
from trials.roots import Done, Root

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

USER = "bina-asn-server"
DATA = "/var/lib/bina-asn-server"
BACKUPS = "/var/backups/bina-asn-server"
SETTINGS = "/etc/bina-asn-server/server.env"
_UNIT = "/usr/lib/systemd/system/bina-asn-server.service"
_QUIET = ("env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8")
# What systemd's MemoryDenyWriteExecute= asks of the kernel (PR_SET_MDWE of prctl).
_AS_HARDENED = (
    "import ctypes, os, sys; "
    "assert ctypes.CDLL(None).prctl(65, 1, 0, 0, 0) == 0; "
    "os.execv(sys.argv[1], sys.argv[1:])"
)


@dataclass(frozen=True, slots=True)
class Server:
    """A system with the server in it, or about to be."""

    root: Root

    def do(self, *words: str, typed: str = "") -> str:
        """A command of the server, called by root, that has to succeed; what it printed."""
        done = self.run("bina-asn-server", *words, typed=typed)
        assert done.code == 0, done.said
        return done.out

    def run(self, *words: str, typed: str = "") -> Done:
        """Any program, as root, with the network of this machine."""
        process = self.root.start(words, network=True)
        out, error = process.communicate(typed)
        return Done(process.returncode, out, error)

    def dpkg(self, *words: str) -> Done:
        """Run dpkg, which asks nothing."""
        return self.root.run(*_QUIET, "dpkg", *words)

    def apt(self, *words: str) -> str:
        """Run apt-get, which asks nothing; it has to succeed."""
        return self.root.must(*_QUIET, "apt-get", "--quiet", *words, network=True)

    def set(self, name: str, value: str) -> None:
        """Change a line of the settings, as an admin would with an editor."""
        self.root.must("sed", "-i", f"s|^{name}=.*|{name}={value}|", SETTINGS)

    @contextmanager
    def serving(self) -> Iterator[str]:
        """The service as its unit starts it; its address. Ended in order in the end."""
        unit = self.unit()
        process = self.root.start(
            ["python3", "-c", _AS_HARDENED, *unit["ExecStart"].split()],
            account=unit["User"],
            network=True,
        )
        assert process.stdout is not None
        try:
            ready = process.stdout.readline()
            assert ready.startswith("Siap di http://"), process.communicate()[1]
            yield ready.split()[-1]
        finally:
            process.terminate()
            complaints = process.communicate()[1]
        assert process.returncode == 0, complaints

    def unit(self) -> configparser.SectionProxy:
        """The section of the unit that says how it is started."""
        unit = configparser.RawConfigParser(strict=False)
        unit.optionxform = str  # type: ignore[assignment,method-assign]
        unit.read_string(self.root.must("cat", _UNIT))
        return unit["Service"]

    def backups(self) -> list[str]:
        """The backups in the system's folder, the oldest first."""
        return self.root.run("ls", BACKUPS).out.split()

    def count(self, table: str) -> int:
        """How many rows a table of the stopped server's database has."""
        file = self.root.changes / DATA[1:] / "server.db"
        with closing(sqlite3.connect(f"file:{file}?immutable=1", uri=True)) as database:
            (rows,) = database.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        return int(rows)


def set_up(root: Root, package: Path) -> None:
    """Do what the first two commands of the README do."""
    root.put(package.parent, PACKAGES, is_read_only=True)
    server = Server(root)
    server.apt("update")
    server.apt("install", "--yes", placed(package))
    server.set("BINA_ASN_SERVER_PORT", "0")
