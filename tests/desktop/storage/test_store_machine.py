"""The store against a model of a few dictionaries, through any order of work and answers."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desktop.storage.errors import AttemptClosed
from desktop.storage.model import Delivery, OpenAttempt
from desktop.storage.store import Store
from lessons.exchange.messages import OtherRecord, Rejection, Reply
from lessons.records import AttemptFinished, LessonFinished, RawAnswer, Record
from tests.desktop.stores import Clock, add_person

PEOPLE = (UUID(int=1), UUID(int=2))
ELSEWHERE = UUID(int=77)
people = st.sampled_from(PEOPLE)
quizzes = st.sampled_from(["asn-99-01", "asn-99-akhir"])
questions = st.sampled_from(["satu", "dua", "tiga"])
answers = st.one_of(st.none(), st.sampled_from("abc"), st.lists(st.sampled_from("abc")))
numbers = st.integers(0, 12)
runs = st.lists(st.tuples(numbers, numbers), max_size=3)
DRAWN = ("satu", "dua", "tiga")


class StoreMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.random = random.Random(3)
        self.clock = Clock()
        self.store = self._open()
        for number, person in enumerate(PEOPLE):
            add_person(self.store, person, nip=f"19850312201001200{number + 1}")
        self.drafts: dict[tuple[UUID, str], UUID] = {}
        self.given: dict[UUID, dict[str, RawAnswer]] = {}
        self.closed: list[UUID] = []
        self.records: list[Record] = []
        self.delivery: dict[UUID, Delivery] = {}
        self.foreign: dict[UUID, int | None] = {}

    def _open(self) -> Store:
        return Store.open(Path(self.folder.name), self.clock, self.random.randbytes)

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @rule(person=people, quiz=quizzes, revision=st.sampled_from(["rev-1", "rev-2"]))
    def begin(self, person: UUID, quiz: str, revision: str) -> None:
        before = self.store.open_attempt(person, quiz)
        begun = self.store.begin_attempt(person, "ASN-99", 1, quiz, revision, 7)
        if before and before.revision == revision:
            assert begun == before
            return
        if before:
            self.closed.append(before.id)
        self.drafts[person, quiz] = begun.id
        self.given[begun.id] = {}

    @precondition(lambda self: self.drafts)
    @rule(data=st.data(), question=questions, answer=answers)
    def answer(self, data: st.DataObject, question: str, answer: RawAnswer) -> None:
        attempt = data.draw(st.sampled_from(sorted(self.drafts.values())))
        self.given[attempt][question] = answer
        kept = self.store.keep_answer(attempt, question, answer, 1)
        assert dict(kept.answers) == self.given[attempt]

    @precondition(lambda self: self.drafts)
    @rule(data=st.data())
    def finish(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.drafts)))
        attempt = self.drafts.pop(key)
        record = self.store.finish_attempt(attempt, DRAWN, 5, 50)
        assert isinstance(record.body, AttemptFinished)
        given = self.given[attempt]
        assert record.body.answers == tuple((each, given.get(each)) for each in DRAWN)
        assert self.store.finish_attempt(attempt, (), 0, 0) == record
        self._made(record)

    @precondition(lambda self: self.closed)
    @rule(data=st.data())
    def touch_closed(self, data: st.DataObject) -> None:
        with pytest.raises(AttemptClosed):
            self.store.keep_answer(data.draw(st.sampled_from(self.closed)), "satu", "a", 1)

    @rule(person=people)
    def finish_lesson(self, person: UUID) -> None:
        self._made(self.store.finish_lesson(person, "ASN-99", 1, "asn-99-01", 5))

    def _made(self, record: Record) -> None:
        self.records.append(record)
        self.delivery[record.id] = Delivery.UNSENT

    @rule(limit=st.integers(1, 5), accepted=runs, rejected=st.lists(numbers), cursor=numbers)
    def take_answer(
        self, limit: int, accepted: list[tuple[int, int]], rejected: list[int], cursor: int
    ) -> None:
        sent = self.store.unsent(limit)
        refusals = tuple(Rejection(index, "unreadable") for index in rejected)
        answer = Reply("0", cursor, tuple(accepted), refusals)
        for _ in range(2):
            self.store.apply_reply(sent, answer)
        for index, record in enumerate(sent):
            if any(first <= record.seq <= last for first, last in accepted):
                self.delivery[record.id] = Delivery.ACCEPTED
            elif index in rejected:
                self.delivery[record.id] = Delivery.REJECTED
        assert self.store.cursor() == cursor

    @rule(person=people, number=st.integers(1, 4), score=st.none() | st.integers(0, 100))
    def hear_of_others(self, person: UUID, number: int, score: int | None) -> None:
        body = LessonFinished("ASN-99", 1, "asn-99-01", 60)
        key = UUID(int=1000 * person.int + number)
        other = OtherRecord(Record(key, person, ELSEWHERE, number, self.clock(), body), score)
        self.store.apply_reply((), Reply("0", self.store.cursor(), records=(other,)))
        self.foreign[key] = score

    @rule(hours=st.integers(-1000, 1000))
    def turn_clock(self, hours: int) -> None:
        self.clock.turn(hours=hours)

    @rule()
    def start_again(self) -> None:
        self.store.close()
        self.store = self._open()

    @invariant()
    def numbers_have_no_gap(self) -> None:
        assert [record.seq for record in self.records] == list(range(1, len(self.records) + 1))
        assert self.store.last_seq() == len(self.records)

    @invariant()
    def records_and_their_delivery_are_as_in_the_model(self) -> None:
        kept = {each.record.id: each for person in PEOPLE for each in self.store.records(person)}
        own = {record.id: record for record in self.records}
        assert {key: kept[key].record for key in own} == own
        assert {key: kept[key].delivery for key in own} == self.delivery
        assert {key: each.score for key, each in kept.items() if key not in own} == self.foreign

    @invariant()
    def what_waits_is_as_in_the_model(self) -> None:
        waiting = [r for r in self.records if self.delivery[r.id] is Delivery.UNSENT]
        assert list(self.store.unsent(1000)) == waiting
        assert self.store.sync_state().unsent == len(waiting)

    @invariant()
    def drafts_are_as_in_the_model(self) -> None:
        found: list[OpenAttempt] = []
        for person in PEOPLE:
            found.extend(self.store.open_attempts(person))
        assert {(each.learner, each.quiz): each.id for each in found} == self.drafts
        assert all(dict(each.answers) == self.given[each.id] for each in found)


StoreMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestStore = StoreMachine.TestCase
