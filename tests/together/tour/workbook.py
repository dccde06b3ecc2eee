"""The recap, compared cell by cell with what must hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from importlib.metadata import version
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from lessons.progress import WIB
from lessons.records import AttemptFinished
from tests.together.sample import PEOPLE, POSITION, UNIT, UNIT_NAME
from tests.together.tour.acting import LEARNER
from tests.together.tour.plan import PC_NAME, WRONG, score

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell import Cell

    from lessons.course import Quiz
    from tests.together.tour.acting import Tour
    from tests.together.tour.evidence import ServerSide

Values = Sequence[object]

_FIRST_ROW = 5
"""Title, subtitle, an empty row and the headings stand above."""
_OFFICE = f"Kelurahan {UNIT_NAME}"
_NONE = "–"


def compare(tour: Tour, there: ServerSide, recap: Path) -> None:
    """Compare every cell of every sheet."""
    sheets = {
        "Rekap unit": [_unit(tour)],
        "Daftar ASN": _people(tour, there),
        "Rincian pelatihan": _courses(tour, there),
        "Perangkat": [_device(there)],
    }
    book = load_workbook(recap)
    tour.report.expect("sheets of the recap", list(sheets), book.sheetnames)
    for name, rows in sheets.items():
        for number, values in enumerate(rows, start=_FIRST_ROW):
            found = book[name][number]
            tour.report.expect(f"{name}, columns of row {number}", len(values), len(found))
            for cell, must in zip(found, values, strict=False):
                tour.report.expect(f"{name}!{cell.coordinate}", _plain(must), _plain(cell.value))
        tour.report.expect(f"{name}, end of the rows", None, book[name].cell(number + 1, 1).value)
    nips = [*book["Daftar ASN"]["C"][_FIRST_ROW - 1 :], *book["Rincian pelatihan"]["B"][4:]]
    kinds = {_kind(cell) for cell in nips if cell.value}
    tour.report.expect("NIPs in the recap", {("s", "@")}, kinds)


def _unit(tour: Tour) -> Values:
    pns = sum(each.status == "PNS" for each in PEOPLE)
    return (UNIT, _OFFICE, len(PEOPLE), 1, 1, tour.plan.course.jp, pns, 0, "0%", 0)


def _people(tour: Tour, there: ServerSide) -> list[Values]:
    rows: list[Values] = []
    for number, each in enumerate(PEOPLE, start=1):
        is_learner = each is LEARNER
        done = (tour.plan.course.jp, 1, there.records[-1].happened_at)
        jp, passed, last = done if is_learner else (0, 0, None)
        enough = "Tidak" if each.status == "PNS" else _NONE
        person = (number, each.name, each.nip, each.status, POSITION, UNIT, _OFFICE)
        rows.append((*person, jp, enough, passed, last, None))
    return rows


def _courses(tour: Tour, there: ServerSide) -> list[Values]:
    """The course that was passed, and the one of which a practice quiz was taken."""
    course, other = tour.plan.course, tour.plan.other_course
    passed = _sent_at(there, tour.plan.end_test)
    who = (LEARNER.name, LEARNER.nip)
    begun, best = there.records[0].happened_at, score(tour.plan.end_test, WRONG)
    begun_other = _sent_at(there, tour.plan.every_type)
    return [
        (*who, course.code, course.title, 1, begun, passed, best, 1),
        (*who, other.code, other.title, 0, begun_other, None, None, 0),
    ]


def _sent_at(there: ServerSide, quiz: Quiz) -> datetime:
    return next(
        each.happened_at
        for each in there.records
        if isinstance(each.body, AttemptFinished) and each.body.quiz == quiz.id
    )


def _device(there: ServerSide) -> Values:
    what = (UNIT, _OFFICE, PC_NAME, version("bina-asn"))
    return (*what, there.seen_at, len(there.records), None, 0, _NONE, None)


def _plain(value: object) -> object:
    """A moment in WIB to the second, as a spreadsheet's number keeps it; no text as nothing."""
    if not isinstance(value, datetime):
        return None if value == "" else value
    local = value.astimezone(WIB).replace(tzinfo=None) if value.tzinfo else value
    return (local + timedelta(milliseconds=500)).replace(microsecond=0)


def _kind(cell: Cell) -> tuple[str, str]:
    return cell.data_type, cell.number_format
