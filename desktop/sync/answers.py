"""From what came back to what it means; anything that isn't plainly ours is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from desktop.sync.errors import (
    AnswerBroken,
    NotOurServer,
    ProxyFailed,
    Refused,
    ServerTrouble,
    SyncError,
)
from lessons.exchange.messages import Refusal

if TYPE_CHECKING:
    from desktop.sync.wire import Answer

FILE_TYPE = "application/octet-stream"
_T = TypeVar("_T")
_PROXY_SIGN_IN = 407
_NETWORK_SIGN_IN = 511
_LONGEST_MESSAGE = 300


def understand(answer: Answer, kind: type[_T]) -> _T:
    """Read an answer as a message of ours.

    Raises:
        SyncError: Not 200, not JSON, cut, or not of this kind; the type says which.
    """
    if answer.status != 200:
        raise _problem(answer)
    return _read(answer, kind)


def understand_bytes(answer: Answer) -> bytes:
    """Take an answer that is a file.

    Raises:
        SyncError: Not 200, or not sent as a file; the type says which.
    """
    if answer.status != 200:
        raise _problem(answer)
    if answer.content_type != FILE_TYPE:
        raise NotOurServer(f"content type {answer.content_type}")
    return answer.body


def _problem(answer: Answer) -> SyncError:
    status = f"status {answer.status}"
    if answer.status == _PROXY_SIGN_IN:
        return ProxyFailed(status)
    if answer.status < 400 or answer.status == _NETWORK_SIGN_IN:
        return NotOurServer(status)
    if answer.status >= 500:
        return ServerTrouble(status)
    return _refusal(answer)


def _refusal(answer: Answer) -> SyncError:
    try:
        refusal = _read(answer, Refusal)
    except SyncError:
        return NotOurServer(f"status {answer.status}")
    return Refused(refusal.error, refusal.message[:_LONGEST_MESSAGE])


def _read(answer: Answer, kind: type[_T]) -> _T:
    import msgspec

    if answer.content_type != "application/json":
        raise NotOurServer(f"content type {answer.content_type}")
    try:
        return msgspec.json.decode(answer.body, type=kind)
    except msgspec.ValidationError as error:
        raise NotOurServer(str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise AnswerBroken(str(error)) from error
