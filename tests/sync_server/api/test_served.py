"""The real program behind a real socket."""

from __future__ import annotations

import json
import signal
import socket
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
import pytest
import requests
from nacl.signing import SigningKey

from lessons.exchange.envelope import CONTENT_TYPE, seal
from lessons.exchange.messages import EnrolRequest, Parcel, Reply
from lessons.records import to_json
from tests.sync_server.city import BUDI, SESAI, Clock
from tests.sync_server.process import run, serving

if TYPE_CHECKING:
    from pathlib import Path

DEVICE, KEY = UUID(int=5, version=4), SigningKey(b"k" * 32)
IDLE_BYTES = 540


@pytest.fixture
def data(tmp_path: Path) -> Path:
    assert run(tmp_path, "init").returncode == 0
    roster = tmp_path / "pegawai.csv"
    roster.write_text(f"nama,nip,status,unit\nBudi,{BUDI},PNS,{SESAI}\n", encoding="utf-8")
    assert run(tmp_path, "import-roster", str(roster)).returncode == 0
    return tmp_path


def enrol(data: Path, server: str) -> None:
    made = run(data, "enrol-code", "--unit", SESAI, "--json")
    code = json.loads(made.stdout)["code"]
    request = EnrolRequest(code, DEVICE, KEY.verify_key.encode().hex(), "PC", "0badcafe")
    answer = requests.post(f"{server}/api/v1/enrol", data=to_json(request), timeout=10)
    assert answer.status_code == 200


def post(server: str, parcel: Parcel) -> Reply:
    envelope = seal(parcel, DEVICE, KEY)
    answer = requests.post(f"{server}/api/v1/sync", data=envelope, timeout=10)
    assert answer.status_code == 200
    return msgspec.json.decode(answer.content, type=Reply)


def test_an_idle_round_costs_little(data: Path) -> None:
    with serving(data) as (server, _):
        enrol(data, server)
        parcel = Parcel("0.1.0", Clock().now, "0badcafe")
        cursor = post(server, parcel).cursor
        envelope = seal(msgspec.structs.replace(parcel, cursor=cursor), DEVICE, KEY)
        host = server.removeprefix("http://")
        head = (
            f"POST /api/v1/sync HTTP/1.1\r\nHost: {host}\r\n"
            f"Content-Type: {CONTENT_TYPE}\r\nContent-Length: {len(envelope)}\r\n\r\n"
        )
        sent = head.encode() + envelope
        address, port = host.split(":")
        with socket.create_connection((address, int(port)), timeout=10) as line:
            line.sendall(sent)
            received = b""
            while not received.endswith(b"}"):
                received += line.recv(4096)
    assert len(sent) + len(received) <= IDLE_BYTES
    assert b"Server:" not in received


def test_sigterm_ends_in_order_and_nothing_is_forgotten(data: Path) -> None:
    with serving(data) as (server, process):
        enrol(data, server)
        first = post(server, Parcel("0.1.0", Clock().now, "0badcafe"))
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    with serving(data) as (server, _):
        again = post(server, Parcel("0.1.0", Clock().now, "0badcafe"))
    assert again.learners == first.learners
    log = (data / "log").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in log.splitlines()]
    assert {"time", "level", "logger", "event"} <= lines[0].keys()
    assert BUDI not in log


def test_two_servers_cannot_have_one_port(data: Path) -> None:
    with serving(data) as (server, _):
        port = server.rsplit(":", 1)[1]
        second = run(data, "run", "--port", port)
    assert second.returncode == 3
    assert f"Tidak dapat memakai 127.0.0.1:{port}" in second.stderr


def test_the_address_may_come_from_the_environment(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(data) as (server, _):
        monkeypatch.setenv("BINA_ASN_SERVER_PORT", server.rsplit(":", 1)[1])
        assert "Tidak dapat memakai" in run(data, "run").stderr
    monkeypatch.setenv("BINA_ASN_SERVER_PORT", "delapan")
    assert run(data, "run").returncode == 2


def test_a_server_without_threads_does_not_pretend_to_be_ready(data: Path) -> None:
    done = run(data, "run", "--port", "0", "--threads", "0")
    assert (done.returncode, done.stdout) == (3, "")
    assert "Jumlah utas" in done.stderr
