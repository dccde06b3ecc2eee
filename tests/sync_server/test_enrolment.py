"""PCs join a unit by a code."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
import pytest

from sync_server.enrolment import enrol, kept_codes, make_enrolment_code, offices, revoke
from sync_server.errors import InputError, Refused
from sync_server.tables import DeviceRow, EnrolmentCodeRow
from tests.sync_server.city import BARAT, BUDI, CITY, PURNAMA, SESAI, Pc

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.exchange.messages import EnrolRequest
    from tests.sync_server.city import City


def new_pc(city: City, number: int = 1) -> Pc:
    return Pc(city, UUID(int=number, version=4))


def refusal(city: City, request: EnrolRequest) -> tuple[int, str]:
    with pytest.raises(Refused) as caught:
        enrol(city.context, request)
    return caught.value.status, caught.value.code


def used(city: City) -> int:
    (row,) = city.rows(EnrolmentCodeRow)
    return row.used


def test_a_code_makes_a_pc_belong_to_a_unit(city: City) -> None:
    answer = new_pc(city).enrol(city.code(SESAI))
    assert (answer.unit, answer.unit_name) == (SESAI, "Pangkalan Sesai")
    assert answer.organisation == "BKPSDM Kota Dumai"


def test_a_code_may_be_typed_sloppily(city: City) -> None:
    code = city.code(SESAI)
    new_pc(city).enrol(f" {code.lower().replace('-', ' ')} ")


def test_asking_again_uses_the_code_up_only_once(city: City) -> None:
    code = city.code(SESAI)
    pc = new_pc(city)
    assert pc.enrol(code) == pc.enrol(code)
    assert used(city) == 1


def test_a_lost_answer_can_be_asked_for_after_the_code_has_expired(city: City) -> None:
    code = city.code(SESAI, days=1)
    pc = new_pc(city)
    pc.enrol(code)
    city.clock.go_on(days=2)
    assert pc.enrol(code).unit == SESAI


def test_a_used_up_code_is_refused(city: City) -> None:
    code = city.code(SESAI)
    new_pc(city, 1).enrol(code)
    assert refusal(city, new_pc(city, 2).request(code)) == (409, "code-used")


def test_an_expired_code_is_refused(city: City) -> None:
    code = city.code(SESAI, days=1)
    city.clock.go_on(days=1)
    assert refusal(city, new_pc(city).request(code)) == (410, "code-expired")


def test_an_unknown_code_is_refused(city: City) -> None:
    assert refusal(city, new_pc(city).request("AAAA-AAAA")) == (404, "code-unknown")


def test_a_device_id_with_another_key_is_taken(city: City) -> None:
    code = city.code(SESAI, uses=2)
    pc = new_pc(city)
    pc.enrol(code)
    forged = msgspec.structs.replace(pc.request(code), key="ab" * 32)
    assert refusal(city, forged) == (409, "device-taken")
    assert used(city) == 1


def test_a_pc_moves_by_a_code_of_another_unit(city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    record = pc.lesson(budi)
    pc.send(record)
    pc.enrol(city.code(PURNAMA))
    pc.cursor = 0
    reply = pc.send(record)
    assert reply.accepted == ((1, 1),)
    assert [each.name for each in reply.learners] == ["Ani Lestari"]


def test_one_code_of_the_city_serves_every_kelurahan(city: City) -> None:
    code = city.code(CITY, uses=3)
    for number, unit in enumerate((SESAI, PURNAMA, "14.72.06.1003"), start=1):
        assert new_pc(city, number).enrol(code, unit).unit == unit
    assert used(city) == 3
    assert refusal(city, new_pc(city, 4).request(code, SESAI)) == (409, "code-used")


def test_the_office_of_a_kecamatan_may_be_named_itself(city: City) -> None:
    assert new_pc(city).enrol(city.code(BARAT), BARAT).unit_name == "Dumai Barat"


def test_the_unit_of_a_code_for_one_unit_may_be_named(city: City) -> None:
    assert new_pc(city).enrol(city.code(SESAI), SESAI).unit == SESAI


@pytest.mark.parametrize(
    ("reach", "unit", "reason"),
    [
        (CITY, "", "unit-needed"),
        (BARAT, "", "unit-needed"),
        (SESAI, PURNAMA, "unit-outside"),
        (SESAI, BARAT, "unit-outside"),
        (BARAT, CITY, "unit-outside"),
        (BARAT, "14.72.06.1003", "unit-outside"),
        (CITY, "14.72.01.9999", "unit-outside"),
        (CITY, "14.7", "unit-outside"),
        (CITY, "tanya", "unit-outside"),
    ],
)
def test_the_office_must_be_named_and_lie_within_reach(
    city: City, reach: str, unit: str, reason: str
) -> None:
    assert refusal(city, new_pc(city).request(city.code(reach), unit)) == (409, reason)
    assert used(city) == 0
    assert city.rows(DeviceRow) == []


def test_the_refusal_says_for_whom_the_code_is(city: City) -> None:
    with pytest.raises(Refused) as caught:
        new_pc(city).enrol(city.code(BARAT), "14.72.06.1003")
    assert "Kecamatan Dumai Barat dan semua kelurahan di dalamnya" in caught.value.message


def test_naming_another_office_moves_the_pc_and_uses_the_code_once_more(city: City) -> None:
    code = city.code(CITY, uses=2)
    pc = new_pc(city)
    pc.enrol(code, SESAI)
    assert pc.enrol(code, SESAI) == pc.enrol(code, SESAI)
    assert used(city) == 1
    assert pc.enrol(code, PURNAMA).unit == PURNAMA
    assert (used(city), city.rows(DeviceRow)[0].unit) == (2, PURNAMA)
    assert refusal(city, pc.request(code, SESAI)) == (409, "code-used")


def test_a_lost_answer_of_a_used_up_code_can_be_asked_for_again(city: City) -> None:
    code = city.code(CITY, uses=1)
    pc = new_pc(city)
    pc.enrol(code, SESAI)
    city.clock.go_on(days=99)
    assert pc.enrol(code, SESAI).unit == SESAI


def test_the_offices_of_a_code_are_told_and_nothing_is_used_up(city: City) -> None:
    told = offices(city.context, city.code(BARAT)).offices
    assert [(each.code, each.title) for each in told] == [
        (BARAT, "Kecamatan Dumai Barat"),
        (SESAI, "Kelurahan Pangkalan Sesai"),
        (PURNAMA, "Kelurahan Purnama"),
        ("14.72.01.1008", "Kelurahan Bagan Keladi"),
        ("14.72.01.1009", "Kelurahan Simpang Tetap Darul Ichsan"),
    ]
    assert used(city) == 0


@pytest.mark.parametrize("reason", ["code-unknown", "code-used", "code-expired"])
def test_offices_are_told_only_for_a_code_that_holds(city: City, reason: str) -> None:
    code = city.code(CITY, days=1)
    if reason == "code-used":
        new_pc(city).enrol(code, SESAI)
    elif reason == "code-expired":
        city.clock.go_on(days=1)
    with pytest.raises(Refused) as caught:
        offices(city.context, "AAAA-AAAA" if reason == "code-unknown" else code)
    assert caught.value.code == reason


def test_a_revoked_pc_stays_revoked(city: City) -> None:
    code = city.code(SESAI, uses=9)
    pc = new_pc(city)
    pc.enrol(code)
    assert revoke(city.context, pc.id)
    assert not revoke(city.context, UUID(int=77))
    assert refusal(city, pc.request(code)) == (403, "device-revoked")


def test_names_are_made_fit_for_pages(city: City) -> None:
    pc = Pc(city, UUID(int=3, version=4), name="PC\x00  Loket\n")
    pc.enrol(city.code(SESAI))
    assert city.rows(DeviceRow)[0].name == "PC Loket"


def test_the_code_itself_is_never_kept(city: City) -> None:
    code = city.code(SESAI)
    (row,) = city.rows(EnrolmentCodeRow)
    assert code.replace("-", "") not in repr(vars(row))
    with city.database.reading() as session:
        assert [(each.unit, each.used, each.uses) for each in kept_codes(session)] == [
            (SESAI, 0, 1)
        ]


@pytest.mark.parametrize(
    ("unit", "uses", "days"), [("14.72.99", 1, 1), (SESAI, 0, 1), (SESAI, 1, 999)]
)
def test_a_code_needs_a_unit_and_sane_limits(city: City, unit: str, uses: int, days: int) -> None:
    with pytest.raises(InputError), city.database.reading() as session:
        make_enrolment_code(city.context, session, unit, uses, days)
