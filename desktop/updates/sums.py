"""``SHA256SUMS`` and its signature: the only words on updates that are believed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.updates.errors import UpdateRefused
from lessons.packages.file_signatures import verify_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lessons.packages.keys import PublicKey

NAME = "SHA256SUMS"
SIGNATURE_NAME = "SHA256SUMS.sig"
LARGEST = 64 * 1024
"""Bytes of either."""
_LINE = re.compile(r"(?P<sum>[0-9a-f]{64}) [ *](?P<name>[^\s/\\]+)", re.ASCII)
_NO_KEYS = (
    "Belum ada kunci yang dipercaya di komputer ini. Isi kunci_kota dalam berkas pengaturan, "
    "atau jalankan bina-asn trust-key."
)
_NOT_SIGNED = (
    f"Tanda tangan {NAME} tidak sah, atau kuncinya tidak dipercaya di komputer ini. "
    "Jangan dipakai; minta berkas baru kepada BKPSDM."
)


def signed_sums(data: bytes, signature: bytes, keys: Sequence[PublicKey]) -> Mapping[str, str]:
    """File names and their SHA-256 in hex digits, once a trusted key has signed the list.

    Files in folders below are of no use here and left out.

    Raises:
        UpdateRefused: No trusted key has signed it, or it names a file twice.
    """
    if not keys:
        raise UpdateRefused(_NO_KEYS)
    if verify_file(data, signature, keys) is None:
        raise UpdateRefused(_NOT_SIGNED)
    lines = data.decode("utf-8", "replace").splitlines()
    found = [match for match in map(_LINE.fullmatch, lines) if match]
    sums = {match["name"]: match["sum"] for match in found}
    if len(sums) != len(found):
        raise UpdateRefused(f"{NAME} menyebut satu berkas dua kali.")
    return sums
