"""The addresses that PCs call, and the errors they answer."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec
import pytest

from lessons.exchange.envelope import MAX_PACKED_BYTES
from lessons.exchange.messages import (
    EnrolAnswer,
    Offices,
    OfficesRequest,
    Refusal,
    Reply,
)
from lessons.records import to_json
from sync_server.app import create_app
from sync_server.web import limiter
from tests.sync_server.city import BARAT, BUDI, CITY, SESAI, Pc

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

    from sync_server.database import Database
    from tests.sync_server.city import City


@pytest.fixture
def client(city: City) -> FlaskClient:
    client = create_app(city.context).test_client()
    limiter.reset()
    return client


def test_enrol_and_sync(client: FlaskClient, city: City, tmp_path: Path) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = Pc(city, budi)
    answer = client.post("/api/v1/enrol", data=to_json(pc.request(city.code(SESAI))))
    assert msgspec.json.decode(answer.data, type=EnrolAnswer).unit == SESAI
    answer = client.post("/api/v1/sync", data=pc.envelope(pc.parcel([pc.attempt(budi)])))
    assert answer.status_code == 200
    assert answer.content_type == "application/json"
    assert msgspec.json.decode(answer.data, type=Reply).accepted == ((1, 1),)


def test_health_asks_the_database(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.data) == (200, b'{"status":"ok"}')


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/api/v1/nothing", b"", 404, "not-found"),
        ("GET", "/api/v1/sync", b"", 405, "method-not-allowed"),
        ("POST", "/api/v1/sync", b"", 400, "bad-parcel"),
        ("POST", "/api/v1/sync", b"BAP1" + b"x" * 100, 404, "device-unknown"),
        ("POST", "/api/v1/sync", b"x" * (MAX_PACKED_BYTES + 1025), 413, "too-large"),
        ("POST", "/api/v1/enrol", b"{}", 400, "bad-request"),
        ("POST", "/api/v1/enrol", b"\xff", 400, "bad-request"),
        ("POST", "/api/v1/enrol", b"x" * 20_000, 413, "too-large"),
        ("GET", "/api/v1/offices", b"", 405, "method-not-allowed"),
        ("POST", "/api/v1/offices", b'{"code":""}', 400, "bad-request"),
        ("POST", "/api/v1/offices", b'{"code":"AAAA-AAAA"}', 404, "code-unknown"),
        ("POST", "/api/v1/offices", b"x" * 20_000, 413, "too-large"),
    ],
)
def test_every_error_is_a_refusal_in_json(
    client: FlaskClient, method: str, path: str, body: bytes, status: int, code: str
) -> None:
    answer = client.open(path, method=method, data=body)
    assert (answer.status_code, answer.content_type) == (status, "application/json")
    refusal = msgspec.json.decode(answer.data, type=Refusal)
    assert refusal.error == code
    assert refusal.message


@pytest.mark.expects_log("sync_server.api.errors: failed")
def test_trouble_inside_leaks_nothing(
    client: FlaskClient, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("rahasia 198503122010011004")

    monkeypatch.setattr("sync_server.api.views.take_in", broken)
    answer = client.post("/api/v1/sync", data=b"x")
    assert answer.status_code == 500
    assert msgspec.json.decode(answer.data, type=Refusal).error == "server-error"
    assert b"rahasia" not in answer.data


@pytest.mark.expects_log("sync_server.api.errors: failed")
def test_a_database_that_does_not_answer_is_503(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sync_server.database import Database as RealDatabase

    city.database = RealDatabase("sqlite:////nowhere/at/all.db")
    answer = create_app(city.context).test_client().get("/healthz")
    assert answer.status_code == 503


def test_only_failed_tries_to_enrol_are_counted(client: FlaskClient, city: City) -> None:
    code = city.code(SESAI)
    pc = Pc(city, city.context.new_id())
    for _ in range(12):
        assert client.post("/api/v1/enrol", data=to_json(pc.request(code))).status_code == 200
    wrong = to_json(pc.request("AAAA-AAAA"))
    statuses = [client.post("/api/v1/enrol", data=wrong).status_code for _ in range(11)]
    assert statuses == [404] * 10 + [429]
    other = client.post(
        "/api/v1/enrol",
        data=to_json(pc.request(code)),
        environ_overrides={"REMOTE_ADDR": "10.0.0.9"},
    )
    assert other.status_code == 200


def test_offices_are_told(client: FlaskClient, city: City) -> None:
    asked = to_json(OfficesRequest(city.code(BARAT)))
    answer = client.post("/api/v1/offices", data=asked)
    assert (answer.status_code, answer.content_type) == (200, "application/json")
    assert len(msgspec.json.decode(answer.data, type=Offices).offices) == 5


def test_an_old_pc_names_no_office(client: FlaskClient, city: City) -> None:
    pc = Pc(city, city.context.new_id())
    asked = to_json(pc.request(city.code(SESAI)))
    assert b"unit" not in asked
    assert client.post("/api/v1/enrol", data=asked).status_code == 200
    answer = client.post("/api/v1/enrol", data=to_json(pc.request(city.code(CITY))))
    assert answer.status_code == 409
    assert msgspec.json.decode(answer.data, type=Refusal).error == "unit-needed"


def test_guesses_count_together_wherever_they_are_made(client: FlaskClient, city: City) -> None:
    pc = Pc(city, city.context.new_id())
    wrong = to_json(pc.request("AAAA-AAAA"))
    addresses = ["/api/v1/enrol", "/api/v1/offices"] * 5
    assert {client.post(each, data=wrong).status_code for each in addresses} == {404}
    assert client.post("/api/v1/offices", data=wrong).status_code == 429


def test_fifty_pcs_behind_one_address_may_ask_for_their_offices(
    client: FlaskClient, city: City
) -> None:
    needed = to_json(Pc(city, city.context.new_id()).request(city.code(CITY)))
    statuses = {client.post("/api/v1/enrol", data=needed).status_code for _ in range(60)}
    assert statuses == {409}


def test_the_api_sends_no_cookies_and_no_headers_that_cost(client: FlaskClient) -> None:
    assert set(client.get("/healthz").headers.keys()) == {"Content-Type", "Content-Length"}


def test_logs_name_nobody(
    client: FlaskClient, city: City, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    budi = city.people(tmp_path)[BUDI]
    pc = city.pc()
    with caplog.at_level(logging.INFO):
        client.post(
            "/api/v1/sync", data=pc.envelope(pc.parcel([pc.registered(pc.id, "Budi", BUDI)]))
        )
    (line,) = [each for each in caplog.records if each.name == "sync_server.intake.parcel"]
    assert line.getMessage() == "parcel taken in"
    assert not {"Budi", BUDI, budi.hex, str(budi)} & {str(value) for value in vars(line).values()}
