"""A roster comes in: new people, moves, and the same file again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher

from lessons.exchange.codes import normalise_code
from sync_server.activation import codes_of_unit
from sync_server.errors import InputError
from sync_server.roster.importing import ImportReport, import_roster
from sync_server.tables import LearnerRow, MembershipRow
from tests.sync_server.city import ANI, BUDI, PURNAMA, SESAI, SITI

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sync_server.city import City


def test_the_same_file_again_changes_nothing(city: City, tmp_path: Path) -> None:
    lines = (f"Budi;{BUDI};PNS;{SESAI}", f"Siti;{SITI};PPPK;{PURNAMA}")
    assert city.roster(tmp_path, *lines) == ImportReport(2, 0, 0, ())
    pc = city.pc()
    pc.send()
    assert city.roster(tmp_path, *lines) == ImportReport(0, 0, 2, ())
    assert not pc.send().learners
    assert len(city.rows(MembershipRow)) == 2


def test_a_move_is_heard_in_both_offices_and_kept_as_history(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    old, new = city.pc(SESAI), city.pc(PURNAMA)
    old.send(old.attempt(budi))
    new.send()
    city.clock.go_on(days=1)
    report = city.roster(tmp_path, f"Budi Santoso;{BUDI};PNS;{PURNAMA}")
    assert (report.new, report.changed, report.unchanged) == (0, 1, 0)
    assert [(each.id, each.active) for each in old.send().learners] == [(budi, False)]
    reply = new.send()
    assert [(each.id, each.active) for each in reply.learners] == [(budi, True)]
    assert [each.score for each in reply.records] == [100]
    stays = sorted(
        (row.since, row.unit, row.until) for row in city.rows(MembershipRow) if row.learner == budi
    )
    yesterday, today = city.clock.now - timedelta(days=1), city.clock.now
    assert stays == [(yesterday, SESAI, today), (today, PURNAMA, None)]


def test_a_record_made_at_the_old_office_still_reaches_the_new_one(
    city: City, tmp_path: Path
) -> None:
    budi = city.people(tmp_path)[BUDI]
    old, new = city.pc(SESAI), city.pc(PURNAMA)
    city.roster(tmp_path, f"Budi Santoso;{BUDI};PNS;{PURNAMA}")
    new.send()
    assert old.send(old.attempt(budi, right=False, claim=100)).verdicts
    assert len(new.send().records) == 1


def test_coming_back_is_another_stay(city: City, tmp_path: Path) -> None:
    for unit in (SESAI, PURNAMA, SESAI):
        city.roster(tmp_path, f"Budi;{BUDI};PNS;{unit}")
        city.clock.go_on(days=1)
    assert [row.until is None for row in city.rows(MembershipRow)].count(True) == 1
    assert len(city.rows(MembershipRow)) == 3


def test_a_new_name_is_heard_but_an_empty_cell_takes_nothing_away(
    city: City, tmp_path: Path
) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    pc.send()
    city.roster(tmp_path, f"Budi Santoso, S.E.;{BUDI};;{SESAI}")
    (told,) = pc.send().learners
    assert (told.id, told.name, told.status) == (budi, "Budi Santoso, S.E.", "PNS")


def test_a_name_and_a_unit_may_change_at_once(city: City, tmp_path: Path) -> None:
    city.people(tmp_path)
    pc = city.pc(PURNAMA)
    pc.send()
    city.roster(tmp_path, f"Budi S.;{BUDI};PNS;{PURNAMA}")
    assert [each.name for each in pc.send().learners] == ["Budi S."]


def test_the_printed_code_opens_the_hash_that_pcs_get(city: City, tmp_path: Path) -> None:
    city.people(tmp_path)
    with city.database.reading() as session:
        codes = codes_of_unit(session, city.context.secret, SESAI)
        again = codes_of_unit(session, city.context.secret, SESAI)
    assert codes == again
    hashes = {row.id: row.activation for row in city.rows(LearnerRow)}
    for person in codes:
        assert PasswordHasher().verify(hashes[person.id], normalise_code(person.code))
    assert len({person.code for person in codes}) == 2


def test_codes_of_an_unknown_unit_are_refused(city: City) -> None:
    with city.database.reading() as session, pytest.raises(InputError):
        codes_of_unit(session, city.context.secret, "14.99")


def test_nobody_leaves_by_being_absent(city: City, tmp_path: Path) -> None:
    city.people(tmp_path)
    city.roster(tmp_path, f"Ani Lestari;{ANI};PNS;{PURNAMA}")
    assert len(city.pc().send().learners) == 2


def test_a_useless_file_changes_nothing(city: City, tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("nama;unit\nBudi;x\n", encoding="utf-8")
    with pytest.raises(InputError, match="Kolom nip"):
        import_roster(city.context, path)
    assert not city.rows(LearnerRow)


def test_a_guest_who_moves_in_is_at_home(city: City, tmp_path: Path) -> None:
    ani = city.people(tmp_path)[ANI]
    pc = city.pc(SESAI)
    pc.send(pc.registered(pc.id, "Ani", ANI))
    city.roster(tmp_path, f"Ani Lestari;{ANI};PNS;{SESAI}")
    here = [row for row in city.rows(MembershipRow) if row.learner == ani and row.until is None]
    assert [(row.unit, row.home) for row in here] == [(SESAI, True)]
