"""``bina-asn sync``: one round with the server."""

from __future__ import annotations

import socket
from dataclasses import asdict
from typing import TYPE_CHECKING

from desktop import paths
from desktop.commands.stores import now, opened_store
from desktop.commands.wording import (
    linked_in_words,
    round_in_words,
    state_facts,
    waiting_in_words,
)
from desktop.exits import Exit, Outcome
from desktop.joining import Joining
from desktop.machine_settings import load
from desktop.sync.client import HttpTransport
from desktop.sync.round import sync_once

if TYPE_CHECKING:
    from argparse import Namespace

    from desktop.storage.store import Store


def run(_options: Namespace) -> Outcome:
    """Send what waits and take in what is new; a new PC joins by its settings file before."""
    with opened_store() as store:
        linked = _join(store)
        done = sync_once(store, HttpTransport(), now)
        state = store.sync_state()
        facts = {"round": asdict(done), **state_facts(state)}
        lines = (*linked, round_in_words(done), waiting_in_words(state))
        return Outcome(Exit.OK, lines, facts)


def _join(store: Store) -> tuple[str, ...]:
    """Join where the settings are enough for it; whoever types the command wants a try anyhow."""
    if store.enrolment() is not None:
        return ()
    joining = Joining(load(paths.settings_file()), socket.gethostname())
    if not joining.is_planned:
        return ()
    return (linked_in_words(joining.run(store, HttpTransport())),)
