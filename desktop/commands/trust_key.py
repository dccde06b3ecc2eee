"""``bina-asn trust-key``: trust a public key, or trust it no longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.commands.packages import KeyUnusable, shelf_here
from desktop.exits import Exit, Outcome
from lessons.packages.disk import in_words
from lessons.packages.keys import KeyProblem, PublicKey, TrustedKeys

if TYPE_CHECKING:
    from argparse import Namespace

    from lessons.shelf import Shelf


def run(options: Namespace) -> Outcome:
    """Keep the list of trusted keys."""
    shelf = shelf_here()
    try:
        key = PublicKey.from_text(options.key)
        keys = _wanted(shelf, key, is_trusted=not options.remove)
        shelf.data.mkdir(parents=True, exist_ok=True)
        keys.save(shelf.keys_file)
    except KeyProblem as error:
        raise KeyUnusable(error.message) from error
    except OSError as error:
        raise KeyUnusable(f"{shelf.keys_file} tidak dapat ditulis: {in_words(error)}.") from error
    done = "tidak lagi dipercaya" if options.remove else "dipercaya"
    known = [str(each) for each in shelf.trusted().keys]
    lines = (f"Kunci {key.id} {done}.", f"{len(known)} kunci dipercaya di komputer ini.", *known)
    return Outcome(Exit.OK, lines, {"keys": known})


def _wanted(shelf: Shelf, key: PublicKey, *, is_trusted: bool) -> TrustedKeys:
    """The PC's own list as it is to be; the city's key takes one of the places for keys."""
    others = tuple(each for each in shelf.listed().keys if each not in {key, shelf.city_key})
    if key == shelf.city_key:
        if not is_trusted:
            raise KeyProblem("Kunci ini ditetapkan oleh berkas pengaturan komputer.")
        return TrustedKeys(others)
    listed = (*others, key) if is_trusted else others
    if shelf.city_key is not None:
        TrustedKeys((shelf.city_key, *listed))
    return TrustedKeys(listed)
