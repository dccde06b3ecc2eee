"""Belonging to an office: the PC shows a code from the admin and gets its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.storage.model import Enrolment
from desktop.sync.address import HTTP_SETTING, normalise_address
from desktop.sync.answers import understand
from desktop.sync.errors import CodeIncomplete, NotOurServer
from desktop.sync.machine import machine_hash
from lessons.exchange.codes import CODE_LENGTH, normalise_code
from lessons.exchange.messages import EnrolAnswer, EnrolRequest
from lessons.people import clean
from lessons.records import to_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.storage.store import Store
    from desktop.sync.client import Transport

PATH = "/api/v1/enrol"
_LONGEST_NAME = 100


def enrol(  # noqa: PLR0913, PLR0917 — what a person fills in, and the two ends
    store: Store,
    transport: Transport,
    server: str,
    code: str,
    pc_name: str,
    machine: Callable[[], str] = machine_hash,
) -> Enrolment:
    """Make this PC belong to the office of an enrolment code. Asking again is harmless.

    Args:
        server: Address as typed; see :func:`desktop.sync.address.normalise_address`.
        code: As typed; dashes, spaces and case don't matter.
        pc_name: What people call the PC; cut to 100 characters.

    Raises:
        SyncError: Which step failed; nothing was changed.
        StoreProblem: The enrolment could not be kept; asking again is harmless.
    """
    address = normalise_address(server, store.setting(HTTP_SETTING) == "ya")
    request = EnrolRequest(
        code=_complete(code),
        device=store.device_id(),
        key=bytes(store.signing_key().verify_key).hex(),
        name=clean(pc_name)[:_LONGEST_NAME] or "Komputer",
        machine=machine(),
    )
    answer = transport.post(f"{address}{PATH}", to_json(request), "application/json")
    place = understand(answer, EnrolAnswer)
    if place.device != request.device:
        raise NotOurServer("answers another device")
    enrolment = Enrolment(address, place.unit, place.unit_name, place.organisation)
    store.keep_enrolment(enrolment)
    return enrolment


def _complete(typed: str) -> str:
    code = normalise_code(typed)
    if len(code) != CODE_LENGTH:
        raise CodeIncomplete(f"Kode pendaftaran terdiri atas {CODE_LENGTH} huruf dan angka.")
    return code
