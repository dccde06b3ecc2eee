"""Whatever the order, the repetition and the cut of the parcels: the same state in the end."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from lessons.progress import Reading, Result, fold
from lessons.records import AttemptFinished, LessonFinished, body_from_json
from sync_server.database import Database
from sync_server.gradebook import Gradebook
from sync_server.tables import (
    GradeRow,
    LessonRow,
    PassRow,
    RecordRow,
    ResultRow,
    WaitingRow,
)
from tests.sync_server.city import BUDI, SITI, City, Pc, mini_course
from tests.sync_server.conftest import empty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lessons.exchange.messages import SentRecord

DERIVED = (RecordRow, GradeRow, WaitingRow, ResultRow, PassRow, LessonRow)
NOT_OF_THE_FACT = {"received_at"}

acts = st.lists(
    st.tuples(
        st.sampled_from([BUDI, SITI]),
        st.sampled_from(["asn-99-01", "asn-99-02", "right", "wrong", "unknown"]),
        st.integers(0, 900),
    ),
    min_size=1,
    max_size=12,
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def one_database(request: pytest.FixtureRequest) -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        if request.param == "sqlite":
            shutil.copy(request.getfixturevalue("filled_sqlite"), f"{folder}/server.db")
            url = f"sqlite:///{folder}/server.db"
        else:
            url = request.getfixturevalue("filled_postgres")
        with contextlib.closing(Database(url)) as database:
            yield database


def fresh_city(database: Database) -> City:
    empty(database)
    city = City(database)
    with tempfile.TemporaryDirectory() as folder:
        city.people(Path(folder))
    return city


def record(city: City, pc: Pc, act: tuple[str, str, int]) -> SentRecord:
    nip, what, days = act
    learner = city.ids()[nip]
    made: SentRecord
    if what.startswith("asn"):
        made = pc.lesson(learner, what)
    elif what == "unknown":
        made = pc.attempt(learner, seed=days, revision="ffff")
    else:
        made = pc.attempt(learner, right=what == "right", seed=days)
    at = city.clock.now.timestamp() - days * 86400
    return type(made)(
        made.id,
        made.learner,
        made.seq,
        city.clock.now.fromtimestamp(at, city.clock.now.tzinfo),
        made.body,
    )


def state(database: Database) -> list[list[tuple[Any, ...]]]:
    found = []
    with database.reading() as session:
        for kind in DERIVED:
            columns = [each for each in kind.__table__.c if each.name not in NOT_OF_THE_FACT]
            found.append(sorted(map(tuple, session.execute(select(*columns))), key=repr))
    return found


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=acts, data=st.data())
def test_order_repetition_and_cut_change_nothing(
    one_database: Database, acts: list[tuple[str, str, int]], data: st.DataObject
) -> None:
    city = fresh_city(one_database)
    pc = city.pc()
    records = [record(city, pc, act) for act in acts]
    pc.send(*records)
    expected = state(one_database)
    again = fresh_city(one_database)
    other = again.pc()
    assert other.id == pc.id
    sent = data.draw(st.lists(st.sampled_from(records), max_size=8)) + list(
        data.draw(st.permutations(records))
    )
    cut = data.draw(st.integers(0, len(sent)))
    for part in (sent[:cut], sent[cut:]):
        reply = other.send(*part)
        assert not reply.rejected
    assert state(one_database) == expected
    assert_rolled_up(one_database)


def assert_rolled_up(database: Database) -> None:
    """The roll-ups say what the client's fold says of the same records."""
    with database.reading() as session:
        rows = session.scalars(select(RecordRow)).all()
        results = session.scalars(select(ResultRow)).all()
        passes = session.scalars(select(PassRow)).all()
        lessons = session.scalars(select(LessonRow)).all()
    for person in {row.person for row in rows}:
        mine = [row for row in rows if row.person == person]
        progress = fold(readings(mine), graded(mine))
        assert progress.lessons == {row.lesson for row in lessons if row.person == person}
        years: dict[int, int] = {}
        for row in passes:
            if row.person == person:
                years[row.year] = years.get(row.year, 0) + row.jp
        assert progress.jp_by_year == years
        (result,) = [row for row in results if row.person == person]
        test = progress.quizzes.get("asn-99-akhir")
        assert (result.attempts, result.best) == (
            (test.attempts, test.best_score) if test else (0, None)
        )
        assert progress.passed_on.get("ASN-99") == result.passed_at
        assert result.begun_at == min(row.happened_at for row in mine)
        assert result.last_at == max(row.happened_at for row in mine)


def readings(rows: Sequence[RecordRow]) -> list[Reading]:
    found = []
    for row in rows:
        body = body_from_json(row.body)
        if isinstance(body, LessonFinished):
            found.append(Reading(row.id, row.happened_at, body.course, body.lesson))
    return found


def graded(rows: Sequence[RecordRow]) -> list[Result]:
    gradebook = Gradebook([mini_course()])
    found = []
    for row in rows:
        body = body_from_json(row.body)
        if isinstance(body, AttemptFinished) and (score := gradebook.grade(body)):
            found.append(
                Result(
                    row.id,
                    row.happened_at,
                    body.course,
                    body.quiz,
                    score.score,
                    score.passed,
                    score.jp,
                )
            )
    return found
