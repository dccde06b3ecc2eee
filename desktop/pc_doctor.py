"""What IT staff want to know of an installation and of the PC that it is on, one by one."""

from __future__ import annotations

import platform
import sqlite3
import sys
from typing import TYPE_CHECKING

from desktop import paths, rights
from desktop.findings import Finding, Health
from desktop.machine_settings import SettingsRefused, read_file
from desktop.storage.measuring import commit_seconds
from desktop.sync.machine import OTHER_ADVICE, OTHER_TITLE
from lessons.program import program_version

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SLOW_COMMIT = 0.25
"""Seconds. An old hard disk takes a tenth of it; more is felt at every answer."""


def look_at_installation(program: Path) -> Finding:
    """Which version this is, and how it came here."""
    place = f"terpasang di {program}" if paths.is_installed(program) else "dari kode sumber"
    words = f"Versi {program_version()}, {place}, Python {platform.python_version()}."
    return Finding("pemasangan", Health.GOOD, words)


def look_at_program_files(program: Path) -> list[Finding]:
    """Whether only administrators may change the program; nothing is said of one from sources."""
    if not paths.is_installed(program):
        return []
    subject = "hak berkas program"
    try:
        is_open = rights.is_open_to_all(program / paths.MANIFEST_NAME)
    except OSError as error:
        return [Finding(subject, Health.BAD, f"Tidak dapat diperiksa: {error.strerror}.")]
    if not is_open:
        return [Finding(subject, Health.GOOD, "Hanya administrator yang dapat mengubahnya.")]
    words = (
        f"Akun biasa dapat mengubah berkas di {program}. "
        "Jalankan bina-asn prepare-pc sebagai administrator, atau pasang ulang program."
    )
    return [Finding(subject, Health.BAD, words)]


def look_at_settings(file: Path) -> Finding:
    """Whether the settings that IT staff made can be used."""
    subject = "berkas pengaturan"
    try:
        settings = read_file(file)
    except FileNotFoundError:
        return Finding(subject, Health.GOOD, f"Tidak ada ({file}); pengaturan bawaan dipakai.")
    except SettingsRefused as refused:
        words = " ".join((f"{file}:", *map(str, refused.problems)))
        return Finding(subject, Health.BAD, f"{words} Pengaturan bawaan dipakai.")
    server = settings.server or "tanpa alamat server"
    return Finding(subject, Health.GOOD, f"{file}: {server}.")


def look_at_speed(folder: Path, program: Path, monotonic: Callable[[], float]) -> list[Finding]:
    """How long it takes to keep an answer; slow disks are often virus scanners.

    Nothing is said where the folder can't be written: that is told elsewhere.
    """
    if not folder.is_dir():
        return []
    try:
        seconds = commit_seconds(folder, monotonic)
    except (OSError, sqlite3.Error):
        return []
    health = Health.DOUBTFUL if seconds > SLOW_COMMIT else Health.GOOD
    words = f"Menyimpan satu jawaban: {seconds * 1000:.1f} milidetik."
    if health is Health.DOUBTFUL or sys.platform == "win32":
        words += (
            f" Bila lambat, kecualikan folder {folder} dan {program} dari pemindai virus "
            "(di Windows: Keamanan Windows → Perlindungan virus & ancaman → Pengecualian)."
        )
    return [Finding("kecepatan simpan", health, words)]


def look_at_machine(is_other: bool) -> list[Finding]:
    """Told only where the data came from another machine."""
    if not is_other:
        return []
    words = (
        f"{OTHER_TITLE}. {OTHER_ADVICE} Bila disk memang dipindahkan, pilih “Disk memang "
        "dipindahkan” di rincian sinkronisasi pada jendela program."
    )
    return [Finding("komputer", Health.DOUBTFUL, words)]
