"""``bina-asn sync``: one round with the server."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from desktop.commands.stores import now, opened_store
from desktop.commands.wording import round_in_words, state_facts, waiting_in_words
from desktop.exits import Exit, Outcome
from desktop.sync.client import HttpTransport
from desktop.sync.round import sync_once

if TYPE_CHECKING:
    from argparse import Namespace


def run(_options: Namespace) -> Outcome:
    """Send what waits and take in what is new."""
    with opened_store() as store:
        done = sync_once(store, HttpTransport(), now)
        state = store.sync_state()
        facts = {"round": asdict(done), **state_facts(state)}
        return Outcome(Exit.OK, (round_in_words(done), waiting_in_words(state)), facts)
