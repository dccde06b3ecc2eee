"""The line between PC and server, with a plug that can be pulled, and what passes it."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.together.meddler import Counted, meddling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Traffic:
    """What has passed to the server and back, in bytes on the wire with headers."""

    requests: int
    up: int
    down: int

    def since(self, before: Traffic) -> Traffic:
        """What has passed after an earlier look."""
        return Traffic(
            self.requests - before.requests, self.up - before.up, self.down - before.down
        )


class Network:
    """A line that can be unplugged: then every connection is refused.

    Attributes:
        address: What the PC is told is its server.
    """

    def __init__(self, upstream: Callable[[], int]) -> None:
        """Take how to learn the server's port; the line is plugged in."""
        self._upstream = upstream
        self._plugged = ExitStack()
        self._counted: list[Counted] = []
        self._port = 0
        self.plug_in()
        self.address = f"http://127.0.0.1:{self._port}"

    def plug_in(self) -> None:
        """Every request passes from now on."""
        line = self._plugged.enter_context(meddling(self._upstream, self._port))
        self._port = int(line.address.rpartition(":")[2])
        self._counted.append(line.counted)

    def unplug(self) -> None:
        """Nothing answers at the address from now on."""
        self._plugged.close()

    def traffic(self) -> Traffic:
        """All that has passed so far."""
        return Traffic(
            requests=sum(each.requests for each in self._counted),
            up=sum(each.up for each in self._counted),
            down=sum(each.down for each in self._counted),
        )


@contextmanager
def network(upstream: Callable[[], int]) -> Iterator[Network]:
    """A line to a server, plugged in at first; unplugged at the end.

    Args:
        upstream: The server's port at the moment.
    """
    made = Network(upstream)
    try:
        yield made
    finally:
        made.unplug()
