#!/usr/bin/python3 -ISBXutf8
"""Starts the server's commands as its own user, also for root, so that no file is ever root's.

Neither the caller's folder nor PYTHON* variables nor other libraries count. What is set in
``server.env`` holds for the service and for commands alike.
"""

from __future__ import annotations

import os
import pwd
import shutil
import sys
import tempfile
from pathlib import Path

USER = "bina-asn-server"
DATA = "/var/lib/bina-asn-server"
SETTINGS = Path("/etc/bina-asn-server/server.env")
PROGRAM = Path("/usr/lib/bina-asn-server")
NOT_READY = 3
# Commands that read a file; root's own may lie where the user can't look.
READERS = {"import-roster", "restore"}


def main() -> int:
    """Run a command; returns its exit code."""
    words = sys.argv[1:]
    account = pwd.getpwnam(USER)
    if os.geteuid() == 0:
        with tempfile.TemporaryDirectory(prefix=f"{USER}-") as lent:
            words = [lend(word, Path(lent), account) for word in words] if reads(words) else words
            os.chown(lent, account.pw_uid, account.pw_gid)
            become(account)
            return run(words)
    if os.geteuid() != account.pw_uid and not {"-h", "--help"}.intersection(words):
        sys.stderr.write(f"Jalankan sebagai root: sudo bina-asn-server {' '.join(words)}\n")
        return NOT_READY
    return run(words)


def reads(words: list[str]) -> bool:
    """Whether the words name a file to read."""
    return bool(READERS.intersection(words[:1]))


def lend(word: str, folder: Path, account: pwd.struct_passwd) -> str:
    """A copy of the file that a word names, which the user can read; other words stay."""
    file = Path(word)
    if word.startswith("-") or not file.is_file() or word in READERS:
        return word
    copy = folder / file.name
    shutil.copyfile(file, copy)
    os.chown(copy, account.pw_uid, account.pw_gid)
    return str(copy)


def become(account: pwd.struct_passwd) -> None:
    """Be the server's user from now on, with nothing of root's left."""
    os.initgroups(account.pw_name, account.pw_gid)
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)
    os.environ |= {"HOME": account.pw_dir, "LOGNAME": account.pw_name, "USER": account.pw_name}


def run(words: list[str]) -> int:
    """Load settings and program, and run the command."""
    if os.access(SETTINGS, os.R_OK):
        load(SETTINGS.read_text("utf-8"))
    os.environ.setdefault("BINA_ASN_SERVER_DATA", DATA)
    sys.path[:0] = [str(PROGRAM / "app"), str(PROGRAM / "lib")]
    from sync_server import cli

    return cli.run(words)


def load(text: str) -> None:
    """Take over lines of ``NAME=value``; what the environment has already goes first."""
    for line in text.splitlines():
        name, equals, value = line.strip().partition("=")
        if equals and not name.startswith("#"):
            os.environ.setdefault(name.strip(), value.strip())


if __name__ == "__main__":
    sys.exit(main())
