"""``bina-asn quit``: close the open window in order, as by its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import paths
from desktop.commands.other_window import close
from desktop.exits import Exit, Outcome

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> Outcome:
    """Ask the window to close and wait until it has."""
    was_open = close(paths.data_folder(), options.wait)
    words = "Bina ASN sudah ditutup." if was_open else "Bina ASN tidak sedang terbuka."
    return Outcome(Exit.OK, (words,), {"was_open": was_open})
