"""``preview``: the course in a browser, as its learners see it and as its trainers check it.

Exit codes: 0 it was ended with Ctrl+C, 2 the folder or the port can't be used.
"""

from __future__ import annotations

import signal
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.commands.base import Command, WrongUse, require_folders, say

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from lessons.preview.server import PreviewServer

_PORT = 8421
_MAX_PORT = 65535


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder pelatihan atau draf")
    parser.add_argument(
        "--port", type=int, default=_PORT, metavar="N", help=f"0 = mana saja (bawaan: {_PORT})"
    )
    parser.add_argument("--no-open", action="store_true", help="jangan membuka peramban")


def _run(options: Namespace) -> int:
    from lessons.preview.app import Preview
    from lessons.preview.server import PreviewServer
    from lessons.preview.workspace import Workspace

    require_folders([options.folder])
    if not 0 <= options.port <= _MAX_PORT:
        raise WrongUse(f"porta {options.port} tidak ada; pakai 0 sampai {_MAX_PORT}")
    try:
        server = PreviewServer(options.port, Preview(Workspace(options.folder)))
    except OSError as error:
        raise WrongUse(
            f"porta {options.port} tidak dapat dipakai ({error.strerror});"
            " pakai porta lain dengan --port, misalnya --port 0"
        ) from error
    _serve(server, opens=not options.no_open)
    return 0


def _serve(server: PreviewServer, *, opens: bool) -> None:
    # A shell that starts this in the background would have it ignore Ctrl+C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with server:
        try:
            say(f"Pratinjau di {server.address}\nTekan Ctrl+C untuk mengakhiri.\n")
            sys.stdout.flush()
            if opens:
                webbrowser.open(server.address)
            server.serve_forever()
        except KeyboardInterrupt:
            say("Pratinjau berakhir.\n")


COMMAND = Command("preview", "menampilkan pelatihan di peramban", _add_arguments, _run)
