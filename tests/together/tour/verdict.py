"""Whether both sides have the same, each thing once, and the pictures are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.together.tour.plan import WRONG, score

if TYPE_CHECKING:
    from tests.together.tour.evidence import PcSide, ServerSide
    from tests.together.tour.story import Tour

_RECORDS = 3
"""A lesson, its quiz, and the end test."""


def judge(tour: Tour, here: PcSide, there: ServerSide) -> None:
    """Compare both databases, and note what passed the line."""
    _compare(tour, here, there)
    _note(tour, here, there)


def _compare(tour: Tour, here: PcSide, there: ServerSide) -> None:
    plan, expect = tour.plan, tour.report.expect
    expect("records on the PC", _RECORDS, len(here.records))
    expect("records, here and there", [each.record.id for each in here.records], _ids(there))
    expect("records the PC knows to be accepted", _RECORDS, here.accepted())
    expect("waiting on the PC", 0, here.unsent)
    expect("doubled on the server", 0, there.doubled())
    expect("open quizzes", 0, len(here.drafts))
    expect("scores, client's and server's", here.claims(), there.scores())
    expect(
        "scores as planned",
        [score(quiz, WRONG) for quiz in (plan.practice, plan.end_test)],
        list(there.scores().values()),
    )
    expect("JP on the server", plan.course.jp, there.jp)
    said = [
        line
        for line in tour.stage.log.read_text("utf-8").splitlines()
        if line and "propagateSizeHints" not in line
    ]
    expect("words of the program on stderr", [], said)


def _ids(there: ServerSide) -> list[object]:
    return [each.id for each in there.records]


def _note(tour: Tour, here: PcSide, there: ServerSide) -> None:
    traffic = tour.network.traffic()
    tour.report.note(
        **{
            "records on the PC, on the server": (len(here.records), len(there.records)),
            "waiting, doubled": (here.unsent, there.doubled()),
            "scores, client's and server's": [
                (claim, there.scores().get(key)) for key, claim in here.claims().items()
            ],
            "JP on the server": there.jp,
            "requests": traffic.requests,
            "bytes up, bytes down": (traffic.up, traffic.down),
        }
    )
