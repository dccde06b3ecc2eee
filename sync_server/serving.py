"""Serves the application by waitress until it is told to end."""

from __future__ import annotations

import signal
import sys
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

import waitress

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
    """Serve until SIGTERM or Ctrl-C; what is being taken in is finished first.

    Prints one line on stdout when connections are accepted.

    Raises:
        SetupError: The address can't be listened on.
    """
    proxy = context.settings.trusted_proxy
    app = create_app(context, secure_cookies=bool(proxy) or not _is_loopback(address.host))
    forwarded = {
        "trusted_proxy": proxy,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    }
    try:
        server = waitress.create_server(
            app,
            host=address.host,
            port=address.port,
            threads=address.threads,
            ident=None,
            max_request_body_size=2 * MAX_SYNC_BYTES,
            **(forwarded if proxy else {}),
        )
    except OSError as error:
        raise SetupError(
            f"Tidak dapat memakai {address.host}:{address.port}: {error.strerror}."
        ) from error
    signal.signal(signal.SIGTERM, _end)
    sys.stdout.write(f"Siap di http://{address.host}:{server.effective_port}\n")
    sys.stdout.flush()
    server.run()


def _end(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
