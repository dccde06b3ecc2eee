"""Every error of the API is a JSON ``Refusal``; nothing of the inside leaks."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from lessons.exchange.messages import Refusal
from sync_server.errors import Refused
from sync_server.web import json_answer

if TYPE_CHECKING:
    from flask import Response

_log = logging.getLogger(__name__)
_TROUBLE = "Server sedang bermasalah. Data di komputer Anda aman; akan dikirim lagi nanti."
_KNOWN = {
    400: ("bad-request", "Permintaan tidak dapat dibaca."),
    404: ("not-found", "Alamat ini tidak ada di server Bina ASN."),
    405: ("method-not-allowed", "Cara memanggil alamat ini tidak tepat."),
    413: ("too-large", "Kiriman terlalu besar."),
    416: ("bad-range", "Bagian berkas yang diminta tidak ada."),
    429: ("too-many-tries", "Terlalu banyak percobaan. Tunggu beberapa menit, lalu coba lagi."),
}


def answer_error(error: Exception) -> Response:
    """The answer to whatever went wrong while the API was called."""
    if isinstance(error, Refused):
        _log.info("refused", extra={"status": error.status, "code": error.code})
        return json_answer(Refusal(error.code, error.message), error.status)
    if isinstance(error, HTTPException) and error.code in _KNOWN:
        return json_answer(Refusal(*_KNOWN[error.code]), error.code)
    _log.error("failed", exc_info=error)
    status = 503 if isinstance(error, OperationalError) else 500
    return json_answer(Refusal("server-error", _TROUBLE), status)
