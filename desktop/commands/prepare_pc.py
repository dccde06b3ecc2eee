"""``bina-asn prepare-pc``: what an administrator does once after installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.commands.check_settings import named_bytes, refusal
from desktop.exits import Exit, Outcome
from desktop.machine_settings import SettingsRefused
from desktop.preparing import prepare

if TYPE_CHECKING:
    from argparse import Namespace

    from desktop.preparing import Prepared


def run(options: Namespace) -> Outcome:
    """Prepare the PC; settings that are wrong change nothing."""
    name = options.settings
    folders = (paths.settings_file(), paths.shared_data_folder(), paths.program_folder())
    try:
        return _told(prepare(None if name is None else named_bytes(name), *folders))
    except SettingsRefused as refused:
        return refusal(refused, name)


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
