"""A copy of a PostgreSQL database, made and brought back by PostgreSQL's own programs."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect, text
from sqlalchemy.engine import make_url

from sync_server.errors import SetupError

if TYPE_CHECKING:
    from pathlib import Path

    from sync_server.database import Database

_NO_PROGRAM: Final = (
    "Program {} tidak ada. Basis data PostgreSQL dicadangkan dengan program itu; "
    "pasang dengan: apt install postgresql-client"
)
_FAILED: Final = "{} gagal, tidak ada yang berubah: {}"
_IN_USE: Final = "Basis data masih dipakai oleh {} sambungan lain. Hentikan semua server dahulu."
_TRIES: Final = 20
_HEAD: Final = 4096
"""Bytes; the settings at the beginning of a script are far shorter."""
_NEW_SETTING: Final = b"\nSET transaction_timeout = 0;"
_OTHERS: Final = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND usename = current_user AND pid <> pg_backend_pid()"
)

_PAUSE: Final = text("SELECT pg_stat_clear_snapshot(), pg_sleep(0.1)")


def dump_database(url: str, target: Path) -> None:
    """Copy a database at one moment into a file of ``pg_dump``'s custom format.

    Raises:
        SetupError: PostgreSQL's programs are missing or fail.
    """
    _run(url, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def load_database(database: Database, url: str, dump: Path) -> None:
    """Put a dump in place of all tables of the database, in one transaction.

    Raises:
        SetupError: Somebody uses the database, or PostgreSQL's programs are missing or fail; the
            database is as it was.
    """
    _see_that_nobody_uses(database)
    script, clearing = dump.with_suffix(".sql"), dump.with_suffix(".clear.sql")
    try:
        clearing.write_text(_drop_statements(database), encoding="utf-8")
        _run("", "pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(dump))
        _let_older_servers_read(script)
        once = ("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1")
        _run(url, "psql", *once, f"--file={clearing}", f"--file={script}")
    finally:
        clearing.unlink(missing_ok=True)
        script.unlink(missing_ok=True)


def _let_older_servers_read(script: Path) -> None:
    """Programs from version 17 on begin with a setting that no server before knows."""
    with script.open("r+b") as file:
        place = file.read(_HEAD).find(_NEW_SETTING)
        if place >= 0:
            file.seek(place)
            file.write(b"\n--".ljust(len(_NEW_SETTING)))


def _see_that_nobody_uses(database: Database) -> None:
    with database.engine.connect() as connection:
        # What this program has just closed may still be on its way out.
        for _ in range(_TRIES):
            if not (others := connection.execute(_OTHERS).scalar_one()):
                break
            connection.execute(_PAUSE)
    database.close()
    if others:
        raise SetupError(_IN_USE.format(others))


def _drop_statements(database: Database) -> str:
    quoted = database.engine.dialect.identifier_preparer.quote
    names = inspect(database.engine).get_table_names()
    database.close()
    return "".join(f"DROP TABLE {quoted(name)} CASCADE;\n" for name in names)


def _run(url: str, program: str, *arguments: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise SetupError(_NO_PROGRAM.format(program))
    address, environment = _address(url) if url else ((), {})
    done = subprocess.run(  # noqa: S603 - PostgreSQL's program, and no shell
        [found, *arguments, *address],
        env={**os.environ, "PGOPTIONS": "-c client_min_messages=warning", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetupError(_FAILED.format(program, done.stderr.strip()[-500:]))


def _address(url: str) -> tuple[tuple[str, ...], dict[str, str]]:
    """How PostgreSQL's programs are told; the password where no list of processes shows it."""
    parsed = make_url(url)
    plain = parsed.set(drivername="postgresql", password=None).render_as_string()
    password = {"PGPASSWORD": str(parsed.password)} if parsed.password is not None else {}
    return (f"--dbname={plain}", "--no-password"), password
