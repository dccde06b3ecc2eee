"""The Flask application."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from flask import Flask
from flask_wtf import CSRFProtect
from werkzeug.exceptions import HTTPException, InternalServerError

from sync_server.admin.pages import add_pages, answer_in_words
from sync_server.api.errors import answer_error
from sync_server.api.views import api
from sync_server.codes import cookie_key
from sync_server.web import PageSessions, is_for_pcs, keep_context, limiter

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from sync_server.context import Context

MAX_FORM_BYTES = 64 * 1024
_SIGNED_IN_FOR = timedelta(hours=8)
_log = logging.getLogger(__name__)


def create_app(context: Context, *, secure_cookies: bool = True) -> Flask:
    """Join the parts to an application.

    Args:
        secure_cookies: Whether browsers send cookies by TLS alone; off only for loopback.
    """
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=cookie_key(context.secret),
        MAX_CONTENT_LENGTH=MAX_FORM_BYTES,
        PERMANENT_SESSION_LIFETIME=_SIGNED_IN_FOR,
        SESSION_COOKIE_SECURE=secure_cookies,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    app.session_interface = PageSessions()
    keep_context(app, context)
    limiter.init_app(app)
    CSRFProtect(app).exempt(api)
    app.register_blueprint(api)
    add_pages(app)
    app.register_error_handler(Exception, _answer)
    return app


def _answer(error: Exception) -> ResponseReturnValue:
    """Errors of unknown addresses and of pages; those of the API's views are answered there."""
    if is_for_pcs():
        return answer_error(error)
    if isinstance(error, HTTPException):
        return answer_in_words(error)
    _log.error("failed", exc_info=error)
    return answer_in_words(InternalServerError())
