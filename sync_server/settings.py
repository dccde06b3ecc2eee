"""What a server is told once, at ``init``: kept in its data folder, read at every start."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lessons.jp import CEILING_JP_PPPK, MINIMUM_JP_PNS
from sync_server.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

DATA_VARIABLE = "BINA_ASN_SERVER_DATA"
DATABASE_VARIABLE = "BINA_ASN_SERVER_DATABASE"
SYSTEM_FOLDER = Path("/var/lib/bina-asn-server")
SETTINGS_FILE = "settings.json"
SECRET_FILE = "secret"  # noqa: S105 - the name of a file
_SECRET_BYTES = 32


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings file.

    Attributes:
        organisation: Whose server it is; PCs and reports show it.
        database: SQLAlchemy URL; empty for SQLite inside the data folder.
        activation_codes: Whether people need a printed code to choose their first password.
        courses: Folder with courses to grade by beside the bundled ones, as folders or as packages
            in the server's edition; empty for none.
        trusted_keys: The public keys whose packages are taken, at most two.
        jp_target: JP a year that a PNS must reach (see :mod:`lessons.jp`).
        jp_ceiling: JP a year up to which a PPPK is developed (see there).
        trusted_proxy: Address of the reverse proxy whose forwarded headers count; empty for none.
    """

    organisation: str = "BKPSDM Kota Dumai"
    database: str = ""
    activation_codes: bool = True
    courses: str = ""
    trusted_keys: tuple[str, ...] = ()
    jp_target: int = MINIMUM_JP_PNS
    jp_ceiling: int = CEILING_JP_PPPK
    trusted_proxy: str = ""


def data_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the server keeps its data: the variable, else the system folder, else ``./data``."""
    if named := environ.get(DATA_VARIABLE):
        return Path(named)
    if SYSTEM_FOLDER.is_dir() and os.access(SYSTEM_FOLDER, os.W_OK):
        return SYSTEM_FOLDER
    return Path("data").resolve()


def is_initialised(folder: Path) -> bool:
    """Whether ``init`` has been run for this data folder."""
    return (folder / SETTINGS_FILE).is_file() and (folder / SECRET_FILE).is_file()


def make_folder(folder: Path) -> None:
    """Make a data folder, for its owner alone, unless it is there.

    Raises:
        SetupError: It can't be made.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(f"Folder data {folder} tidak dapat dibuat: {error.strerror}.") from error


def initialise(folder: Path, settings: Settings, random_bytes: Callable[[int], bytes]) -> None:
    """Write the settings and, once, the secret; an existing secret is kept.

    Raises:
        SetupError: The folder can't be made or written.
    """
    make_folder(folder)
    try:
        if not (folder / SECRET_FILE).exists():
            _write_private(folder / SECRET_FILE, random_bytes(_SECRET_BYTES).hex().encode())
        pretty = msgspec.json.format(msgspec.json.encode(settings), indent=2)
        _write_private(folder / SETTINGS_FILE, pretty)
    except OSError as error:
        raise SetupError(f"Folder data {folder} tidak dapat ditulis: {error.strerror}.") from error


def load(folder: Path) -> Settings:
    """Read the settings.

    Raises:
        SetupError: ``init`` was never run, or the file can't be read.
    """
    if not is_initialised(folder):
        raise SetupError(f"Server belum disiapkan di {folder}. Jalankan: bina-asn-server init")
    try:
        return msgspec.json.decode((folder / SETTINGS_FILE).read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError) as error:
        raise SetupError(f"{folder / SETTINGS_FILE} tidak dapat dibaca: {error}") from error


def load_secret(folder: Path) -> bytes:
    """The server's secret, from which activation codes and cookies are derived.

    Raises:
        SetupError: The file is missing or damaged.
    """
    try:
        secret = bytes.fromhex((folder / SECRET_FILE).read_text(encoding="ascii"))
    except (OSError, ValueError) as error:
        raise SetupError(f"{folder / SECRET_FILE} tidak dapat dibaca.") from error
    if len(secret) < _SECRET_BYTES:
        raise SetupError(f"{folder / SECRET_FILE} rusak. Pulihkan dari cadangan.")
    return secret


def database_url(folder: Path, settings: Settings, environ: Mapping[str, str] = os.environ) -> str:
    """The database to use: the variable (keeps a password out of files), the setting, or SQLite."""
    named = environ.get(DATABASE_VARIABLE) or settings.database
    return named or f"sqlite:///{(folder / 'server.db').resolve()}"


def _write_private(path: Path, data: bytes) -> None:
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(opened, "wb") as file:
        file.write(data)
    path.chmod(0o600)
