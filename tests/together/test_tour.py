"""The whole road, taken by a process of its own as `dev.py run --tour` takes it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from tests.together.tour.html_page import Page
from tests.together.tour.report import Report

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.timeout(300)
def test_whole_road(tmp_path: Path) -> None:
    folder = tmp_path / "tour"
    done = subprocess.run(
        [sys.executable, "-m", "tests.together.tour", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads((folder / "report.json").read_text("utf-8"))
    assert report["differences"] == []
    assert report["figures"]["records on the PC, on the server"] == [4, 4]
    assert report["figures"]["answers of every type before kill -9, found again"] == [5, 5]
    assert report["figures"]["answers acknowledged before kill -9, found again"] == [4, 4]
    assert (folder / "rekap.xlsx").stat().st_size > 0
    pictures = sorted(folder.glob("*.png"))
    assert len(pictures) >= 55
    assert {QImage(str(each)).size().toTuple() for each in pictures} == {(1366, 768)}


def test_report_names_what_differs(tmp_path: Path) -> None:
    report = Report()
    report.expect("records", 3, 3)
    report.expect("score", 90, 80)
    report.note(records=(3, 3))
    with report.step("sync"):
        report.note(waiting=0)
    report.write(tmp_path / "report.json")
    written = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert written["differences"] == ["score: must be 90, is 80"]
    assert written["figures"] == {"records": [3, 3], "waiting": 0}
    assert "2, of which 1 do not hold" in report.table()


def test_page_is_read_as_a_browser_would() -> None:
    page = Page(
        '<a href="/x">To  <b>the</b> office</a><form action="/go"><input name="token" value="t">'
        '<input name="name"></form><table><tr><th>Ratu Sima <span>14.72</span></th><td>10</td></tr>'
        "<tr><td>Purnama</td><td>–</td></tr></table>"
    )
    assert page.links == {"To the office": "/x"}
    assert page.forms[0].action == "/go"
    assert page.forms[0].values == {"token": "t", "name": ""}
    assert page.row("Purnama") == ("Purnama", "–")
    assert page.row("Ratu Sima") == ("Ratu Sima 14.72", "10")
    assert page.row("Nowhere") == ()
