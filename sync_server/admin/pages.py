"""Hangs the admin pages on an application: words for templates, headers for browsers, errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import redirect, render_template, request, url_for

from lessons.people import format_nip
from sync_server import words
from sync_server.admin.access import access, start_sessions
from sync_server.admin.codes import codes
from sync_server.admin.devices import devices
from sync_server.admin.export import export
from sync_server.admin.people import people
from sync_server.admin.units import units
from sync_server.web import current_context, is_for_pcs

if TYPE_CHECKING:
    from flask import Flask, Response
    from flask.typing import ResponseReturnValue
    from werkzeug.exceptions import HTTPException

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_A_YEAR = 365 * 24 * 3600
_ERRORS = {
    400: ("Permintaan tidak dapat dipakai", "Isian belum lengkap, atau halaman sudah kedaluwarsa."),
    404: ("Halaman tidak ditemukan", "Periksa alamatnya, atau kembali ke halaman utama."),
    405: ("Halaman ini tidak dapat dibuka begitu", "Kembali ke halaman utama, lalu pilih lagi."),
    413: ("Isian terlalu besar", "Periksa apa yang Anda isikan, lalu coba lagi."),
    429: ("Terlalu banyak percobaan", "Tunggu satu menit, lalu coba lagi."),
}
_TROUBLE = ("Terjadi kesalahan", "Coba lagi. Jika berulang, periksa log server.")


def add_pages(app: Flask) -> None:
    """Add every admin page to an application."""
    start_sessions(app)
    for blueprint in (access, units, people, devices, codes, export):
        app.register_blueprint(blueprint)
    app.add_url_rule("/", "home", _home)
    app.after_request(_add_headers)
    app.jinja_env.filters |= {
        "tanggal": words.date,
        "waktu": words.moment,
        "tgl": words.short_date,
        "wkt": words.short_moment,
        "angka": words.number,
        "nomor": words.runs,
        "tanda": words.flag,
        "tindakan": words.action,
        "jam": words.clock,
        "nip": format_nip,
    }
    app.jinja_env.globals |= {"bagian": words.share, "pengaturan": _settings}


def answer_in_words(error: HTTPException) -> ResponseReturnValue:
    """An error page."""
    status = error.code or 500
    title, message = _ERRORS.get(status, _TROUBLE)
    return render_template("error.html", title=title, message=message), status


def _settings() -> object:
    return current_context().settings


def _home() -> ResponseReturnValue:
    return redirect(url_for("units.overview"))


def _add_headers(response: Response) -> Response:
    """Headers for browsers; PCs pay for each byte and get none."""
    if is_for_pcs():
        return response
    response.headers.extend(_HEADERS)
    if not request.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-store"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={_A_YEAR}"
    return response
