"""Signatures of whole files that are no course packages: ``SHA256SUMS`` of a release."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.packages.keys import PublicKey, SecretKey

_DOMAIN = b"bina-asn file signature 1\n"
"""Before what is signed, so that no signature of a course's manifest can pass for one of these."""
_SIGNATURE_BYTES = 64


def sign_file(data: bytes, key: SecretKey) -> bytes:
    """The content of the ``.sig`` beside a file: one line of base64, the same for the same file."""
    return base64.b64encode(key.sign(_DOMAIN + data)) + b"\n"


def verify_file(data: bytes, signature: bytes, keys: Iterable[PublicKey]) -> PublicKey | None:
    """Which of the keys signed a file.

    Args:
        data: The file's content.
        signature: The content of the ``.sig`` beside it.

    Returns:
        The key; None when none of them did, or when the signature has another form.
    """
    try:
        raw = base64.b64decode(signature.strip(), validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(raw) != _SIGNATURE_BYTES:
        return None
    return next((key for key in keys if _is_signed(data, raw, key)), None)


def _is_signed(data: bytes, signature: bytes, key: PublicKey) -> bool:
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(key.data).verify(_DOMAIN + data, signature)
    except (CryptoError, ValueError):
        return False
    return True
