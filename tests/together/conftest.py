from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy.engine import make_url

from lessons.catalogue import Catalogue, load_catalogue
from tests.together.city import COURSES, City, running_city
from tests.together.meddler import Meddler, meddling
from tests.together.pc import Pc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import timedelta
    from pathlib import Path

    from lessons.course import Course, Quiz

    MakePc = Callable[..., Pc]

DATABASES = ["sqlite", "postgresql"]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The small course, the same on both sides."""
    return load_catalogue(COURSES)


@pytest.fixture(scope="session")
def course(catalogue: Catalogue) -> Course:
    return catalogue.courses[0]


@pytest.fixture(scope="session")
def quiz(course: Course) -> Quiz:
    assert course.end_test is not None
    return course.end_test


@pytest.fixture(scope="session")
def shared_city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """A server that nobody kills; each test brings PCs of its own."""
    with running_city(tmp_path_factory.mktemp("city")) as city:
        yield city


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest) -> str:
    """The address of an empty database; SQLite's is the server's own choice."""
    if request.param == "sqlite":
        return ""
    url = make_url(request.getfixturevalue("postgres_url"))
    name = f"together_{abs(hash(request.node.nodeid))}"
    with psycopg.connect(
        f"host={url.query['host']} user={url.username} dbname=postgres", autocommit=True
    ) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return url.set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def own_city(tmp_path: Path, database: str) -> Iterator[City]:
    """A server of this test alone, which it may kill; once on each kind of database."""
    with running_city(tmp_path / "city", database) as city:
        yield city


@pytest.fixture
def line(shared_city: City) -> Iterator[Meddler]:
    """The man in the middle before the shared server."""
    with meddling(lambda: shared_city.server.port) as meddler:
        yield meddler


@pytest.fixture
def own_line(own_city: City) -> Iterator[Meddler]:
    """The man in the middle before this test's own server."""
    with meddling(lambda: own_city.server.port) as meddler:
        yield meddler


@pytest.fixture
def make_pc(tmp_path: Path) -> Iterator[MakePc]:
    """Makes PCs on folders of their own, or on one that is there already."""
    made: list[Pc] = []

    def make(folder: str = "", **options: timedelta) -> Pc:
        pc = Pc(tmp_path / (folder or f"pc-{len(made)}"), **options)
        made.append(pc)
        return pc

    yield make
    for pc in made:
        pc.close()


@pytest.fixture
def pc(make_pc: MakePc, line: Meddler, shared_city: City) -> Pc:
    """A PC of the first office, enrolled over the line, which is honest so far."""
    made = make_pc()
    made.enrol(line.address, shared_city.code)
    return made
