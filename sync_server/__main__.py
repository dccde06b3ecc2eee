"""``python -m sync_server`` and ``bina-asn-server``."""

from __future__ import annotations

import sys

from sync_server import cli


def main() -> None:
    """Run a command and leave with its exit code."""
    sys.exit(cli.run(sys.argv[1:]))


if __name__ == "__main__":
    main()
