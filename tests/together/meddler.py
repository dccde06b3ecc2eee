"""A man in the middle between a PC and its server, who can do to a line what real ones suffer."""

from __future__ import annotations

import socket
import socketserver
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from tests.together.http_bytes import read_answer, read_request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Behaviour = Callable[["Line"], None]

_HOST = "127.0.0.1"
_PATIENCE_SECONDS = 60


@dataclass(slots=True)
class Counted:
    """What has passed a line, in bytes with headers.

    Attributes:
        up: From the PC.
        down: To the PC.
    """

    requests: int = 0
    up: int = 0
    down: int = 0


class Line:
    """One request that came in whole, and what can become of it.

    Attributes:
        request: Every byte of it, headers included.
    """

    def __init__(self, pc: socket.socket, upstream: Callable[[], int], counted: Counted) -> None:
        self._pc = pc
        self._upstream = upstream
        self._counted = counted
        self.request = read_request(pc)
        counted.requests += 1
        counted.up += len(self.request)

    def forward(self) -> bytes:
        """Give the request to the server; its whole answer.

        Raises:
            ConnectionError: The server was gone before it had answered.
        """
        answer = self.push(self.request)
        if not answer:
            raise ConnectionResetError("no answer")
        return answer

    def push(self, part: bytes) -> bytes:
        """Give the server a part of the request and no more; what it says to that."""
        with socket.create_connection((_HOST, self._upstream()), _PATIENCE_SECONDS) as server:
            server.sendall(part)
            server.shutdown(socket.SHUT_WR)
            return read_answer(server)

    def answer(self, data: bytes) -> None:
        """Give the PC bytes."""
        # Counted first: whoever has the answer may look at the count at once.
        self._counted.down += len(data)
        self._pc.sendall(data)


def pass_on(line: Line) -> None:
    """What an honest line does."""
    line.answer(line.forward())


class Meddler:
    """Listens in the server's place and treats each request as it was told to.

    Attributes:
        address: What the PC is told is its server.
    """

    def __init__(self, listener: _Listener) -> None:
        self._listener = listener
        self.address = f"http://{_HOST}:{listener.server_address[1]}"

    @property
    def counted(self) -> Counted:
        """What has passed so far."""
        return self._listener.counted

    def behave(self, behaviour: Behaviour) -> None:
        """Treat every request like this from now on."""
        self._listener.behaviour = behaviour


@contextmanager
def meddling(upstream: Callable[[], int], port: int = 0) -> Iterator[Meddler]:
    """A man in the middle who passes everything on until told otherwise.

    Args:
        upstream: The server's port at the moment; a killed server comes back on another.
        port: Where he listens; any free one if 0.
    """
    with _Listener(upstream, port) as listener:
        thread = threading.Thread(target=listener.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield Meddler(listener)
        finally:
            listener.shutdown()
            thread.join()


class _Listener(socketserver.ThreadingTCPServer):
    daemon_threads = False
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, upstream: Callable[[], int], port: int) -> None:
        super().__init__((_HOST, port), _Handler)
        self.upstream = upstream
        self.behaviour: Behaviour = pass_on
        self.counted = Counted()


class _Handler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        listener = cast("_Listener", self.server)
        # A server that was killed, or a PC that was: to the other side the line just breaks.
        with suppress(ConnectionError):
            listener.behaviour(Line(self.request, listener.upstream, listener.counted))
