"""How many attempts a server takes in and grades in a second, over HTTP, on this machine."""

from __future__ import annotations

import multiprocessing
import random
import sys
import tempfile
import time
from contextlib import closing
from itertools import islice
from pathlib import Path

from sqlalchemy import func, select

from bench.figures import AT_LEAST, Figure
from bench.learning import attempts, bundled_course
from bench.senders import A_PARCEL, Errand, Sent, send
from lessons.catalogue import bundled_root
from lessons.grading import grade_attempt
from sync_server.database import Database
from sync_server.tables import GradeRow
from tests import postgres
from tests.together.city import City, make_city, running

PARCELS = 5
_TARGET = 1000
_GRADED_ALONE = 3000
_PATIENCE_SECONDS = 300


def measure() -> list[Figure]:
    """Two client processes beside the server; the clock starts when both are ready to send."""
    alone = _grading_alone()
    with tempfile.TemporaryDirectory(prefix="bina-bench-") as name:
        home = Path(name)
        figures = [_figure("SQLite", _intake(make_city(home / "a", "", bundled_root())), alone)]
        programs = postgres.find_programs()
        if programs is None:
            sys.stderr.write("PostgreSQL is not installed\n")
            return figures
        with postgres.private_cluster(programs) as url:
            rate = _intake(make_city(home / "b", url, bundled_root()))
    return [*figures, _figure("PostgreSQL", rate, alone)]


def _figure(database: str, rate: float, alone: float) -> Figure:
    return Figure(
        what=f"intake, {database}: graded attempts",
        value=rate,
        unit="/s",
        peer="grading alone, one core",
        peer_value=alone,
        target=_TARGET,
        sense=AT_LEAST,
    )


def _intake(city: City) -> float:
    with running(city):
        address = f"http://127.0.0.1:{city.server.port}"
        codes = (city.code, city.other_code)
        started, sent = _send_all(
            [Errand(address, code, PARCELS, n) for n, code in enumerate(codes)]
        )
    accepted = sum(each.accepted for each in sent)
    assert accepted == len(sent) * PARCELS * A_PARCEL, "attempts were not taken"
    assert _graded(city) == len(sent) * (PARCELS + 1) * A_PARCEL, "attempts were not graded"
    return accepted / (max(each.ended for each in sent) - started)


def _graded(city: City) -> int:
    with closing(Database(city.server.database)) as database, database.reading() as session:
        return session.scalars(select(func.count()).select_from(GradeRow)).one()


def _send_all(errands: list[Errand]) -> tuple[float, list[Sent]]:
    context = multiprocessing.get_context("spawn")
    together, results = (
        context.Barrier(len(errands) + 1, timeout=_PATIENCE_SECONDS),
        context.Queue(),
    )
    clients = [context.Process(target=send, args=(each, together, results)) for each in errands]
    for client in clients:
        client.start()
    together.wait()
    started = time.monotonic()
    sent = [results.get(timeout=_PATIENCE_SECONDS) for _ in clients]
    for client in clients:
        client.join()
    return started, sent


def _grading_alone() -> float:
    course = bundled_course()
    made = list(islice(attempts(course, random.Random(0)), _GRADED_ALONE))
    quizzes = {quiz.id: quiz for quiz in course.quizzes()}
    started = time.perf_counter()
    for each in made:
        grade_attempt(quizzes[each.quiz], each.seed, each.answers)
    return len(made) / (time.perf_counter() - started)
