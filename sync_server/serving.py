"""Serves the application by waitress until it is told to end."""

from __future__ import annotations

import signal
import socket
import sys
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from waitress.server import create_server

from sync_server.api.views import MAX_SYNC_BYTES
from sync_server.app import create_app
from sync_server.errors import SetupError

if TYPE_CHECKING:
    from types import FrameType

    from sync_server.context import Context


@dataclass(frozen=True, slots=True)
class Address:
    """Where to listen: port 0 takes any free one."""

    host: str
    port: int
    threads: int


def serve(context: Context, address: Address) -> None:
    """Serve until SIGTERM or Ctrl-C.

    Prints one line on stdout once connections are accepted.

    Raises:
        SetupError: The address can't be listened on, or there is no thread to answer.
    """
    if address.threads < 1:
        raise SetupError("Jumlah utas paling sedikit 1.")
    proxy = context.settings.trusted_proxy
    listening = _listen(address)
    server = create_server(
        create_app(context, secure_cookies=bool(proxy) or not _is_loopback(address.host)),
        sockets=[listening],
        threads=address.threads,
        ident=None,
        # Far below this the views refuse in words that a PC understands.
        max_request_body_size=2 * MAX_SYNC_BYTES,
        trusted_proxy=proxy or None,
        trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"} if proxy else set(),
        clear_untrusted_proxy_headers=True,
    )
    signal.signal(signal.SIGTERM, _end)
    sys.stdout.write(f"Siap di http://{address.host}:{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    server.run()


def _listen(address: Address) -> socket.socket:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    where = (address.host, address.port)
    try:
        return socket.create_server(where, family=family, backlog=1024)
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) else "port tidak ada"
        raise SetupError(f"Tidak dapat memakai {where[0]}:{where[1]}: {reason}.") from error


def _end(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
