"""Whether a server can be trusted by what this system trusts."""

from __future__ import annotations

import ssl
import sys
from pathlib import Path

from desktop.selftest.verdicts import Broken, Doubtful

_NONE = (
    "Sistem ini tidak mempunyai sertifikat tepercaya; server tidak akan dapat dihubungi. "
    "Di Debian: sudo apt install ca-certificates."
)


def look() -> str:
    """Make what every connection needs, and count what the system trusts.

    Raises:
        Broken: TLS can't be had.
        Doubtful: The system trusts nobody.
    """
    import truststore

    try:
        truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    except (OSError, ValueError) as error:
        raise Broken(f"TLS tidak dapat dipakai: {error}.") from error
    count = _system_count()
    if not count:
        raise Doubtful(_NONE)
    return f"{ssl.OPENSSL_VERSION}; {count} sertifikat tepercaya di sistem ini."


if sys.platform == "win32":

    def _system_count() -> int:
        return len(ssl.enum_certificates("ROOT"))

else:

    def _system_count() -> int:
        places = ssl.get_default_verify_paths()
        if places.cafile:
            text = Path(places.cafile).read_text("utf-8", "replace")
            return text.count("BEGIN CERTIFICATE")
        return sum(1 for _ in Path(places.capath).glob("*.0")) if places.capath else 0
