"""Passwords and codes: argon2id hashes, and rules that keep guesses out."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from desktop.storage.errors import PasswordTooEasy, PasswordTooShort

if TYPE_CHECKING:
    import sqlite3
    from uuid import UUID

MIN_LENGTH = 8
_READ = "SELECT hash FROM passwords WHERE learner = ?"
_KEEP = """
    INSERT INTO passwords (learner, hash) VALUES (?, ?)
    ON CONFLICT (learner) DO UPDATE SET hash = excluded.hash"""
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""The least that OWASP advises (19 MiB, two passes): the PCs are old and have 4 GB."""


def require_good(password: str, nip: str) -> None:
    """Refuse what is short, or what a colleague would try first.

    Raises:
        PasswordTooShort: Fewer than 8 characters.
        PasswordTooEasy: Holds the NIP, or the birth date that the NIP begins with.
    """
    if len(_plain(password)) < MIN_LENGTH:
        raise PasswordTooShort(f"Kata sandi paling sedikit {MIN_LENGTH} karakter.")
    digits = "".join(filter(str.isdigit, _plain(password)))
    if any(guess in digits for guess in _guesses(nip)):
        raise PasswordTooEasy("Kata sandi tidak boleh memuat NIP atau tanggal lahir Anda.")


def hashed(password: str, salt: bytes) -> str:
    """The argon2id hash of a password; ``salt`` is 16 random bytes."""
    return _hasher.hash(_plain(password), salt=salt)


def matches(kept: str, typed: str) -> bool:
    """Whether what was typed is what was hashed; never True for a broken hash."""
    try:
        return _hasher.verify(kept, _plain(typed))
    except (VerificationError, InvalidHashError):
        return False


def read(connection: sqlite3.Connection, learner: UUID) -> str:
    """The hash of a person's password; empty before one was chosen."""
    row = connection.execute(_READ, (learner.hex,)).fetchone()
    return row["hash"] if row else ""


def keep(connection: sqlite3.Connection, learner: UUID, new: str) -> None:
    """Keep the hash of a new password."""
    connection.execute(_KEEP, (learner.hex, new))


def _plain(password: str) -> str:
    # Keyboards and systems write the same letter in several ways (RFC 8265 asks for one form).
    return unicodedata.normalize("NFKC", password)


def _guesses(nip: str) -> tuple[str, ...]:
    year, month, day = nip[:4], nip[4:6], nip[6:8]
    return (nip, year + month + day, day + month + year) if nip else ()
