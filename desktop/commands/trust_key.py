"""``bina-asn trust-key``: trust a public key, or trust it no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.commands.packages import KeyUnusable, shelf_here
from desktop.exits import Exit, Outcome
from lessons.packages.disk import in_words
from lessons.packages.keys import KeyProblem, PublicKey, TrustedKeys

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> Outcome:
    """Keep the list of trusted keys."""
    shelf = shelf_here()
    try:
        key = PublicKey.from_text(options.key)
        others = tuple(each for each in shelf.trusted().keys if each != key)
        keys = TrustedKeys(others if options.remove else (*others, key))
        shelf.data.mkdir(parents=True, exist_ok=True)
        keys.save(shelf.keys_file)
    except KeyProblem as error:
        raise KeyUnusable(error.message) from error
    except OSError as error:
        raise KeyUnusable(f"{shelf.keys_file} tidak dapat ditulis: {in_words(error)}.") from error
    done = "tidak lagi dipercaya" if options.remove else "dipercaya"
    known = [str(each) for each in keys.keys]
    lines = (f"Kunci {key.id} {done}.", f"{len(known)} kunci dipercaya di komputer ini.", *known)
    return Outcome(Exit.OK, lines, {"keys": known})
