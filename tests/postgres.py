"""A PostgreSQL of one's own in a temporary folder, reached by a socket there, gone afterwards."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBIAN = Path("/usr/lib/postgresql")


def find_programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`: on the PATH, or the newest that Debian has installed."""
    on_path = shutil.which("pg_ctl")
    if on_path is not None:
        return Path(on_path).resolve().parent
    versions = sorted(DEBIAN.glob("*/bin/pg_ctl"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextlib.contextmanager
def private_cluster(programs: Path) -> Iterator[str]:
    """Starts a cluster and yields the SQLAlchemy address of its database; ends it whatever happens.

    It is as durable as PostgreSQL is by default, so it can be measured as well.
    """
    # PostgreSQL refuses to run as root; Debian's package makes a system user for it.
    owner = "postgres" if os.name == "posix" and os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="bina-pg-") as name:
        home = Path(name)
        if owner:
            shutil.chown(home, owner, owner)
        with _running(programs, home, owner):
            yield f"postgresql+psycopg://bina@/postgres?host={home}"


@contextlib.contextmanager
def _running(programs: Path, home: Path, owner: str | None) -> Iterator[None]:
    cluster = f"--pgdata={home / 'data'}"
    _run(owner, home, programs / "initdb", cluster, "--username=bina", "--auth=trust")
    control = (programs / "pg_ctl", cluster, "--wait", "--silent")
    options = f"-c listen_addresses='' -c unix_socket_directories='{home}'"
    _run(owner, home, *control, f"--log={home / 'log'}", f"--options={options}", "start")
    try:
        yield
    finally:
        _run(owner, home, *control, "--mode=immediate", "stop")


def _run(owner: str | None, home: Path, *command: str | Path) -> None:
    # Sorting by bytes, as SQLite sorts, so that the same tests hold for both.
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    # pg_ctl hands its output to the server, which would keep a pipe open for ever.
    with (home / "output").open("ab") as output:
        subprocess.run(
            command,
            cwd=home,
            env=environment,
            user=owner,
            group=owner,
            stdout=output,
            stderr=output,
            check=True,
        )
