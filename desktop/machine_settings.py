"""What IT staff decide for a PC in ``pengaturan.toml``, read whole or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.errors import ProgramError
from desktop.settings_text import LARGEST, Entry, SettingProblem, entries
from desktop.sync.address import normalise_address
from desktop.sync.errors import AddressWrong
from lessons.exchange.codes import ALPHABET, CODE_LENGTH, format_code, normalise_code
from lessons.packages.disk import in_words
from lessons.packages.keys import KeyProblem, PublicKey
from lessons.problems import suggest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

ASK_UNIT = "tanya"
"""In place of a unit: the first start asks which office the PC belongs to."""
LANGUAGES = ("id", "en")
USUAL_LOCK_MINUTES = 5
SHORTEST_LOCK, LONGEST_LOCK = 1, 120
"""Minutes."""
_UNIT = re.compile(r"\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class MachineSettings:
    """The settings of a PC; what its file does not name is as here.

    Attributes:
        server: Base address of the server, normalised; empty where none is named.
        city_key: Whose packages and updates are trusted on this PC, besides those of its own list.
        code: Enrolment code in two groups, ``K7QM-2F9X``; empty where none is named.
        unit: Kemendagri code of the office, :data:`ASK_UNIT`, or empty where the code decides.
        language: Of the installer's words, one of :data:`LANGUAGES`.
        lock_minutes: Minutes without input until the lock, 1 to 120.
        activation: Whether the printed activation code is asked for before the first password.
    """

    server: str = ""
    city_key: PublicKey | None = None
    code: str = ""
    unit: str = ""
    language: str = LANGUAGES[0]
    lock_minutes: int = USUAL_LOCK_MINUTES
    activation: bool = True


class SettingsRefused(ProgramError):
    """A settings file can't be used.

    Attributes:
        problems: Everything that was found, in order of lines.
    """

    title = "Berkas pengaturan ditolak"

    def __init__(self, problems: Iterable[SettingProblem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda each: each.line))
        super().__init__("\n".join(map(str, self.problems)))


def load(path: Path) -> MachineSettings:
    """Read a settings file; without one everything is as usual.

    Raises:
        SettingsRefused: It can't be used; says everything that is wrong with it.
    """
    try:
        return read_file(path)
    except FileNotFoundError:
        return MachineSettings()


def load_or_usual(path: Path) -> tuple[MachineSettings, SettingsRefused | None]:
    """As :func:`load`; where the file can't be used, the usual settings and what is wrong with it.

    A broken file must not keep anybody from learning.
    """
    try:
        return load(path), None
    except SettingsRefused as refused:
        return MachineSettings(), refused


def read_file(path: Path) -> MachineSettings:
    """Read a settings file that must be there.

    Raises:
        FileNotFoundError: It is not there.
        SettingsRefused: It can't be used; says everything that is wrong with it.
    """
    return read(read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """The bytes of a settings file, of one that is too large only its beginning.

    Raises:
        FileNotFoundError: It is not there.
        SettingsRefused: It can't be opened.
    """
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        words = f"{path} tidak dapat dibaca: {in_words(error)}."
        raise SettingsRefused([SettingProblem(0, "", words)]) from error


def read(data: bytes) -> MachineSettings:
    """Read the bytes of a settings file.

    Raises:
        SettingsRefused: They can't be used; says everything that is wrong with them.
    """
    found, problems = entries(data)
    reading = _Reading(list(problems))
    for entry in found:
        reading.take(entry)
    if reading.problems:
        raise SettingsRefused(reading.problems)
    return MachineSettings(**reading.values)  # type: ignore[arg-type]


class _Unfit(ValueError):
    """A value is not what its key expects; holds what is expected, in Indonesian."""


class _Reading:
    """Gathers values and problems of one file."""

    def __init__(self, problems: list[SettingProblem]) -> None:
        self.problems = problems
        self.values: dict[str, object] = {}
        self._lines: dict[str, int] = {}

    def take(self, entry: Entry) -> None:
        """Keep the value of a key, or note why it can't be kept."""
        try:
            name, convert = self._known(entry)
            self.values[name] = convert(entry.value)
        except _Unfit as unfit:
            self.problems.append(SettingProblem(entry.line, entry.key, str(unfit)))

    def _known(self, entry: Entry) -> tuple[str, Callable[[object], object]]:
        if entry.key not in _KEYS:
            raise _Unfit(f"kunci ini tidak dikenal. {suggest(entry.key, _KEYS)}")
        before = self._lines.setdefault(entry.key, entry.line)
        if before != entry.line:
            raise _Unfit(f"kunci ini sudah ada di baris {before}; hapus salah satu")
        return _KEYS[entry.key]


def _text(value: object, example: str) -> str:
    if not isinstance(value, str):
        raise _Unfit(f'harus teks di antara tanda kutip, misalnya "{example}"')
    return value.strip()


def _server(value: object) -> str:
    try:
        return normalise_address(_text(value, "https://bina-asn.dumaikota.go.id"))
    except AddressWrong as error:
        raise _Unfit(error.message) from error


def _city_key(value: object) -> PublicKey:
    try:
        return PublicKey.from_text(_text(value, "bina-asn-public-…"))
    except KeyProblem as error:
        raise _Unfit(error.message) from error


def _code(value: object) -> str:
    code = normalise_code(_text(value, "K7QM-2F9X"))
    if len(code) != CODE_LENGTH or not set(code) <= set(ALPHABET):
        raise _Unfit(f'harus {CODE_LENGTH} huruf dan angka dari admin, misalnya "K7QM-2F9X"')
    return format_code(code)


def _unit(value: object) -> str:
    unit = _text(value, "14.72.01.1003")
    if unit != ASK_UNIT and not _UNIT.fullmatch(unit):
        raise _Unfit(f'harus kode wilayah, misalnya "14.72.01.1003", atau "{ASK_UNIT}"')
    return unit


def _language(value: object) -> str:
    language = _text(value, LANGUAGES[0])
    if language not in LANGUAGES:
        raise _Unfit('harus "id" atau "en"')
    return language


def _lock_minutes(value: object) -> int:
    # bool is an int for Python, not for whoever reads the file.
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if not is_number or not SHORTEST_LOCK <= value <= LONGEST_LOCK:  # type: ignore[operator]
        words = f"harus bilangan bulat {SHORTEST_LOCK} sampai {LONGEST_LOCK} tanpa tanda kutip"
        raise _Unfit(f"{words} (menit)")
    return value  # type: ignore[return-value]


def _activation(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Unfit("harus true atau false, tanpa tanda kutip")
    return value


_KEYS: dict[str, tuple[str, Callable[[object], object]]] = {
    "server": ("server", _server),
    "kunci_kota": ("city_key", _city_key),
    "kode_pendaftaran": ("code", _code),
    "unit": ("unit", _unit),
    "bahasa": ("language", _language),
    "kunci_layar": ("lock_minutes", _lock_minutes),
    "aktivasi": ("activation", _activation),
}
"""Key in the file, attribute of :class:`MachineSettings`, and how its value is taken."""
