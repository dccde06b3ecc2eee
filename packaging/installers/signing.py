"""Authenticode signatures, where the one who makes the packages has a certificate."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from installers.commands import run
from installers.errors import PackagingError

if TYPE_CHECKING:
    from collections.abc import Mapping

PASSWORD_VARIABLE = "BINA_ASN_SIGN_PASSWORD"  # noqa: S105 - a name
"""Holds the password of the key, or the PIN of the token, where no file does."""


@dataclass(frozen=True, slots=True)
class Signing:
    """Where certificate and key come from; nothing is signed when all are None.

    A password is never part of a command line, which every user of a machine can see.

    Attributes:
        certificate: A PEM file, with those that lead to a known authority behind it; with ``key``
            or ``pkcs11``.
        key: A PEM file.
        pkcs12: One file with both.
        pkcs11: The URI of a key in a token.
        pkcs11_module: The token's driver (a shared library); None for the system's own.
        password_file: Its first line is the password of the key, or the PIN of the token.
        timestamp: The address of a time-stamping authority (RFC 3161), by which a signature
            outlives its certificate; None to need no network and to get the same bytes each time.
        release_key: The file of the Ed25519 key that signs SHA256SUMS.
    """

    certificate: Path | None = None
    key: Path | None = None
    pkcs12: Path | None = None
    pkcs11: str | None = None
    pkcs11_module: Path | None = None
    password_file: Path | None = None
    timestamp: str | None = None
    release_key: Path | None = None

    def words(self) -> list[str]:
        """osslsigncode's options for the chosen source; empty when nothing signs programs.

        Raises:
            PackagingError: A certificate without a key, or a key without a certificate.
        """
        if self.pkcs12:
            return ["-pkcs12", _place(self.pkcs12)]
        if not (self.certificate or self.key or self.pkcs11):
            return []
        if self.certificate is None or not (self.key or self.pkcs11):
            raise PackagingError("signing needs a certificate and a key, by file or PKCS#11")
        words = ["-certs", _place(self.certificate)]
        words += ["-key", _place(self.key) if self.key else str(self.pkcs11)]
        return [*words, *self._token_words()]

    def _token_words(self) -> list[str]:
        return ["-pkcs11module", _place(self.pkcs11_module)] if self.pkcs11_module else []


def sign(
    file: Path, signing: Signing, epoch: int, environment: Mapping[str, str] = os.environ
) -> None:
    """Signs a program, installer or MSI in its place; does nothing where no key was given.

    Raises:
        PackagingError: osslsigncode can't sign it.
    """
    words = _command(signing, epoch, environment)
    if not words:
        return
    signed = file.with_name(f"{file.name}.signed")
    signed.unlink(missing_ok=True)
    run([*words, "-in", file, "-out", signed], text=password(environment))
    signed.replace(file)


def shell_command(signing: Signing, epoch: int, environment: Mapping[str, str] = os.environ) -> str:
    """A line for a shell that signs the file ``%1``, as NSIS wants it for its uninstaller.

    Whoever runs it hands :func:`password` to its standard input. Empty where nothing is signed.

    Raises:
        PackagingError: As of :meth:`Signing.words`.
    """
    words = _command(signing, epoch, environment)
    if not words:
        return ""
    line = shlex.join(words)
    return f"{line} -in '%1' -out '%1.signed' && mv '%1.signed' '%1'"


def password(environment: Mapping[str, str] = os.environ) -> str:
    """What osslsigncode reads from its standard input; empty where there is none."""
    return environment.get(PASSWORD_VARIABLE, "")


def _command(signing: Signing, epoch: int, environment: Mapping[str, str]) -> list[str]:
    words = signing.words()
    if not words:
        return []
    named = ["-n", "Bina ASN", "-h", "sha256", "-time", str(epoch)]
    stamp = ["-ts", signing.timestamp] if signing.timestamp else []
    return ["osslsigncode", "sign", *words, *_password_words(signing, environment), *named, *stamp]


def _password_words(signing: Signing, environment: Mapping[str, str]) -> list[str]:
    if signing.password_file:
        return ["-readpass", _place(signing.password_file)]
    # By name: osslsigncode before 2.6 takes no "-", and reads only what can be read twice.
    return ["-readpass", "/dev/stdin"] if password(environment) else []


def _place(file: Path) -> str:
    return str(file.resolve())
