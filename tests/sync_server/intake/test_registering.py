"""People who registered on a PC: known, unknown, and known at last."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from lessons.exchange.messages import Rejection
from sync_server.reports.people import people_of
from sync_server.tables import AliasRow, LearnerRow, RecordRow
from tests.sync_server.city import ANI, BUDI, PURNAMA, SESAI

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sync_server.city import City

LOCAL, OTHER = UUID(int=1), UUID(int=2)
NEW = "200001012026212007"


def test_a_known_nip_becomes_an_alias(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    reply = pc.send(pc.registered(LOCAL, "Budi S.", BUDI), pc.attempt(LOCAL))
    assert reply.accepted == ((1, 2),)
    assert reply.aliases == ((LOCAL, budi),)
    assert {row.person for row in city.rows(RecordRow)} == {budi}
    assert {row.learner for row in city.rows(RecordRow)} == {LOCAL}


def test_a_registration_counts_wherever_it_stands_in_the_parcel(city: City) -> None:
    pc = city.pc()
    registered, attempt = pc.registered(LOCAL, "Wahyu", NEW), pc.attempt(LOCAL)
    assert pc.send(attempt, registered).accepted == ((1, 2),)


def test_another_pc_hears_the_name_it_knows(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    one, two = city.pc(), city.pc()
    one.send(one.registered(LOCAL, "Budi S.", BUDI), one.attempt(LOCAL))
    reply = two.send()
    assert {each.record.learner for each in reply.records} == {budi}
    assert budi in {each.id for each in reply.learners}


def test_an_unknown_nip_waits_and_is_told_to_nobody(city: City) -> None:
    one, two = city.pc(), city.pc()
    reply = one.send(one.registered(LOCAL, " Wahyu\tBaru ", NEW), one.attempt(LOCAL))
    assert (reply.accepted, reply.aliases, reply.learners) == (((1, 2),), (), ())
    assert not two.send().records
    (row,) = city.rows(LearnerRow)
    assert (row.id, row.name, row.verified) == (LOCAL, "Wahyu Baru", False)


def test_the_roster_verifies_who_waited(city: City, tmp_path: Path) -> None:
    one, two, far = city.pc(), city.pc(), city.pc(PURNAMA)
    one.send(one.registered(LOCAL, "Wahyu", NEW), one.attempt(LOCAL))
    two.send(two.registered(OTHER, "Wahyu", NEW))
    report = city.roster(tmp_path, f"Wahyu Hidayat;{NEW};PPPK;{PURNAMA}")
    assert (report.new, report.changed) == (0, 1)
    replies = [pc.send() for pc in (one, two, far)]
    for reply in replies:
        assert [(each.id, each.name, each.active) for each in reply.learners] == [
            (LOCAL, "Wahyu Hidayat", True)
        ]
    assert replies[0].aliases == replies[1].aliases == ((OTHER, LOCAL),)
    assert [len(reply.records) for reply in replies] == [1, 2, 3]
    with city.database.reading() as session:
        assert [each.id for each in people_of(session, 2026, [PURNAMA])] == [LOCAL]
        assert not people_of(session, 2026, [SESAI])


def test_registering_in_another_office_lets_it_know_the_person(city: City, tmp_path: Path) -> None:
    ani = city.people(tmp_path)[ANI]
    at_home, pc, neighbour = city.pc(PURNAMA), city.pc(), city.pc()
    at_home.send(at_home.attempt(ani))
    reply = pc.send(pc.registered(LOCAL, "Ani", ANI), pc.lesson(LOCAL))
    assert ani in {each.id for each in reply.learners}
    assert reply.aliases == ((LOCAL, ani),)
    assert [each.record.device for each in reply.records] == [at_home.id]
    assert len(neighbour.send().records) == 3
    assert {each.record.device for each in at_home.send().records} == {pc.id}
    with city.database.reading() as session:
        assert len(people_of(session, 2026, [SESAI])) == 2


def test_registering_again_changes_nothing(city: City, tmp_path: Path) -> None:
    city.people(tmp_path)
    pc = city.pc()
    registered = pc.registered(LOCAL, "Budi", BUDI)
    pc.send(registered)
    pc.send(registered, pc.registered(LOCAL, "Budi", ANI))
    assert len(city.rows(AliasRow)) == 1


def test_a_registration_under_a_used_id_gives_nobody_a_name(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    lesson = pc.lesson(budi)
    pc.send(lesson)
    registered = pc.registered(LOCAL, "Wahyu", NEW)
    forged = type(registered)(lesson.id, LOCAL, registered.seq, registered.at, registered.body)
    reply = pc.send(forged, pc.lesson(LOCAL))
    assert reply.rejected == (Rejection(0, "id-reused", 2), Rejection(1, "unknown-learner", 3))
