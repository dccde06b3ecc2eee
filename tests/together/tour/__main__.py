"""``python -m tests.together.tour [FOLDER]``: take the tour, and say what was found.

Exit codes: 0 everything holds; 1 something differs, or a person would have been stuck.
"""

from __future__ import annotations

import secrets
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.together.sample import furnish
from tests.together.server_process import Server
from tests.together.tour.network import network
from tests.together.tour.plan import make_plan
from tests.together.tour.report import Report
from tests.together.tour.stage import Stage, Stuck
from tests.together.tour.story import Tour, learn
from tests.together.tour.verdict import judge

if TYPE_CHECKING:
    from collections.abc import Sequence

USUAL = Path(__file__).parents[3] / "build" / "tour"


def take(folder: Path) -> Report:
    """Take the whole tour; leaves pictures, recap and report in the folder.

    Raises:
        Stuck: A person would not have got further; the last picture shows where.
    """
    shutil.rmtree(folder, ignore_errors=True)
    data = folder / "data"
    data.mkdir(parents=True)
    report = Report()
    try:
        _take(folder, data, report)
    finally:
        report.write(folder / "report.json")
    return report


def _take(folder: Path, data: Path, report: Report) -> None:
    password = secrets.token_urlsafe(12)
    with report.step("server with sample data"):
        server = Server(data / "server")
        furnish(server, password)
        server.start()
    stage = Stage(data / "pc", folder)
    try:
        with network(lambda: server.port) as line:
            tour = Tour(server, line, stage, data / "pc", make_plan(), report)
            learn(tour)
            judge(tour)
    finally:
        stage.clear()
        report.expect("exit code of the server", 0, server.stop())


def main(arguments: Sequence[str]) -> int:
    """Take the tour and print its table; returns the exit code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder = Path(arguments[0]) if arguments else USUAL
    try:
        report = take(folder)
    except Stuck as trouble:
        print(f"The tour got stuck: {trouble}", file=sys.stderr)
        return 1
    print(report.table())
    print(f"Pictures, recap and report: {folder}")
    for difference in report.differences():
        print(f"DIFFERS  {difference}", file=sys.stderr)
    return 1 if report.differences() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
