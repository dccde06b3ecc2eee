"""``key new``: makes the key that signs packages.

Exit codes: 0 done, 1 the file can't be written, or there is one already.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.commands.base import Command, complain, say

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=["new"], help="new: buat kunci baru")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="BERKAS", help="berkas rahasia yang dibuat"
    )


def _run(options: Namespace) -> int:
    from lessons.packages.keys import new_key_file

    try:
        key = new_key_file(options.to, os.urandom)
    except FileExistsError:
        return complain(f"Berkas “{options.to}” sudah ada dan tidak ditimpa.")
    except OSError as error:
        return complain(f"Berkas “{options.to}” tidak dapat ditulis ({error.strerror}).")
    say(
        f"Kunci rahasia tersimpan di {options.to}. Simpan baik-baik, jangan dibagikan.\n"
        f"Kunci publik, untuk dipercaya di komputer pegawai dan server:\n{key.public}\n"
    )
    return 0


COMMAND = Command("key", "membuat kunci tanda tangan paket", _add_arguments, _run)
