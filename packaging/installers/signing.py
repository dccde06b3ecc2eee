"""Authenticode signatures, where the one who makes the packages has a certificate."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from installers.commands import run
from installers.errors import PackagingError


@dataclass(frozen=True, slots=True)
class Signing:
    """Where certificate and key come from; nothing is signed when all are None.

    Attributes:
        certificate: A PEM file; with ``key`` or ``pkcs11``.
        key: A PEM file.
        pkcs12: One file with both.
        pkcs11: The URI of a key in a token.
        pkcs11_module: The token's driver (a shared library); None for the system's own.
        release_key: The file of the Ed25519 key that signs SHA256SUMS.
    """

    certificate: Path | None = None
    key: Path | None = None
    pkcs12: Path | None = None
    pkcs11: str | None = None
    pkcs11_module: Path | None = None
    release_key: Path | None = None

    def words(self) -> list[str | Path]:
        """osslsigncode's options for the chosen source; empty when nothing signs programs.

        Raises:
            PackagingError: A certificate without a key, or a key without a certificate.
        """
        if self.pkcs12:
            return ["-pkcs12", self.pkcs12]
        if not (self.certificate or self.key or self.pkcs11):
            return []
        if self.certificate is None or not (self.key or self.pkcs11):
            raise PackagingError("signing needs a certificate and a key, by file or PKCS#11")
        words: list[str | Path] = ["-certs", self.certificate]
        words += ["-key", self.key or str(self.pkcs11)]
        return [*words, "-pkcs11module", self.pkcs11_module] if self.pkcs11_module else words


def sign(file: Path, signing: Signing, epoch: int) -> None:
    """Signs a program, installer or MSI in its place; does nothing where no key was given.

    Raises:
        PackagingError: osslsigncode can't sign it.
    """
    words = signing.words()
    if not words:
        return
    signed = file.with_name(f"{file.name}.signed")
    named = ["-n", "Bina ASN", "-h", "sha256", "-time", str(epoch)]
    run(["osslsigncode", "sign", *words, *named, "-in", file, "-out", signed])
    signed.replace(file)
