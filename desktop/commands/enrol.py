"""``bina-asn enrol``: make this PC belong to an office, and fetch its people."""

from __future__ import annotations

import platform
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from desktop.commands.failures import failure
from desktop.commands.stores import now, opened_store
from desktop.commands.wording import round_in_words
from desktop.exits import Exit, Outcome
from desktop.sync.client import HttpTransport
from desktop.sync.enrol import enrol
from desktop.sync.errors import SyncError
from desktop.sync.round import sync_once

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> Outcome:
    """Enrol; a first round that fails afterwards is told, and the enrolment stays."""
    with opened_store() as store:
        name = options.name or platform.node()
        place = enrol(store, HttpTransport(), options.server, options.code, name)
        linked = f"Terhubung dengan {place.organisation}, {place.unit_name}."
        try:
            done = sync_once(store, HttpTransport(), now)
        except SyncError as error:
            failed = failure(error)
            return replace(failed, lines=(linked, *failed.lines))
        facts = {"enrolment": asdict(place), "round": asdict(done)}
        return Outcome(Exit.OK, (linked, round_in_words(done)), facts)
