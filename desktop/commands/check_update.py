"""``bina-asn check-update``: verify a new version that somebody carries or the server has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.commands.stores import opened_store
from desktop.exits import Exit, Outcome
from desktop.sync.client import HttpTransport
from desktop.sync.errors import NotEnrolled
from desktop.updates.errors import NothingNewer
from desktop.updates.server import PATIENCE, fetch_update
from desktop.updates.starting import copy_apart, start
from desktop.updates.stick import Update, look_at
from desktop.updates.trust import this_machine

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> Outcome:
    """Verify, and start what was verified where that is wanted."""
    if options.file:
        return _tell(look_at(Path(options.file), this_machine(paths.data_folder())), options)
    try:
        update = _from_server()
    except NothingNewer as nothing:
        # The server was asked whether there is something, and answered: that is no failure.
        return Outcome(Exit.OK, (nothing.message,), {"update": None, "message": nothing.message})
    return _tell(update, options)


def _from_server() -> Update:
    data = paths.data_folder()
    with opened_store() as store:
        place = store.enrolment()
    if place is None:
        raise NotEnrolled
    return fetch_update(place.server, HttpTransport(PATIENCE), this_machine(data), data)


def _tell(update: Update, options: Namespace) -> Outcome:
    installer = update.offer.installer
    words = f"Bina ASN versi {installer.version}, {update.file}: tanda tangan dan isinya benar."
    facts = {"version": str(installer.version), "file": str(update.file)}
    if not options.run:
        return Outcome(Exit.OK, (words, "Dijalankan dengan --run."), {"update": facts})
    said = start(copy_apart(update))
    return Outcome(Exit.OK, (words, said), {"update": facts, "message": said})
