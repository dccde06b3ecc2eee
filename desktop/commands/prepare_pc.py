"""``bina-asn prepare-pc``: what an administrator does once after installation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.commands.check_settings import no_such_file, refusal
from desktop.exits import Exit, Outcome
from desktop.machine_settings import SettingsRefused, read_bytes
from desktop.preparing import prepare

if TYPE_CHECKING:
    from argparse import Namespace

    from desktop.preparing import Prepared


def run(options: Namespace) -> Outcome:
    """Prepare the PC; settings that are wrong change nothing."""
    folders = (paths.settings_file(), paths.shared_data_folder(), paths.program_folder())
    try:
        return _told(prepare(_bytes(options.settings), *folders))
    except SettingsRefused as refused:
        return refusal(refused, options.settings)


def _bytes(name: str | None) -> bytes | None:
    if name is None:
        return None
    try:
        return read_bytes(Path(name))
    except FileNotFoundError as error:
        raise no_such_file() from error


def _told(done: Prepared) -> Outcome:
    settings = f"Pengaturan disimpan di {done.settings}." if done.settings else ""
    data = (
        f"Folder data untuk semua akun: {done.data}"
        if done.data
        else "Setiap akun memakai folder datanya sendiri."
    )
    facts = {
        "settings": str(done.settings) if done.settings else None,
        "data": str(done.data) if done.data else None,
    }
    lines = tuple(line for line in (settings, data, "Komputer siap dipakai.") if line)
    return Outcome(Exit.OK, lines, facts)
