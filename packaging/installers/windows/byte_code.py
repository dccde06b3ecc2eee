"""Compiles sources; run by the Python whose byte code is wanted, so it imports nothing of ours.

Standard input holds one source a line: its path, the path of its byte code, and the name that
tracebacks show, with tabs between. The byte code is never compared with its source.
"""

from __future__ import annotations

import py_compile
import sys


def main() -> None:
    """Compiles all; ends with an exception at the first that is no Python."""
    for line in sys.stdin:
        source, target, shown = line.rstrip("\n").split("\t")
        py_compile.compile(
            source,
            target,
            shown,
            doraise=True,
            optimize=0,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )


if __name__ == "__main__":
    main()
