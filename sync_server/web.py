"""What all views share: the server's context and the limiter of failed tries."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from flask import Flask, Response, current_app, request
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from lessons.records import to_json

if TYPE_CHECKING:
    from sync_server.context import Context

_EXTENSION = "bina-asn"

limiter = Limiter(key_func=get_remote_address, storage_uri="memory://")


class PageSessions(SecureCookieSessionInterface):
    """Sessions for pages alone: PCs keep no cookies and pay for each byte of an answer."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Add the cookie, and what caches must know of it, where a page is answered."""
        if not is_for_pcs():
            super().save_session(app, session, response)


def is_for_pcs() -> bool:
    """Whether what is asked for is the API's and no page."""
    return request.path.startswith(("/api/", "/healthz"))


def keep_context(app: Flask, context: Context) -> None:
    """Hang a context on an application."""
    app.extensions[_EXTENSION] = context


def current_context() -> Context:
    """The context of the application that answers."""
    return cast("Context", current_app.extensions[_EXTENSION])


def json_answer(message: object, status: int = 200) -> Response:
    """A message in its one JSON form."""
    return Response(to_json(message), status=status, mimetype="application/json")
