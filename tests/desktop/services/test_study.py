"""Study works for the learner who is signed in, returns at once, and tells failures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from desktop.services.library import CourseMissing
from desktop.services.standing import Standing
from desktop.services.study import DEFAULT_TEXT_SIZE, NobodySignedIn
from desktop.ui.learning.markup import theme_colours
from tests.desktop.ui.learning.office import SEED, Office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    made = Office(qtbot, tmp_path)
    yield made
    made.close()


def test_nobody_signed_in_is_told_at_once(office: Office) -> None:
    office.session.sign_out()
    with pytest.raises(NobodySignedIn):
        office.study.overview(office.backend)


def test_a_quiz_goes_on_with_its_first_seed(office: Office) -> None:
    first = office.wait_for(office.study.begin("ASN-99", "asn-99-01", office.backend))
    again = office.wait_for(office.study.begin("ASN-99", "asn-99-01", office.backend))
    assert first == again
    assert first.attempt.seed == SEED
    assert first.standings() == (Standing.OPEN,) * 3
    assert first.current() == 0


def test_what_is_not_here_fails_with_words(office: Office) -> None:
    with pytest.raises(CourseMissing, match="asn-99-09"):
        office.wait_for(office.study.begin("ASN-99", "asn-99-09", office.backend))
    with pytest.raises(CourseMissing, match="ASN-12"):
        office.wait_for(office.study.course("ASN-12", office.backend))


def test_a_place_goes_to_the_owner_of_the_lesson_although_another_signed_in(office: Office) -> None:
    owner = office.learner
    opened = office.wait_for(
        office.study.open_lesson("ASN-99", "asn-99-01", theme_colours(), office.backend)
    )
    other = office.run(lambda store: store.register("Budi", "199106302015021007"))
    office.session.sign_in(other)
    office.wait_for(office.study.keep_place(opened, 0.25))
    assert office.run(lambda store: store.place(other.id, "asn-99-01")) is None
    kept = office.run(lambda store: store.place(owner.id, "asn-99-01"))
    assert kept is not None
    assert kept.position == 0.25


def test_the_text_size_belongs_to_a_person(office: Office) -> None:
    office.wait_for(office.study.keep_text_size(140))
    assert office.wait_for(office.study.text_size(office.backend)) == 140
    other = office.run(lambda store: store.register("Budi", "199106302015021007"))
    office.session.sign_in(other)
    assert office.wait_for(office.study.text_size(office.backend)) == DEFAULT_TEXT_SIZE


def test_an_answer_reaches_the_disk_although_its_page_is_gone(office: Office) -> None:
    running = office.wait_for(office.study.begin("ASN-99", "asn-99-01", office.backend))
    page = QObject()
    question = running.forms[0].question
    told: list[object] = []
    operation = office.study.keep_answer(running.attempt.id, question, "a", 3, page)
    operation.success(told.append)
    page.deleteLater()
    office.wait_for(office.study.text_size(office.backend))
    office.settle()
    kept = office.run(lambda store: store.open_attempt(office.learner.id, "asn-99-01"))
    assert kept is not None
    assert kept.answers == ((question, "a"),)
