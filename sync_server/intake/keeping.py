"""What is kept of a parcel: registrations, facts, grades, roll-ups, and news for other PCs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessons.records import LearnerRegistered
from sync_server import facts, feed
from sync_server.database import insert_all
from sync_server.facts import Fact
from sync_server.intake.arrivals import UNKNOWN_LEARNER, Arrival, Rejected, reject
from sync_server.intake.known import Ledger
from sync_server.intake.registering import Registering, registrations
from sync_server.tables import RecordRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from sync_server.gradebook import Gradebook
    from sync_server.intake.origin import Dated, Origin
    from sync_server.intake.people import People


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the records of a parcel.

    Attributes:
        new: Stored now.
        again: Stored before.
    """

    new: tuple[Arrival, ...]
    again: tuple[Arrival, ...]
    rejected: tuple[Rejected, ...]


NOTHING_KEPT = Kept((), (), ())


def keep(
    session: Session,
    gradebook: Gradebook,
    origin: Origin,
    arrivals: Sequence[Arrival],
    people: People,
) -> Kept:
    """Keep what can be kept; the caller holds the locks of all units of ``people``."""
    ledger = Ledger(session, arrivals)
    joining = ledger.sort([each for each in arrivals if _registers(each)])
    registering = Registering(session, origin.unit, people, origin.now)
    for registration in registrations(joining.new):
        registering.register(registration)
    acting = [each for each in arrivals if not _registers(each)]
    doing = ledger.sort([each for each in acting if each.learner in people.by_id])
    new = [*joining.new, *doing.new]
    news = _store(session, gradebook, origin, new, people)
    news[origin.unit] = [*registering.news, *news.get(origin.unit, [])]
    feed.publish_all(session, news)
    strangers = [
        reject(each, UNKNOWN_LEARNER) for each in acting if each.learner not in people.by_id
    ]
    return Kept(
        tuple(new),
        (*joining.again, *doing.again),
        (*joining.reused, *doing.reused, *strangers),
    )


def _registers(arrival: Arrival) -> bool:
    return isinstance(arrival.body, LearnerRegistered)


def _store(
    session: Session,
    gradebook: Gradebook,
    origin: Origin,
    arrivals: Sequence[Arrival],
    people: People,
) -> dict[str, list[feed.News]]:
    dates = [origin.dated(each.at, _released(gradebook, each)) for each in arrivals]
    new = [
        _fact(origin, arrival, people, dated.at)
        for arrival, dated in zip(arrivals, dates, strict=True)
    ]
    attempts = facts.attempts_in(gradebook, new)
    insert_all(
        session,
        RecordRow,
        [_row(origin, *each) for each in zip(arrivals, new, dates, strict=True)],
    )
    facts.keep_scores(session, attempts)
    facts.roll_up(session, new, attempts)
    audiences = {fact.person: people.by_id[fact.person].audience for fact in new}
    return facts.news_of(new, attempts, audiences)


def _released(gradebook: Gradebook, arrival: Arrival) -> datetime:
    course = "" if isinstance(arrival.body, LearnerRegistered) else arrival.body.course
    return gradebook.released(course)


def _fact(origin: Origin, arrival: Arrival, people: People, happened_at: datetime) -> Fact:
    return Fact(
        id=arrival.id,
        unit=origin.unit,
        device=origin.device,
        person=people.by_id[arrival.learner].id,
        happened_at=happened_at,
        body=arrival.body,
    )


def _row(origin: Origin, arrival: Arrival, fact: Fact, dated: Dated) -> dict[str, Any]:
    return {
        "unit": origin.unit,
        "id": arrival.id,
        "device": origin.device,
        "seq": arrival.seq,
        "learner": arrival.learner,
        "person": fact.person,
        "at": arrival.at,
        "happened_at": fact.happened_at,
        "doubtful": dated.doubtful,
        "received_at": origin.now,
        "digest": arrival.digest,
        "body": arrival.body_json,
    }
