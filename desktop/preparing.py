"""What an administrator does once after installation: settings to their place, rights."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop import paths, rights
from desktop.errors import ProgramError
from desktop.machine_settings import read
from lessons.packages.disk import in_words, replace_synced

_OF_THE_INSTALLATION = ("uninstall.exe", paths.SETTINGS_NAME)
"""Beside the program folder on Windows; as the program itself, only administrators change them."""


class RightsMissing(ProgramError):
    """Only an administrator can do this."""

    title = "Hak akses tidak cukup"


class PreparationFailed(ProgramError):
    """The system refused for another reason than rights."""

    title = "Komputer belum siap"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was done.

    Attributes:
        settings: Where the settings lie now; None where none were given.
        data: The data folder that all accounts share; None where each account has its own.
    """

    settings: Path | None
    data: Path | None


def prepare(settings: bytes | None, settings_file: Path, data: Path, program: Path) -> Prepared:
    """Keep the settings at their place and give folders their rights. Again is harmless.

    Args:
        settings: Bytes of a settings file, or None to leave the one that is there.
        settings_file: Where the program looks for it.
        data: The data folder.
        program: The program folder.

    Raises:
        SettingsRefused: Nothing was changed.
        RightsMissing: Nothing was changed, or the system refused in the middle: then what was
            done stays, and doing it all again is harmless.
        PreparationFailed: Full disk, read-only; the old settings file is whole.
    """
    if settings is not None:
        read(settings)
    if not rights.is_administrator():
        raise RightsMissing(
            "Perintah ini hanya dapat dijalankan dengan hak administrator. Tidak ada yang diubah."
        )
    try:
        return _prepare(settings, settings_file, data, program)
    except PermissionError as error:
        raise RightsMissing(_refused(error)) from error
    except OSError as error:
        raise PreparationFailed(_refused(error)) from error


def _prepare(settings: bytes | None, settings_file: Path, data: Path, program: Path) -> Prepared:
    if settings is not None:
        _keep(settings_file, settings)
    beside = [program.parent / name for name in _OF_THE_INSTALLATION]
    if paths.is_installed(program):
        rights.protect_program([program, *filter(_is_there, beside)])
    is_shared = rights.share_data(data)
    return Prepared(settings_file if settings is not None else None, data if is_shared else None)


def _keep(file: Path, settings: bytes) -> None:
    if not file.parent.is_dir():
        file.parent.mkdir(parents=True)
        # Every account reads its settings here, however strict the administrator's own files are.
        file.parent.chmod(0o755)
    replace_synced(file, settings)
    rights.protect_program([file])


def _is_there(path: Path) -> bool:
    return path.is_file()


def _refused(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{in_words(error)}."
