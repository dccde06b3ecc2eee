"""The line itself, by requests: import it only where a request is about to be made."""

from __future__ import annotations

import ssl
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import truststore
from requests import PreparedRequest, Request, Response, Session
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies
from urllib3.util import SKIP_HEADER

from desktop.sync.address import is_loopback
from desktop.sync.answers import FILE_TYPE
from desktop.sync.errors import AnswerBroken, Step, TimedOut
from desktop.sync.failures import explained
from desktop.sync.wire import Answer, Asking, Patience

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAX_ANSWER_BYTES = 16 * 1024 * 1024
_CHUNK = 64 * 1024
_NOTHING_EXTRA = {"User-Agent": SKIP_HEADER, "Accept-Encoding": SKIP_HEADER}
"""An idle round has a budget of 540 bytes; these headers would be a fifth of it."""


def ask(asking: Asking, patience: Patience, monotonic: Callable[[], float]) -> Answer:
    """Send a request over a connection of its own and read the whole answer.

    Raises:
        SyncError: Names the step that failed.
    """
    with _answered(asking, patience, monotonic) as (response, is_late):
        return _answer(response, _body(response, is_late))


def fetch(
    asking: Asking,
    patience: Patience,
    monotonic: Callable[[], float],
    take: Callable[[bytes], object],
    most: int,
) -> Answer:
    """As :func:`ask`, but a file is handed on by portions and at most so many bytes long.

    Raises:
        SyncError: Names the step that failed.
    """
    with _answered(asking, patience, monotonic) as (response, is_late):
        if response.status_code != HTTPStatus.OK or _media_type(response) != FILE_TYPE:
            return _answer(response, _body(response, is_late))
        for chunk in _chunks(response, is_late, most):
            take(chunk)
        return _answer(response, b"")


def proxies_for(url: str) -> dict[str, str]:
    """The system's proxies for an address; none for this PC itself."""
    return {} if is_loopback(urlsplit(url).hostname or "") else get_environ_proxies(url)


class _SystemTrust(HTTPAdapter):
    """Trusts what the system trusts, so that an office's own certificate works."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().init_poolmanager(*args, **kwargs, ssl_context=_system_trust())

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        return super().proxy_manager_for(*args, **kwargs, ssl_context=_system_trust())

    def cert_verify(self, *args: object, **kwargs: object) -> None:
        """Add no list of requests' own to what the system trusts."""


def _system_trust() -> ssl.SSLContext:
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@contextmanager
def _session() -> Iterator[Session]:
    with Session() as session:
        # A .netrc file would add a password to the request.
        session.trust_env = False
        session.headers.clear()
        session.mount("https://", _SystemTrust())
        yield session


def _prepared(session: Session, asking: Asking) -> PreparedRequest:
    headers = {**_NOTHING_EXTRA, **asking.headers}
    return session.prepare_request(Request(asking.method, asking.url, headers, data=asking.body))


@contextmanager
def _answered(
    asking: Asking, patience: Patience, monotonic: Callable[[], float]
) -> Iterator[tuple[Response, Callable[[], bool]]]:
    """The beginning of the answer, and whether its end comes too late."""
    deadline = monotonic() + patience.whole
    with explained(), _session() as session:
        response = session.send(
            _prepared(session, asking),
            timeout=(patience.connect, patience.read),
            proxies=proxies_for(asking.url),
            allow_redirects=False,
            stream=True,
        )
        # An answer of which no more is wanted must not hold the line.
        with response:
            yield response, lambda: monotonic() > deadline


def _body(response: Response, is_late: Callable[[], bool]) -> bytes:
    return b"".join(_chunks(response, is_late, MAX_ANSWER_BYTES))


def _chunks(response: Response, is_late: Callable[[], bool], most: int) -> Iterator[bytes]:
    size = 0
    while chunk := response.raw.read1(_CHUNK, decode_content=False):
        size += len(chunk)
        if size > most:
            raise AnswerBroken("too long")
        if is_late():
            raise TimedOut(Step.ANSWER, "drips")
        yield chunk


def _media_type(response: Response) -> str:
    return response.headers.get("Content-Type", "").partition(";")[0].strip().lower()


def _answer(response: Response, body: bytes) -> Answer:
    request = response.request
    host = f"Host: {urlsplit(response.url).netloc}"
    first = f"{request.method} {request.path_url} HTTP/1.1"
    sent = [f"{name}: {value}" for name, value in request.headers.items() if value != SKIP_HEADER]
    status = f"HTTP/1.1 {response.status_code} {response.reason}"
    came = [f"{name}: {value}" for name, value in response.headers.items()]
    return Answer(
        status=response.status_code,
        content_type=_media_type(response),
        body=body,
        bytes_up=_on_line(first, host, *sent) + len(request.body or b""),
        bytes_down=_on_line(status, *came) + len(body),
    )


def _on_line(*lines: str) -> int:
    return sum(len(line) + 2 for line in lines) + 2
