from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
import pytest

from desktop.storage.model import Enrolment
from desktop.sync.client import HttpTransport
from desktop.sync.enrol import enrol, offices
from desktop.sync.errors import (
    AddressWrong,
    CodeIncomplete,
    NotOurServer,
    NotReachable,
    OfficeDiffers,
    Refused,
    SyncError,
)
from lessons.exchange.messages import EnrolAnswer, EnrolRequest
from lessons.records import to_json
from tests.desktop.sync.servers import GoodServer, answering, http, serving

if TYPE_CHECKING:
    from desktop.storage.store import Store


def test_a_pc_belongs_to_the_office_of_its_code(store: Store) -> None:
    with serving(GoodServer()) as server:
        place = enrol(store, HttpTransport(), f" {server.address}/ ", "k7qm-2f9x", " PC  loket 1 ")
    assert place == Enrolment(
        server.address, "14.72.01.1003", "Pangkalan Sesai", "BKPSDM Kota Dumai"
    )
    assert store.enrolment() == place
    asked = msgspec.json.decode(server.requests[0].body, type=EnrolRequest)
    assert (asked.code, asked.name) == ("K7QM2F9X", "PC loket 1")
    assert asked.device == store.device_id()
    assert asked.key == bytes(store.signing_key().verify_key).hex()


@pytest.mark.parametrize(
    ("name", "sent"), [("", "Komputer"), ("x" * 300, "x" * 100), ("\udcff", "Komputer")]
)
def test_any_name_of_a_pc_will_do(store: Store, name: str, sent: str) -> None:
    with serving(GoodServer()) as server:
        enrol(store, HttpTransport(), server.address, GoodServer.code, name)
    assert msgspec.json.decode(server.requests[0].body, type=EnrolRequest).name == sent


def test_a_wrong_code_changes_nothing(store: Store) -> None:
    with (
        serving(GoodServer()) as server,
        pytest.raises(Refused, match="tidak dikenal") as caught,
    ):
        enrol(store, HttpTransport(), server.address, "K7QM-2F9Y", "PC")
    assert caught.value.code == "code-unknown"
    assert store.enrolment() is None


@pytest.mark.parametrize("code", ["", "K7QM", "K7QM-2F9X-1", "----"])
def test_half_a_code_asks_nobody(store: Store, code: str) -> None:
    with serving(GoodServer()) as server, pytest.raises(CodeIncomplete, match="8 huruf"):
        enrol(store, HttpTransport(), server.address, code, "PC")
    assert server.requests == []


def test_an_office_is_named_where_the_code_serves_many(store: Store) -> None:
    with serving(GoodServer()) as server:
        with pytest.raises(Refused) as caught:
            enrol(store, HttpTransport(), server.address, GoodServer.wide_code, "PC")
        assert caught.value.code == "unit-needed"
        found = offices(store, HttpTransport(), server.address, " w7qm-2f9x ")
        assert store.enrolment() is None
        unit = found[1].code
        place = enrol(store, HttpTransport(), server.address, GoodServer.wide_code, "PC", unit)
    assert found == GoodServer.offices
    assert (place.unit, place.unit_name) == (unit, "Purnama")
    assert msgspec.json.decode(server.requests[1].body) == {"code": "W7QM2F9X"}
    assert store.enrolment() == place


def test_nothing_is_said_of_offices_where_none_was_named(store: Store) -> None:
    with serving(GoodServer()) as server:
        enrol(store, HttpTransport(), server.address, GoodServer.code, "PC")
    assert b"unit" not in server.requests[0].body


def test_another_office_than_the_named_one_is_not_kept(store: Store) -> None:
    with (
        serving(GoodServer()) as server,
        pytest.raises(OfficeDiffers, match=r"di Pangkalan Sesai \(14\.72\.01\.1003\)"),
    ):
        enrol(store, HttpTransport(), server.address, GoodServer.code, "PC", "14.72.01.1006")
    assert store.enrolment() is None


def test_offices_are_asked_for_by_a_whole_code_alone(store: Store) -> None:
    with serving(GoodServer()) as server, pytest.raises(CodeIncomplete):
        offices(store, HttpTransport(), server.address, "W7QM")
    assert server.requests == []


@pytest.mark.parametrize("body", [b"<html>Masuk Wi-Fi</html>", b'{"offices":[{"code":""}]}'])
def test_offices_that_nobody_of_ours_told_are_not_believed(store: Store, body: bytes) -> None:
    with serving(answering(http(body))) as server, pytest.raises(SyncError):
        offices(store, HttpTransport(), server.address, GoodServer.code)


def test_results_do_not_travel_in_the_open_unless_allowed(store: Store) -> None:
    with pytest.raises(AddressWrong):
        enrol(store, HttpTransport(), "http://192.0.2.1", GoodServer.code, "PC")
    store.keep_setting("izinkan_http", "ya")
    with serving(GoodServer()) as server:
        pass
    with pytest.raises(NotReachable):
        enrol(store, HttpTransport(), server.address, GoodServer.code, "PC")


@pytest.mark.parametrize(
    "response",
    [
        http(b"<html>Masuk Wi-Fi</html>", content_type="text/html"),
        http(to_json(EnrolAnswer(UUID(int=5), "14.72.01.1003", "Orang lain", "BKPSDM"))),
    ],
)
def test_an_answer_that_is_not_meant_for_this_pc_changes_nothing(
    store: Store, response: bytes
) -> None:
    with serving(answering(response)) as server, pytest.raises(NotOurServer):
        enrol(store, HttpTransport(), server.address, GoodServer.code, "PC")
    assert store.enrolment() is None
