"""HTTP for one trainer on his own PC: this machine alone, reading alone."""

from __future__ import annotations

import logging
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from lessons.preview.app import Answer, Preview

if TYPE_CHECKING:
    from collections.abc import Callable

HOST = "127.0.0.1"
_MAX_BODY = 1024 * 1024
_MAX_FIELDS = 10_000
_FORM = "application/x-www-form-urlencoded"
_log = logging.getLogger(__name__)
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src data:;"
        " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class PreviewServer(ThreadingHTTPServer):
    """Serves a preview until it is closed.

    Raises:
        OSError: The port is taken, or may not be used.
    """

    daemon_threads = True
    # On Windows this would let two programs share the port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, preview: Preview) -> None:
        """Listen on this machine alone; port 0 is any that is free."""
        super().__init__((HOST, port), _Handler)
        self.preview = preview

    @property
    def address(self) -> str:
        """Where the first page is."""
        return f"http://{HOST}:{self.server_port}/"


class _Refused(Exception):
    """A request that is not answered with a page."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.answer = Answer(status, "text/plain", f"{text}\n")


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    server_version = "pratinjau"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        self._answer(lambda: self.server.preview.get(self.path))

    def do_POST(self) -> None:
        self._answer(self._post)

    def _refuse_method(self) -> None:
        self._send(Answer(405, "text/plain", "Hanya GET, dan POST untuk kuis.\n"))

    do_HEAD = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = _refuse_method  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Keep the trainer's terminal quiet."""
        _log.debug(format, *args)

    def _answer(self, make: Callable[[], Answer]) -> None:
        try:
            self._require_own_host()
            answer = make()
        except _Refused as refused:
            answer = refused.answer
        self._send(answer)

    def _require_own_host(self) -> None:
        """A page elsewhere may give its own name this machine's address (DNS rebinding)."""
        port = self.server.server_port
        own = {f"{name}:{port}" for name in (HOST, "localhost")}
        if port == 80:
            own |= {HOST, "localhost"}
        origin = self.headers.get("Origin")
        if self.headers.get_all("Host", []) not in [[each] for each in own]:
            raise _Refused(403, "Pratinjau hanya dibuka lewat alamat komputer ini sendiri.")
        if origin is not None and origin not in {f"http://{each}" for each in own}:
            raise _Refused(403, "Pratinjau hanya menerima jawaban dari halamannya sendiri.")

    def _post(self) -> Answer:
        if not self.path.startswith("/kuis/"):
            raise _Refused(405, "Hanya kuis yang menerima kiriman.")
        return self.server.preview.post(self.path, self._fields())

    def _fields(self) -> dict[str, list[str]]:
        if self.headers.get_content_type() != _FORM:
            raise _Refused(415, "Kiriman harus berupa isian formulir.")
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdecimal()):
            raise _Refused(411, "Panjang kiriman tidak disebut.")
        if len(length) > len(str(_MAX_BODY)) or int(length) > _MAX_BODY:
            raise _Refused(413, "Kiriman terlalu besar.")
        body = self.rfile.read(int(length)).decode("utf-8", "replace")
        try:
            return parse_qs(body, max_num_fields=_MAX_FIELDS)
        except ValueError:
            raise _Refused(413, "Kiriman memuat terlalu banyak isian.") from None

    def _send(self, answer: Answer) -> None:
        body = answer.text.encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", f"{answer.kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        if answer.status == 405:
            self.send_header("Allow", "GET, POST")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
