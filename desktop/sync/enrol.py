"""Belonging to an office: the PC shows a code from the admin and gets its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.storage.model import Enrolment
from desktop.sync.address import HTTP_SETTING, normalise_address
from desktop.sync.answers import understand
from desktop.sync.errors import CodeIncomplete, NotOurServer, OfficeDiffers
from desktop.sync.machine import machine_hash
from lessons.exchange.codes import CODE_LENGTH, normalise_code
from lessons.exchange.messages import EnrolAnswer, EnrolRequest, Offices, OfficesRequest
from lessons.people import clean
from lessons.records import to_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.storage.store import Store
    from desktop.sync.client import Transport
    from lessons.exchange.messages import Office

PATH = "/api/v1/enrol"
OFFICES_PATH = "/api/v1/offices"
UNIT_NEEDED = "unit-needed"
"""Code of the refusal of a code that serves many offices when none was named."""

_LONGEST_NAME = 100


def enrol(  # noqa: PLR0913, PLR0917 — what a person fills in, and the two ends
    store: Store,
    transport: Transport,
    server: str,
    code: str,
    pc_name: str,
    unit: str = "",
    machine: Callable[[], str] = machine_hash,
) -> Enrolment:
    """Make this PC belong to the office of an enrolment code. Asking again is harmless.

    Args:
        server: Address as typed; see :func:`desktop.sync.address.normalise_address`.
        code: As typed; dashes, spaces and case don't matter.
        pc_name: What people call the PC; cut to 100 characters.
        unit: Kemendagri code of the office; needed where the code serves many.

    Raises:
        Refused: The server said no; with :data:`UNIT_NEEDED` where an office must be named.
        OfficeDiffers: The answer names another office; it was not kept.
        SyncError: Which step failed; nothing was changed.
        StoreProblem: The enrolment could not be kept; asking again is harmless.
    """
    address = _address(store, server)
    request = EnrolRequest(
        code=_complete(code),
        device=store.device_id(),
        key=bytes(store.signing_key().verify_key).hex(),
        name=clean(pc_name)[:_LONGEST_NAME] or "Komputer",
        machine=machine(),
        unit=unit,
    )
    answer = transport.post(f"{address}{PATH}", to_json(request), "application/json")
    place = understand(answer, EnrolAnswer)
    if place.device != request.device:
        raise NotOurServer("answers another device")
    if unit and place.unit != unit:
        raise OfficeDiffers(unit, f"{place.unit_name} ({place.unit})")
    enrolment = Enrolment(address, place.unit, place.unit_name, place.organisation)
    store.keep_enrolment(enrolment)
    return enrolment


def offices(store: Store, transport: Transport, server: str, code: str) -> tuple[Office, ...]:
    """The offices that an enrolment code may serve; nothing is used up or kept.

    Args:
        server: As of :func:`enrol`.
        code: As of :func:`enrol`.

    Raises:
        SyncError: Which step failed, or why the server said no.
    """
    request = OfficesRequest(_complete(code))
    url = f"{_address(store, server)}{OFFICES_PATH}"
    answer = transport.post(url, to_json(request), "application/json")
    return understand(answer, Offices).offices


def _address(store: Store, server: str) -> str:
    return normalise_address(server, store.setting(HTTP_SETTING) == "ya")


def _complete(typed: str) -> str:
    code = normalise_code(typed)
    if len(code) != CODE_LENGTH:
        raise CodeIncomplete(f"Kode pendaftaran terdiri atas {CODE_LENGTH} huruf dan angka.")
    return code
