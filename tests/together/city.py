"""A running server with people in two offices, and codes by which many PCs can join."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
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


@contextmanager
def running_city(home: Path, database: str = "", courses: Path = COURSES) -> Iterator[City]:
    """Make a city's server by its own commands and run it; it must end in order."""
    server = Server(home, database, courses)
    server.import_people(PEOPLE)
    city = City(
        server,
        server.enrolment_code(UNIT, uses=_MANY),
        server.enrolment_code(OTHER_UNIT, uses=_MANY),
    )
    server.start()
    try:
        yield city
    finally:
        code = server.stop()
    assert code in {0, None}, server.log()
