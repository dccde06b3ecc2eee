"""``bina-asn enrol``: make this PC belong to an office, and fetch its people."""

from __future__ import annotations

import socket
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from desktop.commands.failures import failure
from desktop.commands.stores import now, opened_store
from desktop.commands.wording import linked_in_words, round_in_words
from desktop.exits import Exit, Outcome
from desktop.sync.client import HttpTransport
from desktop.sync.enrol import UNIT_NEEDED, enrol, offices
from desktop.sync.errors import Refused, SyncError
from desktop.sync.round import sync_once

if TYPE_CHECKING:
    from argparse import Namespace

    from desktop.storage.model import Enrolment
    from desktop.storage.store import Store


def run(options: Namespace) -> Outcome:
    """Enrol; a first round that fails afterwards is told, and the enrolment stays."""
    with opened_store() as store:
        name = options.name or socket.gethostname()
        try:
            place = enrol(store, HttpTransport(), options.server, options.code, name, options.unit)
        except Refused as refused:
            if refused.code != UNIT_NEEDED:
                raise
            return _ask_for_unit(store, options, refused)
        return _first_round(store, place)


def _first_round(store: Store, place: Enrolment) -> Outcome:
    linked = linked_in_words(place)
    try:
        done = sync_once(store, HttpTransport(), now)
    except SyncError as error:
        failed = failure(error)
        return replace(failed, lines=(linked, *failed.lines))
    facts = {"enrolment": asdict(place), "round": asdict(done)}
    return Outcome(Exit.OK, (linked, round_in_words(done)), facts)


def _ask_for_unit(store: Store, options: Namespace, refused: Refused) -> Outcome:
    found = offices(store, HttpTransport(), options.server, options.code)
    failed = failure(refused)
    listed = (f"  {office.code}  {office.title}" for office in found)
    facts = {"offices": [{"code": office.code, "title": office.title} for office in found]}
    return replace(
        failed,
        lines=(*failed.lines, "Tambahkan --unit KODE, dengan salah satu kode ini:", *listed),
        facts={**failed.facts, **facts},
    )
