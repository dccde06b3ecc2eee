"""The program with a server of its own and people who are made up, to try everything by hand.

The data stay in ``build/demo`` from one start to the next. Ends with the exit code of the window.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.paths import DATA_VARIABLE
from tests.together.sample import ADMIN, PEOPLE, UNIT, UNIT_NAME, activation_codes, furnish
from tests.together.server_process import Server

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

USUAL = Path(__file__).parents[2] / "build" / "demo"
_HOST = "127.0.0.1"
_SHOWN_CODES = 3
_INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Demo:
    """What is kept beside the data.

    Attributes:
        port: The server's, always the same, since the PC is enrolled to it.
        password: Of the admin pages.
    """

    port: int
    password: str

    @property
    def address(self) -> str:
        """Of the server, for programs and browsers alike."""
        return f"http://{_HOST}:{self.port}"


def load(home: Path) -> Demo | None:
    """The demo that was made before, or None."""
    kept = _note(home)
    return Demo(**json.loads(kept.read_text("utf-8"))) if kept.exists() else None


def make(home: Path) -> Demo:
    """Make server, people and an enrolled PC, in place of whatever there was."""
    shutil.rmtree(home, ignore_errors=True)
    print("Preparing the demo; this is done once.", flush=True)
    demo = Demo(_free_port(), secrets.token_urlsafe(9))
    server = Server(home / "server")
    furnish(server, demo.password)
    with running(server, demo):
        _enrol(home, demo, server.enrolment_code(UNIT))
    note = _note(home)
    note.touch(mode=0o600)
    note.write_text(json.dumps(asdict(demo)), "utf-8")
    return demo


@contextmanager
def running(server: Server, demo: Demo) -> Iterator[None]:
    """Run the server; it ends in order whatever happens meanwhile."""
    server.start(demo.port)
    try:
        yield
    finally:
        server.stop()


def serve(home: Path, demo: Demo, *, with_window: bool) -> int:
    """Run the server, with the window until it is closed, or alone until Ctrl-C."""
    if _is_taken(demo.port):
        print(f"{demo.address} is in use: by this demo in another window, or by a stranger.")
        print("`--client` opens the window alone; `--fresh` makes a new demo on another port.")
        return 1
    server = Server(home / "server")
    server.command("init")
    with running(server, demo):
        _introduce(server, demo)
        if with_window:
            return open_window(home)
        threading.Event().wait()
    return 0


def open_window(home: Path) -> int:
    """Show the desktop program until it is closed; returns its exit code."""
    process = subprocess.Popen([sys.executable, "-m", "desktop"], env=_environment(home))
    try:
        return process.wait()
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


def main(arguments: Sequence[str]) -> int:
    """Carry out the words after the program's name; returns the exit code."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    home: Path = options.home
    if options.fresh:
        shutil.rmtree(home, ignore_errors=True)
    try:
        if options.mode == "client":
            return open_window(home)
        return serve(home, load(home) or make(home), with_window=options.mode == "run")
    except KeyboardInterrupt:
        return _INTERRUPTED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mode", choices=("run", "client", "server"))
    parser.add_argument("--fresh", action="store_true", help="forget the demo made before")
    parser.add_argument("--home", type=Path, default=USUAL, help="another folder for the data")
    return parser


def _introduce(server: Server, demo: Demo) -> None:
    codes = activation_codes(server)
    lines = [
        f"Demo server with sample data (CONTOH): {demo.address}, kelurahan {UNIT_NAME}",
        f"Admin pages: name {ADMIN}, password {demo.password}",
        "For the first sign-in of some of the people on the tiles:",
        *(f"  {each.name}: code {codes[each.nip]}" for each in PEOPLE[:_SHOWN_CODES]),
    ]
    print("\n".join(lines), flush=True)


def _enrol(home: Path, demo: Demo, code: str) -> None:
    words = ["enrol", "--server", demo.address, "--code", code, "--name", "PC CONTOH"]
    command = [sys.executable, "-m", "desktop", *words]
    subprocess.run(command, env=_environment(home), check=True, stdout=subprocess.DEVNULL)


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, DATA_VARIABLE: str(home / "pc")}


def _note(home: Path) -> Path:
    return home / "demo.json"


def _free_port() -> int:
    with socket.create_server((_HOST, 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def _is_taken(port: int) -> bool:
    with socket.socket() as connection:
        return connection.connect_ex((_HOST, port)) == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
