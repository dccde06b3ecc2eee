"""What goes over the line and what comes back, before anybody reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asking:
    """One request: its method, address, body and headers of its own."""

    method: str
    url: str
    body: bytes | None
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, not yet believed; see :mod:`desktop.sync.answers`.

    Attributes:
        content_type: Media type in lower case, without parameters; empty where none was sent.
        bytes_up: Bytes of the request on the line, headers included, TLS not.
        bytes_down: The same of the answer.
    """

    status: int
    content_type: str
    body: bytes
    bytes_up: int
    bytes_down: int


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds.

    Attributes:
        connect: For a connection.
        read: For the next bytes of an answer.
        whole: For the whole answer, so that one that drips can't hold a round for ever.
    """

    connect: float = 10
    read: float = 60
    whole: float = 300


USUAL_PATIENCE = Patience()
