from __future__ import annotations

import shutil
import zlib
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy.engine import make_url

from lessons.catalogue import Catalogue, load_catalogue
from tests.together.city import COURSES, City, copy_city, make_city, running
from tests.together.handing import Handed, courses_of, hand_over, install, trusting
from tests.together.meddler import Meddler, meddling
from tests.together.pc import Pc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import timedelta
    from pathlib import Path

    from lessons.course import Course, Quiz

    MakePc = Callable[..., Pc]


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
def sqlite_city(tmp_path_factory: pytest.TempPathFactory) -> City:
    """To be copied; its server never runs."""
    return make_city(tmp_path_factory.mktemp("sqlite") / "city")


@pytest.fixture(scope="session")
def postgres_city(tmp_path_factory: pytest.TempPathFactory, postgres_url: str) -> City:
    """To be copied; its server never runs."""
    database = _new_database(postgres_url, "city")
    return make_city(tmp_path_factory.mktemp("postgresql") / "city", database)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory, sqlite_city: City) -> Iterator[City]:
    """A server that nobody kills; each test of a module brings PCs of its own."""
    with running(copy_city(sqlite_city, tmp_path_factory.mktemp("module") / "city")) as city:
        yield city


@pytest.fixture(params=["sqlite_city", "postgres_city"])
def own_city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[City]:
    """A server of this test alone, which it may kill; once on each kind of database."""
    made: City = request.getfixturevalue(request.param)
    database = ""
    if request.param == "postgres_city":
        name = f"own_{zlib.crc32(request.node.nodeid.encode()):x}"
        database = _new_database(request.getfixturevalue("postgres_url"), name, copy_of="city")
    with running(copy_city(made, tmp_path / "city", database)) as city:
        yield city


@pytest.fixture
def line(city: City) -> Iterator[Meddler]:
    """The man in the middle before the shared server."""
    with meddling(lambda: city.server.port) as meddler:
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
def pc(make_pc: MakePc, line: Meddler, city: City) -> Pc:
    """A PC of the first office, enrolled over the line, which is honest so far."""
    made = make_pc()
    made.enrol(line.address, city.code)
    return made


@pytest.fixture(scope="session")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Handed:
    """What a trainer hands over: a course whose key stays with the server, in both editions."""
    return hand_over(tmp_path_factory.mktemp("trainer") / "pak budi")


@pytest.fixture(scope="module")
def packaged_city(
    tmp_path_factory: pytest.TempPathFactory, sqlite_city: City, handed: Handed
) -> Iterator[City]:
    """A server that trusts the trainer and has the edition with the key."""
    home = tmp_path_factory.mktemp("packaged") / "city"
    city = trusting(sqlite_city, home, handed.trainer.public)
    shutil.copy(handed.server_package, courses_of(city))
    with running(city) as city:
        yield city


@pytest.fixture
def packaged_pc(make_pc: MakePc, packaged_city: City, handed: Handed) -> Pc:
    """A PC on which the package was installed."""
    pc = make_pc("data é")
    pc.enrol(f"http://127.0.0.1:{packaged_city.server.port}", packaged_city.code)
    install(pc, handed.trainer.public, handed.package)
    return pc


def _new_database(postgres_url: str, name: str, copy_of: str = "template1") -> str:
    """The address of a new database in the PostgreSQL of this test process."""
    url = make_url(postgres_url)
    at = f"host={url.query['host']} user={url.username} dbname={url.database}"
    with psycopg.connect(at, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{copy_of}"'.encode())
    return url.set(database=name).render_as_string(hide_password=False)
