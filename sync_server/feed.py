"""What the PCs of a unit must hear: one line per thing, at the unit's revision of its last change.

A revision never covers more than a page, so that a reply can always be cut between two revisions
and the cursor of a PC is one number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import and_, or_, select, update

from sync_server.database import upsert_all
from sync_server.tables import FeedKind, FeedRow, UnitRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

PAGE = 500
"""Most things that one reply tells."""


@dataclass(frozen=True, slots=True)
class News:
    """One thing to tell.

    Attributes:
        ref: Learner, alias or record id.
        device: The PC that made the record; None for people.
    """

    kind: FeedKind
    ref: UUID
    device: UUID | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What is new for a PC since its cursor.

    Attributes:
        cursor: Where the PC stands once it has stored this page.
        more: Whether there is another page.
        since: Where the PC stood before.
    """

    news: tuple[News, ...]
    cursor: int
    more: bool
    since: int


def publish(session: Session, unit: str, news: Sequence[News]) -> None:
    """Tell a unit's PCs, in this order; what was told before is told anew.

    The caller holds the lock of the unit (:func:`sync_server.units.lock_units`).
    """
    chunks = [news[start : start + PAGE] for start in range(0, len(news), PAGE)]
    if not chunks:
        return
    last = session.execute(
        update(UnitRow)
        .where(UnitRow.code == unit)
        .values(revision=UnitRow.revision + len(chunks))
        .returning(UnitRow.revision)
    ).scalar_one()
    upsert_all(
        session,
        FeedRow,
        [
            {"unit": unit, "kind": each.kind, "ref": each.ref, "device": each.device}
            | {"revision": last - len(chunks) + number}
            for number, chunk in enumerate(chunks, start=1)
            for each in chunk
        ],
    )


def publish_all(session: Session, by_unit: Mapping[str, Sequence[News]]) -> None:
    """Tell several units; the caller holds all their locks."""
    for unit, news in sorted(by_unit.items()):
        publish(session, unit, news)


def read_page(session: Session, unit: str, device: UUID, cursor: int) -> Page:
    """What a PC has not heard yet; one whose cursor is beyond the unit's revision hears all."""
    revision = session.execute(select(UnitRow.revision).where(UnitRow.code == unit)).scalar_one()
    since = cursor if cursor <= revision else 0
    if since == revision:
        return Page((), revision, more=False, since=since)
    lines = _unheard(session, unit, device, (since, revision))
    if len(lines) <= PAGE:
        return Page(tuple(news for _, news in lines), revision, more=False, since=since)
    # The line beyond the page may share its revision with lines on it: those come next time.
    beyond, _ = lines[PAGE]
    whole = [(at, news) for at, news in lines if at < beyond]
    return Page(tuple(news for _, news in whole), whole[-1][0], more=True, since=since)


def _unheard(
    session: Session, unit: str, device: UUID, between: tuple[int, int]
) -> list[tuple[int, News]]:
    concerns_it = or_(
        FeedRow.kind.in_([FeedKind.MEMBER, FeedKind.ALIAS]),
        and_(FeedRow.kind == FeedKind.RECORD, FeedRow.device != device),
        and_(FeedRow.kind == FeedKind.VERDICT, FeedRow.device == device),
    )
    rows = session.execute(
        select(FeedRow.revision, FeedRow.kind, FeedRow.ref, FeedRow.device)
        .where(FeedRow.unit == unit, FeedRow.revision > between[0])
        .where(FeedRow.revision <= between[1], concerns_it)
        .order_by(FeedRow.revision, FeedRow.kind, FeedRow.ref)
        .limit(PAGE + 1)
    )
    return [(revision, News(FeedKind(kind), ref, made_on)) for revision, kind, ref, made_on in rows]
