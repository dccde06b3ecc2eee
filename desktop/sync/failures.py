"""What requests and urllib3 raise, as errors that name the step."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from requests import exceptions as failed
from urllib3 import exceptions as broken

from desktop.sync.errors import (
    AddressWrong,
    AnswerBroken,
    NameNotFound,
    NotReachable,
    ProxyFailed,
    Step,
    SyncError,
    TimedOut,
    TlsFailed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def explained() -> Iterator[None]:
    """Give the errors of the line their step and their words.

    Raises:
        SyncError: In place of the error of requests or urllib3.
    """
    try:
        yield
    except failed.ConnectionError as error:
        raise _connection(error) from error
    except failed.Timeout as error:
        raise TimedOut(Step.ANSWER, str(error)) from error
    except (failed.InvalidProxyURL, failed.InvalidSchema) as error:
        # The text may hold the password of the proxy.
        raise ProxyFailed(type(error).__name__) from error
    except failed.InvalidURL as error:
        raise AddressWrong("Alamat server tidak dapat dibaca.", str(error)) from error
    except failed.RequestException as error:
        raise AnswerBroken(str(error)) from error
    except broken.ReadTimeoutError as error:
        raise TimedOut(Step.ANSWER, str(error)) from error
    except broken.HTTPError as error:
        raise AnswerBroken(str(error)) from error


def _connection(error: failed.ConnectionError) -> SyncError:
    details = str(error)
    if isinstance(error, failed.ProxyError):
        return ProxyFailed(details)
    if isinstance(error, failed.SSLError):
        return TlsFailed(details)
    if isinstance(error, failed.ConnectTimeout):
        return TimedOut(Step.CONNECTION, details)
    return _unreached(error.args[0] if error.args else None, details)


def _unreached(cause: object, details: str) -> SyncError:
    if not isinstance(cause, broken.MaxRetryError):
        return AnswerBroken(details)
    if isinstance(cause.reason, broken.NameResolutionError):
        return NameNotFound(details)
    return NotReachable(details)
