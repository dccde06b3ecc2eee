"""The addresses that PCs call."""

from __future__ import annotations

from http import HTTPStatus
from typing import TypeVar

import msgspec
from flask import Blueprint, Response, request, send_file
from sqlalchemy import text

from lessons.exchange.envelope import MAX_PACKED_BYTES
from lessons.exchange.messages import EnrolRequest, OfficesRequest
from sync_server import enrolment
from sync_server.api.errors import answer_error
from sync_server.errors import Refused
from sync_server.intake.parcel import take_in
from sync_server.program_updates import find_update
from sync_server.web import current_context, json_answer, limiter

MAX_SYNC_BYTES = MAX_PACKED_BYTES + 1024
MAX_ENROL_BYTES = 16 * 1024
_T = TypeVar("_T")

api = Blueprint("api", __name__)
api.register_error_handler(Exception, answer_error)


def _may_be_a_guess(response: Response) -> bool:
    # A conflict is told only to somebody who knows a code; fifty PCs may share one address.
    return response.status_code >= 400 and response.status_code != HTTPStatus.CONFLICT


_guarded = limiter.shared_limit(
    "10 per 5 minutes; 50 per day", scope="codes", deduct_when=_may_be_a_guess
)


@api.post("/api/v1/enrol")
@_guarded
def enrol() -> Response:
    """Let a PC join a unit by a code."""
    return json_answer(enrolment.enrol(current_context(), _asked(EnrolRequest)))


@api.post("/api/v1/offices")
@_guarded
def offices() -> Response:
    """Tell which offices a code may serve."""
    return json_answer(enrolment.offices(current_context(), _asked(OfficesRequest).code))


@api.post("/api/v1/sync")
def sync() -> Response:
    """Take a parcel in."""
    return json_answer(take_in(current_context(), _body(MAX_SYNC_BYTES)))


@api.get("/api/v1/updates/<name>")
def update(name: str) -> Response:
    """Hand out a file of a program's update, or what is missing of it (``Range``)."""
    file = find_update(current_context().updates, name)
    return send_file(file, mimetype="application/octet-stream", conditional=True)


@api.get("/healthz")
def health() -> Response:
    """Whether the server and its database answer."""
    with current_context().database.reading() as session:
        session.execute(text("SELECT 1"))
    return json_answer({"status": "ok"})


def _asked(kind: type[_T]) -> _T:
    try:
        return msgspec.json.decode(_body(MAX_ENROL_BYTES), type=kind)
    except (msgspec.DecodeError, ValueError) as error:
        raise Refused(400, "bad-request", "Permintaan pendaftaran tidak dapat dibaca.") from error


def _body(limit: int) -> bytes:
    request.max_content_length = limit
    return request.get_data()
