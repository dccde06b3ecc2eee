"""Sign-in and sign-out, and the guard in front of every other admin page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast
from uuid import UUID

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask_login import LoginManager, current_user, login_user, logout_user

from sync_server import accounts, audit
from sync_server.web import current_context, limiter

if TYPE_CHECKING:
    from flask import Flask
    from flask.typing import ResponseReturnValue

    from sync_server.accounts import Admin

access = Blueprint("access", __name__, url_prefix="/admin")


class SignedIn:
    """An admin as Flask-Login wants to see one."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def __init__(self, admin: Admin) -> None:
        self.admin = admin

    def get_id(self) -> str:
        """What the session cookie carries."""
        return f"{self.admin.id.hex}.{self.admin.stamp}"


def start_sessions(app: Flask) -> None:
    """Let an application know who is signed in."""
    manager = LoginManager(app)
    manager.session_protection = "strong"
    manager.user_loader(_load)


def guard() -> ResponseReturnValue | None:
    """Send whoever is not signed in to the sign-in page."""
    if current_user.is_authenticated:
        return None
    return redirect(url_for("access.sign_in", lanjut=request.full_path.rstrip("?")))


def signed_in() -> Admin:
    """The admin who asks; only behind the guard."""
    return cast("SignedIn", current_user).admin


def note(action: str, subject: str) -> None:
    """Write into the audit log what the admin who asks does."""
    _note(signed_in().name, action, subject)


@access.get("/masuk")
def sign_in() -> ResponseReturnValue:
    """The sign-in page."""
    return render_template("sign_in.html", lanjut=_next_page())


@access.post("/masuk")
@limiter.limit("5 per minute; 50 per day", deduct_when=lambda response: response.status_code >= 400)
def check_sign_in() -> ResponseReturnValue:
    """Let an admin in, or say that name or password is wrong."""
    with current_context().database.reading() as database:
        admin = accounts.sign_in(
            database, request.form.get("nama", ""), request.form.get("sandi", "")
        )
    if admin is None:
        _note("", "sign-in-failed", "")
        return render_template("sign_in.html", lanjut=_next_page(), wrong=True), 401
    session.clear()
    login_user(SignedIn(admin))
    _note(admin.name, "sign-in", "")
    return redirect(_next_page())


@access.post("/keluar")
def sign_out() -> ResponseReturnValue:
    """End the session."""
    if current_user.is_authenticated:
        note("sign-out", "")
    logout_user()
    session.clear()
    return redirect(url_for("access.sign_in"))


def _load(kept: str) -> SignedIn | None:
    id_, _, stamp = kept.partition(".")
    try:
        wanted = UUID(hex=id_)
    except ValueError:
        return None
    with current_context().database.reading() as database:
        admin = accounts.find_admin(database, wanted)
    return SignedIn(admin) if admin and admin.stamp == stamp else None


def _next_page() -> str:
    """Where to go after sign-in: a page of ours, whatever the address says."""
    wanted = request.values.get("lanjut", "")
    ours = wanted.startswith("/admin/") and not wanted.startswith("/admin/masuk")
    return wanted if ours else url_for("units.overview")


def _note(admin: str, action: str, subject: str) -> None:
    audit.keep_audit(current_context(), admin, action, subject, request.remote_addr or "")
