"""What had to wait is graded when its course comes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lessons.exchange.messages import Verdict
from sync_server.regrading import Regraded, regrade
from sync_server.tables import GradeRow, PassRow, ResultRow, WaitingRow
from tests.sync_server.city import BUDI, City, mini_course

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_waiting_attempts_are_graded_when_the_course_arrives(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    poor = City(city.database, city.clock, city.random_bytes, courses=())
    pc, other = poor.pc(), poor.pc()
    other.send()
    pc.send(pc.attempt(budi), pc.attempt(budi, right=False, claim=90))
    assert [each.score for each in other.send().records] == [None, None]
    assert len(city.rows(WaitingRow)) == 2
    assert regrade(city.context) == Regraded(graded=2, waiting=0)
    assert not city.rows(WaitingRow)
    assert [(row.attempts, row.best) for row in city.rows(ResultRow)] == [(2, 100)]
    assert [row.jp for row in city.rows(PassRow)] == [1]
    assert pc.send().verdicts == (Verdict(2, 0),)
    assert sorted(each.score or 0 for each in other.send().records) == [0, 100]


def test_an_attempt_without_claim_is_graded_and_its_pc_hears_so(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc, other = city.pc(), city.pc()
    other.send()
    reply = pc.send(pc.attempt(budi, claim=None))
    assert reply.verdicts == (Verdict(1, 100),)
    assert [(row.claim, row.score) for row in city.rows(GradeRow)] == [(None, 100)]
    assert [each.score for each in other.send().records] == [100]


def test_grading_again_is_harmless(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    pc.send(pc.attempt(budi), pc.attempt(budi, revision="ffff"))
    assert regrade(city.context) == regrade(city.context) == Regraded(graded=0, waiting=1)
    assert len(city.rows(GradeRow)) == 1


def test_more_than_a_batch_is_graded(
    city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    budi = city.people(tmp_path)[BUDI]
    monkeypatch.setattr("sync_server.regrading._BATCH", 3)
    poor = City(city.database, city.clock, city.random_bytes, courses=())
    pc = poor.pc()
    late = [pc.attempt(budi) for _ in range(4)]
    pc.send(*late, *[pc.attempt(budi, revision="ffff") for _ in range(4)])
    assert regrade(city.context) == Regraded(graded=4, waiting=4)


def test_a_newer_version_waits_for_its_course(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    pc.send(pc.attempt(budi, version=2))
    newer = City(city.database, city.clock, courses=(replace(mini_course(), version=2),))
    assert regrade(city.context).graded == 0
    assert regrade(newer.context).graded == 1
