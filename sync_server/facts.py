"""Facts, graded: what follows from them in grades, roll-ups and feeds, at intake and later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from lessons.records import AttemptFinished, Body, LessonFinished
from sync_server import rollups
from sync_server.database import insert_all
from sync_server.feed import News
from sync_server.gradebook import Gradebook, Score
from sync_server.tables import FeedKind, GradeRow, WaitingRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class Fact:
    """A record with what the server knows about it.

    Attributes:
        unit: The unit of the PC, when it came in.
        person: Whose it is.
        happened_at: Corrected time.
    """

    id: UUID
    unit: str
    device: UUID
    person: UUID
    happened_at: datetime
    body: Body


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt and the server's score of it; None while it can't be graded."""

    fact: Fact
    body: AttemptFinished
    score: Score | None


def attempts_in(gradebook: Gradebook, facts: Sequence[Fact]) -> list[Attempt]:
    """The attempts among facts, graded where they can be."""
    return [
        Attempt(fact, fact.body, gradebook.grade(fact.body))
        for fact in facts
        if isinstance(fact.body, AttemptFinished)
    ]


def keep_scores(session: Session, attempts: Sequence[Attempt]) -> None:
    """Keep the scores, and what still waits for one."""
    graded = [_grade(attempt, attempt.score) for attempt in attempts if attempt.score]
    insert_all(session, GradeRow, graded)
    waiting = [_waiting(attempt) for attempt in attempts if attempt.score is None]
    insert_all(session, WaitingRow, waiting)


def roll_up(session: Session, facts: Sequence[Fact], attempts: Sequence[Attempt]) -> None:
    """Bring the roll-ups up to date with new facts, or with attempts that are graded at last."""
    scores = {attempt.fact.id: attempt.score for attempt in attempts}
    rollups.add(
        session,
        [
            rollups.Deed(
                record=fact.id,
                person=fact.person,
                course=fact.body.course,
                at=fact.happened_at,
                lesson=fact.body.lesson if isinstance(fact.body, LessonFinished) else "",
                score=scores.get(fact.id),
            )
            for fact in facts
            if isinstance(fact.body, LessonFinished | AttemptFinished)
        ],
    )


def news_of(
    facts: Sequence[Fact],
    attempts: Sequence[Attempt],
    audiences: Mapping[UUID, AbstractSet[str]],
) -> dict[str, list[News]]:
    """What each unit must hear: of the fact, and of a claim that was wrong.

    Args:
        audiences: By person, the units whose PCs hear of what he or she did.
    """
    by_unit: dict[str, list[News]] = {}
    for fact in facts:
        for unit in audiences[fact.person]:
            by_unit.setdefault(unit, []).append(News(FeedKind.RECORD, fact.id, fact.device))
    for attempt in attempts:
        if attempt.score and attempt.score.score != attempt.body.claim:
            verdict = News(FeedKind.VERDICT, attempt.fact.id, attempt.fact.device)
            by_unit.setdefault(attempt.fact.unit, []).append(verdict)
    return by_unit


def _grade(attempt: Attempt, score: Score) -> dict[str, Any]:
    return {
        "unit": attempt.fact.unit,
        "record": attempt.fact.id,
        "person": attempt.fact.person,
        "course": attempt.body.course,
        "quiz": attempt.body.quiz,
        "happened_at": attempt.fact.happened_at,
        "claim": attempt.body.claim,
        "score": score.score,
        "passed": score.passed,
        "jp": score.jp,
        "end_test": score.end_test,
    }


def _waiting(attempt: Attempt) -> dict[str, Any]:
    return {
        "unit": attempt.fact.unit,
        "record": attempt.fact.id,
        "course": attempt.body.course,
        "quiz": attempt.body.quiz,
        "revision": attempt.body.revision,
    }
