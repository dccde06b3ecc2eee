"""``bina-asn status``: what waits and how the last round went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.commands.stores import opened_store
from desktop.commands.wording import last_in_words, place_in_words, state_facts, waiting_in_words
from desktop.exits import Exit, Outcome
from desktop.sync.machine import OTHER_ADVICE, OTHER_TITLE, OTHER_WORDS

if TYPE_CHECKING:
    from argparse import Namespace


def run(_options: Namespace) -> Outcome:
    """Tell it."""
    with opened_store() as store:
        state = store.sync_state()
    code = Exit.OK if state.enrolment else Exit.NOT_ENROLLED
    lines = [place_in_words(state.enrolment), waiting_in_words(state), last_in_words(state)]
    if state.last_error:
        lines.append(f"Terakhir gagal: {state.last_error}")
    if state.is_other_machine:
        lines.append(f"{OTHER_TITLE}. {OTHER_WORDS} {OTHER_ADVICE}")
    return Outcome(code, tuple(lines), state_facts(state))
