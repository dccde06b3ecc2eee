"""The server grades every question type from raw answers, whatever shape a PC sends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec
import pytest
import requests

from lessons.catalogue import load_catalogue
from lessons.drawing import drawn_ids
from lessons.exchange.envelope import CONTENT_TYPE, seal
from lessons.exchange.messages import Parcel, Reply, SentRecord
from lessons.grading import grade_attempt
from lessons.questions.registry import TYPES
from lessons.records import AttemptFinished, RawAnswer, to_json
from tests.together.city import BUDI, City, make_city, running
from tests.together.ledger import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lessons.course import Course, Quiz
    from lessons.questions.base import Question
    from tests.together.conftest import MakePc
    from tests.together.pc import Pc

WHOLE = Path(__file__).parent.parent / "whole"
KINDS = [each.kind for each in TYPES]
SEED = 11
DEEP = json.loads("[" * 200 + "]" * 200)
HOSTILE: tuple[object, ...] = (
    None, True, 0, -1, 1.5, 10**400, "", "z", "a" * 20_000, "\u0000\u202e", "1.5", "9" * 5_000,
    "1e999999999", [], ["a"], ["a", "a"], [""], [None], [["a"]], [0], ["a"] * 5_000,
    {}, {"a": "a"}, {"a": None}, {"1": ["a"]}, {"1": {"1": {"1": "x"}}}, {"a": 1}, {"": ""},
    {"sifat": "a", "jumlah": ["a"], "tindakan": "a", "kewajiban": {"a": "b"}},
    {"sifat": {"a": "a"}, "jumlah": "1.5", "tindakan": [None], "kewajiban": "a"},
    {str(n): "x" for n in range(5_000)}, DEEP, {"a": DEEP},
)  # fmt: skip


@pytest.fixture(scope="module")
def whole_city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """A server that has the course of every type."""
    made = make_city(tmp_path_factory.mktemp("whole") / "city", courses=WHOLE)
    with running(made) as city:
        yield city


@pytest.fixture(scope="module")
def whole_course() -> Course:
    (course,) = load_catalogue(WHOLE).courses
    return course


@pytest.fixture(scope="module")
def every_type(whole_course: Course) -> Quiz:
    """The quiz that holds a question of every type, each drawn in every attempt."""
    quiz = whole_course.lessons[0].quiz
    assert quiz is not None
    assert {each.kind for each in quiz.questions} == set(KINDS)
    assert quiz.draw_count == len(quiz.questions)
    return quiz


@pytest.fixture
def whole_pc(make_pc: MakePc, whole_city: City) -> Pc:
    pc = make_pc()
    pc.enrol(address(whole_city), whole_city.code)
    return pc


def address(city: City) -> str:
    return f"http://127.0.0.1:{city.server.port}"


def question_of(quiz: Quiz, kind: str) -> Question:
    return next(each for each in quiz.questions if each.kind == kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_server_grades_each_type_as_the_pc_does(
    kind: str, whole_pc: Pc, whole_city: City, whole_course: Course, every_type: Quiz
) -> None:
    """One question is answered rightly; the PC claims nothing of it."""
    question = question_of(every_type, kind)
    answers = [(question.head.id, question.full_key())]
    must = grade_attempt(every_type, SEED, answers).score
    assert must > 0
    _keep(whole_pc, whole_course, every_type, answers)
    whole_pc.sync()
    (entry,) = entries(whole_city.server, whole_pc.store.device_id())
    assert entry.score == must
    assert [kept.score for kept in whole_pc.made_here()] == [must]


def test_every_type_answered_rightly_is_worth_everything(
    whole_pc: Pc, whole_city: City, whole_course: Course, every_type: Quiz
) -> None:
    answers = [(each.head.id, each.full_key()) for each in every_type.questions]
    _keep(whole_pc, whole_course, every_type, answers)
    whole_pc.sync()
    (entry,) = entries(whole_city.server, whole_pc.store.device_id())
    assert entry.score == 100


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_of_any_shape_is_graded_or_refused_and_never_breaks_the_server(
    kind: str, whole_pc: Pc, whole_city: City, whole_course: Course, every_type: Quiz
) -> None:
    question = question_of(every_type, kind).head.id
    learner = whole_pc.person(BUDI)
    plain = _attempt(whole_course, every_type)
    records = []
    for seq, answer in enumerate(HOSTILE, 1):
        sent = SentRecord(uuid4(), learner, seq, whole_pc.now().replace(microsecond=0), plain)
        raw = json.loads(to_json(sent))
        raw["body"]["answers"] = [[question, answer]]
        records.append(msgspec.Raw(json.dumps(raw).encode()))
    reply = _post(whole_pc, whole_city, records)
    refused = {each.seq for each in reply.rejected}
    assert {each.reason for each in reply.rejected} == {"unreadable"}
    kept = entries(whole_city.server, whole_pc.store.device_id())
    assert {each.seq for each in kept} == set(range(1, len(HOSTILE) + 1)) - refused
    assert len(kept) > len(HOSTILE) // 2
    assert all(each.score is not None and 0 <= each.score <= 100 for each in kept)
    assert "Traceback" not in whole_city.server.log()


def _keep(pc: Pc, course: Course, quiz: Quiz, answers: list[tuple[str, RawAnswer]]) -> None:
    """Take a quiz with these answers, and claim 0 whatever they are worth."""
    learner = pc.person(BUDI)
    attempt = pc.store.begin_attempt(
        learner, course.code, course.version, quiz.id, quiz.revision, SEED
    )
    for question, answer in answers:
        pc.store.keep_answer(attempt.id, question, answer, 5)
    pc.store.finish_attempt(attempt.id, drawn_ids(quiz, SEED), 60, 0)


def _attempt(course: Course, quiz: Quiz) -> AttemptFinished:
    return AttemptFinished(
        course.code, course.version, quiz.id, quiz.revision, SEED, (), seconds=60, claim=0
    )


def _post(pc: Pc, city: City, records: list[msgspec.Raw]) -> Reply:
    """Send records that no store would keep, as the PC would send its own."""
    clock = pc.now().replace(microsecond=0)
    parcel = Parcel("0.1.0", clock, pc.machine, pc.store.cursor(), len(records), tuple(records))
    answer = requests.post(
        f"{address(city)}/api/v1/sync",
        data=seal(parcel, pc.store.device_id(), pc.store.signing_key()),
        headers={"Content-Type": CONTENT_TYPE},
        timeout=30,
    )
    assert answer.status_code == 200, answer.text
    return msgspec.json.decode(answer.content, type=Reply)
