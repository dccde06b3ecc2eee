"""Whether both sides have the same, each thing once, and the pictures are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.records import AttemptFinished
from tests.together.tour.plan import WRONG, score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.together.tour.acting import Tour
    from tests.together.tour.evidence import PcSide, ServerSide

_RECORDS = 4
"""A lesson, its quiz, the quiz of every type, and the end test."""


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
    planned = {quiz.id: score(quiz, WRONG) for quiz in (plan.practice, plan.end_test)}
    graded = {
        it.body.quiz: it.score for it in there.records if isinstance(it.body, AttemptFinished)
    }
    expect("scores as planned", planned, {quiz: graded.get(quiz) for quiz in planned})
    expect("quiz of every type graded by the server", True, plan.every_type.id in graded)
    expect("JP on the server", plan.course.jp, there.jp)
    said = [
        line
        for line in tour.stage.log.read_text("utf-8").splitlines()
        if line and "propagateSizeHints" not in line
    ]
    expect("words of the program on stderr", [], said)


def _graded(there: ServerSide) -> Iterator[tuple[str, int | None]]:
    """Quiz and the server's score of each attempt."""
    for each in there.records:
        if isinstance(each.body, AttemptFinished):
            yield each.body.quiz, each.score


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
