"""Real servers on 127.0.0.1 that behave, or misbehave to the byte."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from nacl.signing import VerifyKey

from lessons.exchange.envelope import digest, open_envelope, split
from lessons.exchange.messages import (
    EnrolAnswer,
    EnrolRequest,
    Office,
    Offices,
    Refusal,
    Reply,
    SentRecord,
)
from lessons.records import to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lessons.exchange.messages import Parcel

CERTIFICATE = Path(__file__).with_name("tls") / "localhost_of_tests.pem"
"""Self-signed, for localhost and 127.0.0.1, with its key: of use to nobody but these tests."""

_TLS_GREETING = b"\x16"


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came over the line."""

    raw: bytes

    @property
    def target(self) -> str:
        return self.raw.split(b" ", 2)[1].decode()

    @property
    def body(self) -> bytes:
        return self.raw.partition(b"\r\n\r\n")[2]


@dataclass(slots=True)
class Listening:
    """A server that listens, and what it has heard."""

    address: str
    requests: list[Request] = field(default_factory=list)


@contextmanager
def serving(
    behave: Callable[[Request, socket.socket], None], *, tls: bool = False
) -> Iterator[Listening]:
    """A server that hands each request, with its connection, to ``behave``."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        scheme = "https" if tls else "http"
        heard = Listening(f"{scheme}://127.0.0.1:{listener.getsockname()[1]}")
        wrap = _tls if tls else _plain
        thread = threading.Thread(target=_serve, args=(listener, wrap, behave, heard))
        thread.start()
        try:
            yield heard
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def answering(response: bytes) -> Callable[[Request, socket.socket], None]:
    """Always the same bytes, then the end of the connection."""
    return lambda _request, line: line.sendall(response)


def http(
    body: bytes,
    status: int = 200,
    content_type: str = "application/json",
    extra: str = "",
) -> bytes:
    """A whole HTTP response."""
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n{extra}\r\n"
    )
    return head.encode() + body


class GoodServer:
    """Enrols everybody with one code, takes every record, and tells what tests give it to tell.

    A second code serves two offices, so that a PC must name its own.

    Attributes:
        taken: Records taken in, by id.
        tells: What the next replies carry beside the receipt.
    """

    code = "K7QM2F9X"
    wide_code = "W7QM2F9X"
    offices = (
        Office("14.72.01.1003", "Kelurahan Pangkalan Sesai"),
        Office("14.72.01.1006", "Kelurahan Purnama"),
    )

    def __init__(self) -> None:
        self.key: VerifyKey | None = None
        self.taken: dict[str, SentRecord] = {}
        self.parcels: list[Parcel] = []
        self.tells: list[Reply] = []

    def __call__(self, request: Request, line: socket.socket) -> None:
        if request.target == "/api/v1/enrol":
            line.sendall(self._enrol(msgspec.json.decode(request.body, type=EnrolRequest)))
        elif request.target == "/api/v1/offices":
            line.sendall(http(to_json(Offices(self.offices))))
        elif request.target == "/api/v1/sync":
            line.sendall(http(to_json(self._take_in(request.body))))
        else:
            line.sendall(http(b'{"status":"ok"}'))

    def _enrol(self, asked: EnrolRequest) -> bytes:
        if asked.code not in {self.code, self.wide_code}:
            return http(to_json(Refusal("code-unknown", "Kode tidak dikenal.")), 404)
        if asked.code == self.wide_code and not asked.unit:
            return http(to_json(Refusal("unit-needed", "Kode ini untuk beberapa kantor.")), 409)
        self.key = VerifyKey(bytes.fromhex(asked.key))
        # As a server that is older than codes for many offices, the first code hears no unit.
        is_second = asked.code == self.wide_code and asked.unit == self.offices[1].code
        office = self.offices[is_second]
        name = office.title.removeprefix("Kelurahan ")
        place = EnrolAnswer(asked.device, office.code, name, "BKPSDM Kota Dumai")
        return http(to_json(place))

    def _take_in(self, envelope: bytes) -> Reply:
        assert self.key
        parcel = open_envelope(split(envelope), self.key)
        self.parcels.append(parcel)
        records = [msgspec.json.decode(raw, type=SentRecord) for raw in parcel.records]
        self.taken |= {record.id.hex: record for record in records}
        told = self.tells.pop(0) if self.tells else Reply("0", cursor=parcel.cursor)
        runs = tuple((record.seq, record.seq) for record in records)
        return msgspec.structs.replace(told, parcel=digest(envelope), accepted=runs)


def _serve(
    listener: socket.socket,
    wrap: Callable[[socket.socket], socket.socket],
    behave: Callable[[Request, socket.socket], None],
    heard: Listening,
) -> None:
    while True:
        try:
            line, _ = listener.accept()
        except OSError:
            return
        with line:
            _handle(line, wrap, behave, heard)


def _handle(
    line: socket.socket,
    wrap: Callable[[socket.socket], socket.socket],
    behave: Callable[[Request, socket.socket], None],
    heard: Listening,
) -> None:
    try:
        with wrap(line) as wrapped:
            request = Request(_read(wrapped))
            heard.requests.append(request)
            behave(request, wrapped)
    except OSError:
        # The other side went away or refused our certificate, which is what it should do.
        return


def _plain(line: socket.socket) -> socket.socket:
    return line


def _tls(line: socket.socket) -> socket.socket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context.wrap_socket(line, server_side=True)


def _read(line: socket.socket) -> bytes:
    data = b""
    while (length := _length(data)) is None or len(data) < length:
        chunk = line.recv(65536)
        data += chunk
        # A greeting in TLS is all that a plain server will see of a request.
        if not chunk or data.startswith(_TLS_GREETING):
            break
    return data


def _length(data: bytes) -> int | None:
    head, end, _ = data.partition(b"\r\n\r\n")
    if not end:
        return None
    lines = [line.partition(b":") for line in head.lower().split(b"\r\n")]
    size = next((int(value) for name, _, value in lines if name == b"content-length"), 0)
    return len(head) + len(end) + size
