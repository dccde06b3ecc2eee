"""A running server with people in two offices, and codes by which many PCs can join."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.together.server_process import OTHER_UNIT, UNIT, Server

if TYPE_CHECKING:
    from collections.abc import Iterator

COURSES = Path(__file__).parent.parent / "courses"
BUDI, SITI, TONO = "Budi Santoso", "Siti Aminah", "Tono Wijaya"
PEOPLE = (
    (BUDI, "198503122010011004", UNIT),
    (SITI, "199001012022212001", UNIT),
    (TONO, "197912312005012009", OTHER_UNIT),
)
_MANY = 1000


@dataclass(frozen=True, slots=True)
class City:
    """See the module.

    Attributes:
        code: Lets PCs join ``UNIT``.
        other_code: Lets PCs join ``OTHER_UNIT``.
    """

    server: Server
    code: str
    other_code: str


def make_city(home: Path, database: str = "", courses: Path = COURSES) -> City:
    """Make a city's server by its own commands; it does not run yet."""
    server = Server(home, database)
    server.init(courses)
    server.import_people(PEOPLE)
    code = server.enrolment_code(UNIT, uses=_MANY)
    return City(server, code, server.enrolment_code(OTHER_UNIT, uses=_MANY))


def copy_city(made: City, home: Path, database: str = "") -> City:
    """The same city on a copy of its data folder; making one takes seconds.

    Args:
        database: A copy of the city's database, if that is not in its data folder.
    """
    shutil.copytree(made.server.home, home)
    return replace(made, server=Server(home, database))


@contextmanager
def running(city: City) -> Iterator[City]:
    """The city with its server running, which in the end must stop in order."""
    city.server.start()
    try:
        yield city
    finally:
        code = city.server.stop()
    assert code in {0, None}, city.server.log()
