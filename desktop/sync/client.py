"""One HTTP request, with the system's proxies and certificates, and errors that name the step."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from desktop.sync.wire import USUAL_PATIENCE, Answer, Asking, Patience

if TYPE_CHECKING:
    from collections.abc import Callable


class Transport(Protocol):
    """Whatever carries one request; a simulator may stand in."""

    def post(self, url: str, body: bytes, content_type: str) -> Answer:
        """Send a body and wait for the answer, whatever its status.

        Raises:
            SyncError: No whole answer came; the type says which step failed.
        """


class HttpTransport:
    """Requests over HTTP and HTTPS, one connection each; follows no redirect."""

    def __init__(
        self,
        patience: Patience = USUAL_PATIENCE,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._patience = patience
        self._monotonic = monotonic

    def post(self, url: str, body: bytes, content_type: str) -> Answer:
        """See :meth:`Transport.post`."""
        return self._ask("POST", url, body, {"Content-Type": content_type})

    def get(self, url: str) -> Answer:
        """Ask for a page; raises as :meth:`Transport.post`."""
        return self._ask("GET", url, None, {})

    def fetch(self, url: str, take: Callable[[bytes], object], most: int) -> Answer:
        """Ask for a file of at most so many bytes, and hand it on by portions as it comes.

        Returns:
            The answer without the file; with its body where it is no file at all.

        Raises:
            SyncError: As :meth:`Transport.post`; what was handed on is then not whole.
        """
        from desktop.sync.line import fetch

        return fetch(Asking("GET", url, None, {}), self._patience, self._monotonic, take, most)

    def _ask(self, method: str, url: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        # Importing requests takes longer than showing the window does.
        from desktop.sync.line import ask

        return ask(Asking(method, url, body, headers), self._patience, self._monotonic)
