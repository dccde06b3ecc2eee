"""``bina-asn check-settings``: what a settings file says, or all that is wrong with it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.exits import Exit, Outcome
from desktop.machine_settings import ASK_UNIT, SettingsRefused, read, read_bytes
from desktop.settings_text import SettingProblem

if TYPE_CHECKING:
    from argparse import Namespace

    from desktop.machine_settings import MachineSettings


def run(options: Namespace) -> Outcome:
    """Read it; changes nothing."""
    try:
        settings = read(named_bytes(options.file))
    except SettingsRefused as refused:
        return refusal(refused, options.file)
    return Outcome(Exit.OK, _in_words(settings), {"settings": settings_facts(settings)})


def named_bytes(name: str) -> bytes:
    """The bytes of a settings file that a person named.

    Raises:
        SettingsRefused: It can't be read, or is not there.
    """
    try:
        return read_bytes(Path(name))
    except FileNotFoundError as error:
        raise SettingsRefused([SettingProblem(0, "", "Berkas tidak ditemukan.")]) from error


def refusal(refused: SettingsRefused, name: str) -> Outcome:
    """Every problem on a line of its own."""
    facts = {
        "error": type(refused).__name__,
        "title": refused.title,
        "message": refused.message,
        "problems": [asdict(each) for each in refused.problems],
    }
    lines = (f"{refused.title}: {name}", *map(str, refused.problems))
    return Outcome(Exit.SETTINGS, lines, facts, is_error=True)


def settings_facts(settings: MachineSettings) -> dict[str, object]:
    """The settings for programs."""
    return asdict(settings) | {"city_key": str(settings.city_key) if settings.city_key else None}


def _in_words(settings: MachineSettings) -> tuple[str, ...]:
    unit = "ditanyakan saat program pertama dibuka" if settings.unit == ASK_UNIT else settings.unit
    key = settings.city_key
    return (
        "Berkas pengaturan dapat dipakai.",
        f"Server: {settings.server or 'belum ditentukan'}",
        f"Kunci kota: {key.id if key else 'belum ditentukan'}",
        f"Kode pendaftaran: {settings.code or 'belum ditentukan'}",
        f"Unit: {unit or 'mengikuti kode pendaftaran'}",
        f"Kunci layar: setelah {settings.lock_minutes} menit tanpa kegiatan",
        f"Kode aktivasi: {'diminta' if settings.activation else 'tidak diminta'}",
    )
