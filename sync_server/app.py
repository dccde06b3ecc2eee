"""The Flask application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask, Response, request
from flask_wtf import CSRFProtect
from werkzeug.exceptions import HTTPException

from sync_server.api.errors import answer_error
from sync_server.api.views import api
from sync_server.codes import cookie_key
from sync_server.web import keep_context, limiter

if TYPE_CHECKING:
    from sync_server.context import Context


def create_app(context: Context, *, secure_cookies: bool = True) -> Flask:
    """Join the parts to an application.

    Args:
        secure_cookies: Whether browsers send cookies by TLS alone; off only for loopback.
    """
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=cookie_key(context.secret),
        SESSION_COOKIE_SECURE=secure_cookies,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    keep_context(app, context)
    limiter.init_app(app)
    CSRFProtect(app).exempt(api)
    app.register_blueprint(api)
    app.register_error_handler(HTTPException, _answer_unknown_address)
    return app


def _answer_unknown_address(error: HTTPException) -> Response | HTTPException:
    return answer_error(error) if request.path.startswith("/api/") else error
