"""The server's address as people type it."""

from __future__ import annotations

import ipaddress
from urllib.parse import SplitResult, urlsplit

from desktop.sync.errors import AddressWrong

HTTP_SETTING = "izinkan_http"
"""Set to ``ya``, it lets a PC speak to a server without TLS, for example over a VPN."""
_HOW = "Contoh yang benar: https://bina-asn.dumaikota.go.id"


def normalise_address(typed: str, allow_http: bool = False) -> str:
    """The base address of a server, without a slash at its end.

    ``https`` is meant where no scheme was typed. Plain ``http`` is for this PC alone, unless
    ``allow_http``: results must not travel in the open.

    Raises:
        AddressWrong: Says what is wrong and shows how it should look.
    """
    text = typed.strip()
    parts = _split(text if "://" in text else f"https://{text}")
    if parts.scheme not in {"https", "http"}:
        raise AddressWrong(f"Alamat server harus diawali https://. {_HOW}")
    if parts.username or parts.query or parts.fragment:
        raise AddressWrong(f"Tulis hanya alamat server, tanpa tambahan. {_HOW}")
    if parts.scheme == "http" and not allow_http and not is_loopback(parts.hostname or ""):
        raise AddressWrong(f"Alamat server harus diawali https://, bukan http://. {_HOW}")
    return f"{parts.scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}"


def is_loopback(host: str) -> bool:
    """Whether a host is this PC itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna")
        usable = bool(host) and parts.port != 0 and not any(map(str.isspace, address))
    except ValueError as error:
        raise AddressWrong(f"Alamat server tidak dapat dibaca. {_HOW}", str(error)) from error
    if not usable:
        raise AddressWrong(f"Alamat server tidak dapat dibaca. {_HOW}")
    return parts
