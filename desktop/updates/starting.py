"""Starts a verified installer with the rights that its user has, or says how to."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.updates.errors import InstallingRefused, UpdateRefused
from desktop.updates.plain_files import opened_plainly, sum_of
from desktop.updates.stick import LARGEST_INSTALLER, Update, damaged
from lessons.packages.disk import in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_PREFIX = "bina-asn-pembaruan-"
_CANCELLED = frozenset({126, 127})
"""How pkexec says that somebody closed its question, or may not answer it."""


def copy_apart(update: Update) -> Path:
    """Copy an update into a folder that only this account can write, and verify the copy.

    What lies on a flashdisk or in the shared data folder may be exchanged between the check and
    the start.

    Raises:
        UpdateRefused: It is no longer as signed, or can't be copied.
    """
    _remove_earlier()
    try:
        copy = Path(tempfile.mkdtemp(prefix=_PREFIX)) / update.file.name
        with opened_plainly(update.file, LARGEST_INSTALLER) as source, copy.open("xb") as target:
            found = sum_of(source, target.write)
    except OSError as error:
        words = f"Pembaruan tidak dapat disalin ke folder sementara: {in_words(error)}."
        raise UpdateRefused(words) from error
    if found != update.offer.sha256:
        shutil.rmtree(copy.parent)
        raise UpdateRefused(damaged(update.offer))
    return copy


def _remove_earlier() -> None:
    for old in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        # An installer that still runs, or another account's.
        shutil.rmtree(old, ignore_errors=True)


if sys.platform == "win32":

    def start(file: Path) -> str:
        """Start an installer; Windows asks for an administrator.

        Returns:
            What was done, in Indonesian.

        Raises:
            InstallingRefused: Windows did not start it, or somebody said no.
        """
        try:
            os.startfile(file)  # noqa: S606 - a copy of our own that was verified
        except OSError as error:
            words = f"Windows tidak menjalankan {file.name}: {error.strerror}."
            raise InstallingRefused(words) from error
        return f"{file.name} sudah dijalankan. Ikuti petunjuknya."

else:

    def start(file: Path, environment: Mapping[str, str] = os.environ) -> str:
        """Install a package where somebody can be asked for an administrator's password.

        Returns:
            What was done, or what is left to type, in Indonesian.

        Raises:
            InstallingRefused: Nobody gave the password, or apt failed.
        """
        asker = shutil.which("pkexec")
        has_display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
        if asker is None or not has_display:
            return f"Jalankan: {_line(file)}"
        _install([asker, "apt-get", "install", "--yes", str(file)], file)
        return f"{file.name} sudah terpasang. Tutup lalu buka kembali Bina ASN."

    def _line(file: Path) -> str:
        return shlex.join(["sudo", "apt", "install", str(file)])

    def _install(command: list[str], file: Path) -> None:
        done = subprocess.run(  # noqa: S603 - a copy of our own that was verified
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False
        )
        if done.returncode in _CANCELLED:
            raise InstallingRefused("Kata sandi administrator tidak diberikan.")
        if done.returncode:
            words = f"apt-get gagal ({done.returncode}). Jalankan sendiri: {_line(file)}"
            raise InstallingRefused(words)
