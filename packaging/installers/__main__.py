"""``python3 dev.py package``: makes the wanted packages, then their sums and components."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from installers import options, sbom, sums
from installers.errors import PackagingError
from installers.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from installers.workshop import Workshop

FAILED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes what the command line asks for.

    Returns:
        0, or 1 when something could not be made.
    """
    wanted = options.parse(arguments)
    try:
        make(options.workshop_for(wanted), options.wanted_kinds(wanted))
    except PackagingError as error:
        sys.stderr.write(f"dev.py package: {error}\n")
        return FAILED
    return 0


def make(workshop: Workshop, kinds: Iterable[str]) -> None:
    """Makes some kinds of packages, then the list of components and the sums of all.

    Raises:
        PackagingError: One of them can't be made.
    """
    workshop.output.mkdir(parents=True, exist_ok=True)
    for kind in kinds:
        begun = time.monotonic()
        built = KINDS[kind].build(workshop)
        _tell(f"{built.name}  {time.monotonic() - begun:.0f} s")
    _tell(sbom.write(workshop).name)
    _tell(sums.write(workshop).name)


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
