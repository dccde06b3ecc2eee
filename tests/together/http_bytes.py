"""HTTP as bytes on a socket: whole messages, and answers made up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket

_CHUNK = 1 << 16
_HEAD_END = b"\r\n\r\n"
_LENGTH = re.compile(rb"(?im)^content-length:\s*(\d+)")


def read_request(connection: socket.socket) -> bytes:
    """A request, or as much of it as comes before the other side hangs up."""
    return _read(connection, without_length=0)


def read_answer(connection: socket.socket) -> bytes:
    """An answer, or as much of it as comes before the other side hangs up."""
    return _read(connection, without_length=_CHUNK)


def make_answer(status: str, content_type: str, body: bytes) -> bytes:
    """A whole answer, as any web server would give it."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}"
    return head.encode() + _HEAD_END + body


def body_of(message: bytes) -> bytes:
    """What follows the head of a message."""
    return message.partition(_HEAD_END)[2]


def _read(connection: socket.socket, without_length: int) -> bytes:
    data = b""
    while missing := _missing(data, without_length):
        chunk = connection.recv(min(missing, _CHUNK))
        if not chunk:
            break
        data += chunk
    return data


def _missing(data: bytes, without_length: int) -> int:
    head, found, body = data.partition(_HEAD_END)
    if not found:
        # A byte at a time would be slow, and more may be waiting; nobody here pipelines.
        return _CHUNK
    length = _LENGTH.search(head)
    return int(length[1]) - len(body) if length else without_length
