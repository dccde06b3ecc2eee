"""``bina-asn`` and ``python -m desktop``: the window, or a command for IT staff."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Start what the words ask for; without any, the window.

    Returns:
        The exit code; see ``bina-asn --help``.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words:
        from desktop.app import run

        return run()
    if words == ["--version"]:
        return _tell_version()
    if "--selftest" in words:
        from desktop.selftest.run import run as check

        return check(words)
    from desktop import cli

    return cli.run(words)


def _tell_version() -> int:
    from importlib.metadata import version

    sys.stdout.write(f"bina-asn {version('bina-asn')}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
