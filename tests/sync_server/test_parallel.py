"""Several processes and threads take parcels in at once, and nothing is lost or doubled."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from sync_server.database import Database
from sync_server.intake.parcel import take_in
from sync_server.tables import (
    DeviceRow,
    FeedRow,
    GradeRow,
    LearnerRow,
    RecordRow,
    ResultRow,
    UnitRow,
)
from tests.sync_server.city import BUDI, PURNAMA, SESAI, SITI, City

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from lessons.exchange.messages import Reply

ROUNDS = 6
NEW = "200001012026212007"


def deliver(url: str, envelopes: list[bytes]) -> int:
    """Send parcels one after the other from a process of its own; how many were accepted."""
    with closing(Database(url)) as database:
        city = City(database)
        return sum(len(take_in(city.context, each).accepted) for each in envelopes)


def rounds(city: City, unit: str, learners: list[UUID]) -> list[bytes]:
    """Some parcels of one PC with an attempt of each learner; each parcel comes twice."""
    pc = city.pc(unit)
    made = []
    for _ in range(ROUNDS):
        records = [pc.attempt(each, right=False, seed=pc.seq) for each in learners]
        made += [pc.envelope(pc.parcel(records))] * 2
    return made


def test_processes_do_not_disturb_each_other(city: City, database_url: str, tmp_path: Path) -> None:
    ids = city.people(tmp_path)
    both = [ids[BUDI], ids[SITI]]
    work = [
        rounds(city, SESAI, both),
        rounds(city, SESAI, both[::-1]),
        rounds(city, PURNAMA, both),
    ]
    with ProcessPoolExecutor(3, multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(deliver, [database_url] * 3, work)) == [2 * ROUNDS] * 3
    assert len(city.rows(RecordRow)) == len(city.rows(GradeRow)) == 3 * ROUNDS * 2
    assert {row.attempts for row in city.rows(ResultRow)} == {3 * ROUNDS}
    assert {row.received for row in city.rows(DeviceRow)} == {2 * ROUNDS}
    with city.database.reading() as session:
        told = select(FeedRow.unit, func.max(FeedRow.revision)).group_by(FeedRow.unit)
        last = dict(session.execute(told).all())
        units = {row.code: row.revision for row in session.scalars(select(UnitRow))}
    assert all(units[code] == revision for code, revision in last.items())


def test_the_same_parcel_at_the_same_time_counts_once(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    envelope = pc.envelope(pc.parcel([pc.attempt(budi), pc.lesson(budi)]))
    with ThreadPoolExecutor(6) as pool:
        replies: list[Reply] = list(pool.map(lambda _: take_in(city.context, envelope), range(6)))
    assert {reply.accepted for reply in replies} == {((1, 2),)}
    assert len(city.rows(RecordRow)) == 2
    assert [row.attempts for row in city.rows(ResultRow)] == [1]


def test_one_nip_registered_in_two_offices_at_once_is_one_person(city: City) -> None:
    pcs = [city.pc(SESAI), city.pc(PURNAMA), city.pc(SESAI)]
    envelopes = [
        pc.envelope(pc.parcel([pc.registered(pc.id, "Wahyu", NEW), pc.attempt(pc.id)]))
        for pc in pcs
    ]
    with ThreadPoolExecutor(3) as pool:
        replies = list(pool.map(lambda each: take_in(city.context, each), envelopes))
    assert {reply.accepted for reply in replies} == {((1, 2),)}
    assert len(city.rows(LearnerRow)) == 1
    assert {row.attempts for row in city.rows(ResultRow)} == {3}
