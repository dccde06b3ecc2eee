"""An admin at work over HTTP: sign-in by the real form, the tables, the recap."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import requests

from lessons.people import format_nip
from tests.together.sample import ADMIN, PEOPLE, UNIT_NAME
from tests.together.tour.acting import LEARNER
from tests.together.tour.html_page import Page, Row
from tests.together.tour.plan import WRONG, score

if TYPE_CHECKING:
    from pathlib import Path

    from tests.together.tour.acting import Tour

_SECONDS = 20
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Visit:
    """A browser's session on the admin pages.

    Attributes:
        here: Address of the page where we are.
    """

    def __init__(self, address: str) -> None:
        """Take the server's address; nothing is asked yet."""
        self._session = requests.Session()
        self._session.trust_env = False
        self.here = address

    def go(self, address: str) -> requests.Response:
        """Follow an address, seen from the page where we are."""
        return self._take(self._session.get(urljoin(self.here, address), timeout=_SECONDS))

    def follow(self, words: str) -> Page:
        """Follow the link of these words on the page where we are."""
        page = Page(self.go("").text)
        return Page(self.go(page.links[words]).text)

    def sign_in(self, password: str) -> requests.Response:
        """Fill the sign-in form, to which the page without a session leads, and send it."""
        form = Page(self.go("/").text).forms[0]
        return self._send(form.action, {**form.values, "nama": ADMIN, "sandi": password})

    def sign_in_without_token(self, password: str) -> requests.Response:
        """What a form on a stranger's page could send."""
        return self._send("/admin/masuk", {"nama": ADMIN, "sandi": password})

    def close(self) -> None:
        """Leave."""
        self._session.close()

    def _send(self, address: str, values: dict[str, str]) -> requests.Response:
        whole = urljoin(self.here, address)
        return self._take(self._session.post(whole, data=values, timeout=_SECONDS))

    def _take(self, answer: requests.Response) -> requests.Response:
        self.here = answer.url
        return answer


def visit(tour: Tour, address: str, password: str, recap: Path) -> None:
    """Sign in, look at the city, at the office and at the learner, and take the recap away."""
    expect = tour.report.expect
    here = Visit(address)
    expect("sign-in without a token", 400, here.sign_in_without_token(password).status_code)
    expect("sign-in with a wrong password", 401, here.sign_in(f"{password}x").status_code)
    city = here.sign_in(password)
    expect("sign-in", 200, city.status_code)
    expect("city table: the office", _unit_row(tour), Page(city.text).row(UNIT_NAME)[1:])
    office = here.follow(UNIT_NAME)
    found = [row[1] for row in office.rows if len(row) > 1 and row[1].replace(" ", "").isdigit()]
    expect("office table: NIPs", [format_nip(each.nip) for each in PEOPLE], found)
    _take_recap(tour, here, office, recap)
    learner = here.follow(LEARNER.name)
    for quiz in (tour.plan.practice, tour.plan.end_test):
        both = [row[3:5] for row in learner.rows if len(row) > 1 and row[1] == quiz.id]
        must = str(score(quiz, WRONG))
        expect(f"learner's page: {quiz.id}, claim and score", [(must, must)], both)
    here.close()


def _unit_row(tour: Tour) -> Row:
    """People, begun, passed, JP, PNS with enough JP, waiting for verification."""
    pns = sum(each.status == "PNS" for each in PEOPLE)
    return (str(len(PEOPLE)), "1", "1", str(tour.plan.course.jp), f"0 dari {pns} (0%)", "–")


def _take_recap(tour: Tour, here: Visit, office: Page, recap: Path) -> None:
    address = next(link for words, link in office.links.items() if words.startswith("Unduh rekap"))
    page = here.here
    answer = here.go(address)
    tour.report.expect("recap", (200, _XLSX), (answer.status_code, answer.headers["Content-Type"]))
    recap.write_bytes(answer.content)
    here.go(page)
