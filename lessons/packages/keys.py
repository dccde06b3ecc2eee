"""Keys: a secret one signs packages, and at most two public ones are trusted on a machine."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessons.packages.disk import replace_synced
from lessons.packages.reasons import PackageError, Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

MOST_TRUSTED = 2
"""Two, so that a new key can be brought in before the old one goes."""
_PUBLIC = re.compile(r"bina-asn-public-(?P<hex>[0-9a-f]{64})")
_SECRET = re.compile(r"bina-asn-secret-(?P<hex>[0-9a-f]{64})")
_KEY_BYTES = 32
_ID_DIGITS = 16
_LARGEST_FILE = 4096


class KeyProblem(ValueError):
    """A key or a list of keys can't be used.

    Attributes:
        title: For people, in Indonesian.
        message: For people, in Indonesian.
    """

    title = "Kunci tidak dapat dipakai"

    def __init__(self, message: str) -> None:
        """Take the words for people."""
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public Ed25519 key, 32 bytes."""

    data: bytes

    @classmethod
    def from_text(cls, text: str) -> PublicKey:
        """Read what ``str`` gives.

        Raises:
            KeyProblem: This is none.
        """
        match = _PUBLIC.fullmatch(text.strip())
        if match is None:
            raise KeyProblem("Kunci publik berbentuk “bina-asn-public-” dan 64 angka heksadesimal.")
        return cls(bytes.fromhex(match["hex"]))

    @property
    def id(self) -> str:
        """16 hex digits by which people and packages name the key."""
        return hashlib.sha256(self.data).hexdigest()[:_ID_DIGITS]

    def __str__(self) -> str:
        return f"bina-asn-public-{self.data.hex()}"


@dataclass(frozen=True, slots=True, repr=False)
class SecretKey:
    """A secret Ed25519 key, 32 bytes; it is never shown."""

    data: bytes

    @property
    def public(self) -> PublicKey:
        """The public half."""
        from nacl.signing import SigningKey

        return PublicKey(bytes(SigningKey(self.data).verify_key))

    def salt_for(self, course: str) -> str:
        """32 hex digits that only the holder of the key can tell; the same for every version."""
        return hashlib.sha256(b"bina-asn salt\n" + self.data + course.encode()).hexdigest()[:32]

    def sign(self, message: bytes) -> bytes:
        """The signature, 64 bytes; the same for the same message."""
        from nacl.signing import SigningKey

        return SigningKey(self.data).sign(message).signature


@dataclass(frozen=True, slots=True)
class TrustedKeys:
    """The public keys whose packages are taken, at most two."""

    keys: tuple[PublicKey, ...] = ()

    def __post_init__(self) -> None:
        if len(self.keys) > MOST_TRUSTED:
            raise KeyProblem("Paling banyak dua kunci dapat dipercaya. Hapus yang lama dahulu.")

    @classmethod
    def from_texts(cls, texts: Iterable[str]) -> TrustedKeys:
        """Read keys; the same key twice counts once.

        Raises:
            KeyProblem: One is none, or there are more than two.
        """
        return cls(tuple(dict.fromkeys(PublicKey.from_text(text) for text in texts)))

    @classmethod
    def load(cls, file: Path) -> TrustedKeys:
        """Read a file with a key on each line; none are trusted while there is no file.

        Raises:
            KeyProblem: It can't be read as such.
        """
        try:
            lines = _read(file).split("\n")
            return cls.from_texts(line for line in lines if line.strip())
        except FileNotFoundError:
            return cls()
        except (OSError, UnicodeError, KeyProblem) as error:
            raise KeyProblem(
                f"Daftar kunci {file} tidak dapat dibaca. Periksa izinnya, atau hapus berkas itu"
                " lalu percayai lagi kuncinya."
            ) from error

    def save(self, file: Path) -> None:
        """Write the file that :meth:`load` reads, whole or not at all.

        Raises:
            OSError: It can't be written.
        """
        replace_synced(file, "".join(f"{key}\n" for key in self.keys).encode("ascii"))

    def require_signed(self, message: bytes, signature: bytes, key_id: str) -> None:
        """Refuse a message that no trusted key has signed.

        Raises:
            PackageError: Unknown key, or wrong signature.
        """
        from nacl.exceptions import CryptoError
        from nacl.signing import VerifyKey

        key = next((key for key in self.keys if key.id == key_id), None)
        if key is None:
            raise PackageError(Reason.UNKNOWN_KEY, key_id)
        try:
            VerifyKey(key.data).verify(message, signature)
        except (CryptoError, ValueError) as error:
            raise PackageError(Reason.SIGNATURE) from error


def new_key_file(file: Path, random_bytes: Callable[[int], bytes]) -> SecretKey:
    """Make a secret key and keep it in a new file that only its owner may read.

    Raises:
        FileExistsError: There is such a file; it is left as it is.
        OSError: It can't be written.
    """
    key = SecretKey(random_bytes(_KEY_BYTES))
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w", encoding="ascii") as target:
        target.write(f"bina-asn-secret-{key.data.hex()}\n")
    return key


def load_secret_key(file: Path) -> SecretKey:
    """Read the file that :func:`new_key_file` wrote.

    Raises:
        KeyProblem: It can't be read as such.
    """
    try:
        match = _SECRET.fullmatch(_read(file).strip())
    except (OSError, UnicodeError) as error:
        raise KeyProblem(f"Berkas kunci {file.name} tidak dapat dibuka.") from error
    if match is None:
        raise KeyProblem(f"{file.name} bukan berkas kunci rahasia. Buat dengan “key new”.")
    return SecretKey(bytes.fromhex(match["hex"]))


def _read(file: Path) -> str:
    with file.open("rb") as source:
        return source.read(_LARGEST_FILE).decode("ascii")
