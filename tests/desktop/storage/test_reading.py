from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from desktop.storage.model import Place
from lessons.records import LessonFinished
from tests.desktop.stores import NIP, add_person, reply

if TYPE_CHECKING:
    from desktop.storage.store import Store
    from tests.desktop.stores import Clock


def test_a_place_is_remembered_for_each_lesson(store: Store, siti: UUID, clock: Clock) -> None:
    first = Place("ASN-99", "asn-99-01", 0.25, clock())
    second = Place("ASN-99", "asn-99-02", 1 / 3, clock())
    assert store.last_place(siti) is None
    assert store.place(siti, "asn-99-01") is None
    store.keep_place(siti, first)
    store.keep_place(siti, second)
    assert store.place(siti, "asn-99-01") == first
    assert store.last_place(siti) == second


def test_the_place_kept_last_is_the_last_whatever_the_clock_says(
    store: Store, siti: UUID, clock: Clock
) -> None:
    store.keep_place(siti, Place("ASN-99", "asn-99-01", 0.9, clock()))
    store.keep_place(siti, Place("ASN-99", "asn-99-02", 0.1, clock()))
    clock.turn(days=-900)
    again = Place("ASN-99", "asn-99-01", 0.5, clock())
    store.keep_place(siti, again)
    assert store.last_place(siti) == again
    assert store.place(siti, "asn-99-01") == again


def test_places_of_a_joined_person_come_along(store: Store, clock: Clock) -> None:
    local = store.register("Siti", NIP).id
    place = Place("ASN-99", "asn-99-01", 0.9, clock())
    store.keep_place(local, place)
    add_person(store, UUID(int=1))
    reply(store, aliases=((local, UUID(int=1)),))
    assert store.last_place(UUID(int=1)) == place


def test_another_person_sees_nothing_of_it(store: Store, siti: UUID, clock: Clock) -> None:
    store.keep_place(siti, Place("ASN-99", "asn-99-01", 0.9, clock()))
    add_person(store, UUID(int=2), nip="199009132025242014")
    assert store.last_place(UUID(int=2)) is None


def test_a_finished_lesson_is_a_record(store: Store, siti: UUID) -> None:
    record = store.finish_lesson(siti, "ASN-99", 1, "asn-99-01", 640)
    assert record.body == LessonFinished("ASN-99", 1, "asn-99-01", 640)
    assert [kept.record for kept in store.records(siti)] == [record]
