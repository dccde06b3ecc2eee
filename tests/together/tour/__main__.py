"""Takes the whole road by itself, on the real window and a real server, and says what was found.

Exit codes: 0 everything holds; 1 something differs, or a person would have been stuck.
"""

from __future__ import annotations

import argparse
import secrets
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.together.sample import furnish
from tests.together.server_process import Server
from tests.together.tour.acting import LEARNER, Tour
from tests.together.tour.admin_visit import visit
from tests.together.tour.chromium import find_browser, picture_pages
from tests.together.tour.evidence import look_at_pc, look_at_server
from tests.together.tour.network import network
from tests.together.tour.plan import gather_courses, make_plan
from tests.together.tour.report import Report
from tests.together.tour.stage import Stage, Stuck
from tests.together.tour.story import learn
from tests.together.tour.verdict import judge
from tests.together.tour.workbook import compare

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
    courses = data / "courses"
    with report.step("server with sample data"):
        gather_courses(courses)
        server = Server(data / "server")
        furnish(server, password, courses)
        server.start()
    stage = Stage(data / "pc", folder, courses)
    try:
        with network(lambda: server.port) as line:
            tour = Tour(server, line, stage, data / "pc", make_plan(courses), report)
            learn(tour)
            _look_at_both_sides(tour, folder, password)
    finally:
        stage.clear()
        report.expect("exit code of the server", 0, server.stop())


def _look_at_both_sides(tour: Tour, folder: Path, password: str) -> None:
    here = look_at_pc(tour.pc, LEARNER.name)
    there = look_at_server(tour.server, here.device, LEARNER.nip)
    judge(tour, here, there)
    address = f"http://127.0.0.1:{tour.server.port}"
    with tour.report.step("admin over HTTP, recap compared cell by cell"):
        recap = folder / "rekap.xlsx"
        visit(tour, address, password, recap)
        compare(tour, there, recap)
    browser = find_browser()
    if browser is None:
        tour.report.note(**{"pictures of the admin pages": "none: there is no Chromium"})
        return
    with tour.report.step("admin pages in Chromium"):
        picture_pages(browser, address, password, folder)


def main(arguments: Sequence[str]) -> int:
    """Take the tour and print its table; returns the exit code."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    folder = _parser().parse_args(arguments).folder
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=USUAL, help="for all that it makes")
    parser.add_argument("--fresh", action="store_true", help="of no effect: each tour is a new one")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
