from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage.errors import LearnerUnknown, NipRefused, NipTaken
from desktop.storage.model import Change, Enrolment, Learner
from desktop.storage.people import follow, last_known
from lessons.exchange.messages import RosterEntry
from lessons.records import LearnerRegistered
from tests.desktop.stores import NIP, OTHER_NIP, add_person, finish_quiz, reply

if TYPE_CHECKING:
    from desktop.storage.store import Store

ROSTER = UUID(int=1)
OFFICE = Enrolment("https://server", "14.72.01.1003", "Pangkalan Sesai", "BKPSDM Kota Dumai")


def test_the_list_is_sorted_by_name_whatever_the_case(store: Store) -> None:
    for number, name in enumerate(("zul", "Ani", "budi")):
        add_person(store, UUID(int=number + 1), name=name, nip=f"{NIP[:-1]}{number}")
    assert [who.name for who in store.learners()] == ["Ani", "budi", "zul"]


def test_somebody_who_left_is_hidden_but_still_known(store: Store, siti: UUID) -> None:
    add_person(store, siti, active=False)
    assert store.learners() == ()
    assert store.learner(siti).name == "Siti Aminah"


def test_what_the_roster_says_is_shown(store: Store, siti: UUID) -> None:
    assert store.learner(siti) == Learner(
        id=siti,
        name="Siti Aminah",
        nip=NIP,
        status="PNS",
        has_password=False,
        needs_code=False,
        verified=True,
    )


def test_a_stranger_is_a_typed_error(store: Store) -> None:
    with pytest.raises(LearnerUnknown):
        store.learner(UUID(int=99))


def test_registering_makes_a_person_and_a_record(store: Store) -> None:
    made = store.register("  Budi \x00\ud800  Santoso ", "19850312 201001 2 004")
    assert (made.name, made.nip, made.verified) == ("Budi Santoso", NIP, False)
    assert not made.needs_code
    (kept,) = store.records(made.id)
    assert kept.record.body == LearnerRegistered("Budi Santoso", NIP)
    assert kept.record.seq == 1


@pytest.mark.parametrize(
    ("name", "nip"), [("", NIP), ("   ", NIP), ("x" * 201, NIP), ("Budi", "123"), ("Budi", "")]
)
def test_what_can_not_be_registered_changes_nothing(store: Store, name: str, nip: str) -> None:
    with pytest.raises(NipRefused):
        store.register(name, nip)
    assert store.learners() == ()
    assert store.last_seq() == 0


def test_a_nip_of_the_list_is_taken(store: Store, siti: UUID) -> None:
    with pytest.raises(NipTaken):
        store.register("Siti", NIP)
    assert [who.id for who in store.learners()] == [siti]


def test_a_joined_person_stands_in_the_list_once_with_all_records(store: Store) -> None:
    local = store.register("Siti", NIP).id
    before = finish_quiz(store, local)
    reply(store, aliases=((local, ROSTER),))
    assert [who.id for who in store.learners()] == [local]
    add_person(store, ROSTER)
    assert [who.id for who in store.learners()] == [ROSTER]
    assert store.learner(local).id == ROSTER
    after = finish_quiz(store, ROSTER, "asn-99-02")
    for known in (local, ROSTER):
        ids = {kept.record.id for kept in store.records(known)}
        assert {before.id, after.id} <= ids


def test_a_quiz_begun_before_joining_goes_on_afterwards(store: Store) -> None:
    local = store.register("Siti", NIP).id
    begun = store.begin_attempt(local, "ASN-99", 1, "asn-99-01", "rev-1", 7)
    reply(store, learners=(RosterEntry(ROSTER, "Siti", NIP),), aliases=((local, ROSTER),))
    assert store.open_attempt(ROSTER, "asn-99-01") == begun
    assert store.begin_attempt(ROSTER, "ASN-99", 1, "asn-99-01", "rev-1", 8) == begun


def test_a_joined_person_keeps_the_password_where_no_codes_are_used(store: Store) -> None:
    local = store.register("Siti", NIP).id
    store.set_password(local, "rahasia sekali")
    reply(store, learners=(RosterEntry(ROSTER, "Siti", NIP),), aliases=((local, ROSTER),))
    store.check_password(ROSTER, "rahasia sekali")


def test_where_codes_are_used_a_password_of_an_unverified_person_opens_nothing(
    store: Store,
) -> None:
    local = store.register("Siti", NIP).id
    store.set_password(local, "rahasia sekali")
    entry = RosterEntry(ROSTER, "Siti", NIP, activation="$argon2id$…")
    reply(store, learners=(entry,), aliases=((local, ROSTER),))
    assert store.learner(local).needs_code
    assert not store.learner(local).has_password


def test_aliases_that_would_form_a_ring_follow_the_newest_word(store: Store) -> None:
    first, second, third = (UUID(int=number) for number in (1, 2, 3))
    for number, person in enumerate((first, second, third)):
        add_person(store, person, nip=f"{OTHER_NIP[:-1]}{number}")
    reply(store, aliases=((first, second), (second, third), (third, first), (first, first)))
    assert {store.learner(person).id for person in (first, second, third)} == {first}


def test_another_office_has_other_people_and_begins_from_the_first_revision(
    store: Store, siti: UUID
) -> None:
    store.keep_enrolment(OFFICE)
    reply(store, cursor=40)
    store.keep_enrolment(OFFICE)
    assert store.cursor() == 40
    moved = Enrolment("https://server", "14.72.02.1001", "Bukit Datuk", OFFICE.organisation)
    local = store.register("Budi", OTHER_NIP).id
    store.keep_enrolment(moved)
    assert store.enrolment() == moved
    assert store.cursor() == 0
    assert [who.id for who in store.learners()] == [local]
    assert store.learner(siti).name == "Siti Aminah"


def test_only_a_change_of_people_is_told_as_one(store: Store) -> None:
    told: list[frozenset[Change]] = []
    store.on_change(told.append)
    add_person(store, ROSTER)
    reply(store)
    store.keep_setting("ukuran", "2")
    assert told == [frozenset({Change.LEARNERS})]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=10))
def test_chains_of_aliases_end_at_the_last_known_id(pairs: list[tuple[int, int]]) -> None:
    links = {UUID(int=low): UUID(int=low + 1 + gap) for low, gap in pairs}
    for start in map(UUID, (f"{number:032x}" for number in range(7))):
        chain = follow(links, start)
        assert chain[0] == start
        assert chain[-1] not in links
        assert last_known(links, set(chain), start) == chain[-1]
        assert last_known(links, set(), start) == start
