"""The real client against real servers that misbehave."""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
from contextlib import ExitStack
from itertools import count

import pytest

from desktop.sync.answers import understand
from desktop.sync.client import HttpTransport
from desktop.sync.errors import (
    AnswerBroken,
    NameNotFound,
    NotOurServer,
    NotReachable,
    ProxyFailed,
    Refused,
    ServerTrouble,
    Step,
    SyncError,
    TimedOut,
    TlsFailed,
)
from desktop.sync.line import MAX_ANSWER_BYTES
from desktop.sync.wire import Answer, Patience
from lessons.exchange.messages import Refusal, Reply
from lessons.records import to_json
from tests.desktop.sync.servers import CERTIFICATE, Request, answering, http, serving

REPLY = Reply("0123456789abcdef", cursor=7)
GOOD = http(to_json(REPLY))
PORTAL = b"<!DOCTYPE html><title>Wi-Fi</title><form>Masuk</form>"


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


def post(address: str, patience: Patience | None = None) -> Answer:
    transport = HttpTransport(patience or Patience(5, 5, 10))
    return transport.post(f"{address}/api/v1/sync", b"isi", "application/x-bina-asn")


def read_from(response: bytes) -> Reply:
    with serving(answering(response)) as server:
        return understand(post(server.address), Reply)


def test_a_good_answer_is_read() -> None:
    assert read_from(GOOD) == REPLY


def test_the_line_carries_nothing_that_is_not_needed() -> None:
    with serving(answering(GOOD)) as server:
        answer = post(server.address)
    (request,) = server.requests
    host = server.address.removeprefix("http://")
    assert (
        request.raw
        == (
            f"POST /api/v1/sync HTTP/1.1\r\nHost: {host}\r\n"
            "Content-Type: application/x-bina-asn\r\nContent-Length: 3\r\n\r\nisi"
        ).encode()
    )
    assert (answer.bytes_up, answer.bytes_down) == (len(request.raw), len(GOOD))


def test_an_answer_in_chunks_is_read() -> None:
    body = to_json(REPLY)
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:5], body[5:]))
    head = (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    assert read_from(head + chunks + b"0\r\n\r\n") == REPLY
    for broken in (chunks, chunks[:-20], b"zz\r\n" + body, b"-5\r\n" + body):
        with pytest.raises(AnswerBroken):
            read_from(head + broken)


@pytest.mark.parametrize("end", range(len(GOOD)))
def test_an_answer_cut_at_any_byte_is_no_success(
    end: int, caplog: pytest.LogCaptureFixture
) -> None:
    # urllib3 warns of each half header, which is beside the point here.
    caplog.set_level(logging.ERROR, "urllib3.connectionpool")
    with pytest.raises(SyncError) as caught:
        read_from(GOOD[:end])
    assert isinstance(caught.value, AnswerBroken | NotOurServer)


def test_an_answer_without_length_that_is_cut_is_no_success() -> None:
    head = b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n"
    assert read_from(head + to_json(REPLY)) == REPLY
    for end in range(len(to_json(REPLY))):
        with pytest.raises(AnswerBroken):
            read_from(head + to_json(REPLY)[:end])


@pytest.mark.parametrize(
    "response",
    [
        http(PORTAL, content_type="text/html; charset=utf-8"),
        http(PORTAL, 302, "text/html", "Location: https://wifi.kantor/masuk\r\n"),
        http(b"", 307, extra="Location: /api/v2/sync\r\n"),
        http(PORTAL, 511, "text/html"),
        http(PORTAL, 404, "text/html"),
        http(b"{}", 403),
        http(b'{"status":"ok"}'),
        http(b"[1, 2]"),
        http(b'{"parcel":"0","cursor":"tujuh"}'),
        b"HTTP/1.1 204 No Content\r\n\r\n",
    ],
)
def test_something_else_that_answers_is_not_our_server(response: bytes) -> None:
    with pytest.raises(NotOurServer, match="bukan server Bina ASN"):
        read_from(response)


def test_a_redirect_is_not_followed() -> None:
    with serving(answering(GOOD)) as other:
        away = http(b"", 302, extra=f"Location: {other.address}/api/v1/sync\r\n")
        with pytest.raises(NotOurServer):
            read_from(away)
    assert other.requests == []


@pytest.mark.parametrize(
    "response",
    [
        http(b"\xff\xfe\x00garbage"),
        http(b""),
        http(to_json(REPLY) + b"x"),
        b"garbage\r\n\r\n",
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: minus\r\nContent-Type: application/json\r\n\r\n{",
        b"HTTP/1.1 abc\r\n\r\n",
        http(to_json(REPLY), extra="Content-Length: 7\r\n"),
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
    ],
)
def test_garbage_is_a_broken_answer(response: bytes) -> None:
    with pytest.raises(AnswerBroken):
        read_from(response)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_server_in_trouble_is_told_as_such(status: int) -> None:
    with pytest.raises(ServerTrouble):
        read_from(http(PORTAL, status, "text/html"))


def test_a_refusal_is_told_in_our_words_and_an_unknown_one_in_the_servers() -> None:
    with pytest.raises(Refused, match="sudah dicabut admin") as caught:
        read_from(http(to_json(Refusal("device-revoked", "x")), 403))
    assert caught.value.code == "device-revoked"
    with pytest.raises(Refused) as other:
        read_from(http(to_json(Refusal("new-reason", "Alasan baru. " * 100)), 409))
    assert other.value.message.startswith("Alasan baru.")
    assert len(other.value.message) <= 300


def test_an_endless_answer_is_cut_off() -> None:
    def flood(_request: Request, line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
        for _ in range(MAX_ANSWER_BYTES // 65536 + 20):
            line.sendall(b" " * 65536)

    with serving(flood) as server, pytest.raises(AnswerBroken):
        post(server.address)


def test_a_server_that_says_nothing_is_not_waited_for_for_ever() -> None:
    done = threading.Event()
    with serving(lambda _request, _line: _wait(done)) as server:
        with pytest.raises(TimedOut) as caught:
            post(server.address, Patience(5, 0.1, 10))
        done.set()
    assert caught.value.step is Step.ANSWER


def test_an_answer_that_stops_half_way_is_not_waited_for_for_ever() -> None:
    done = threading.Event()

    def stop(_request: Request, line: socket.socket) -> None:
        line.sendall(GOOD[:-5])
        _wait(done)

    with serving(stop) as server:
        with pytest.raises(TimedOut):
            post(server.address, Patience(5, 0.1, 10))
        done.set()


def _wait(done: threading.Event) -> None:
    done.wait(30)


def test_an_answer_that_drips_is_given_up_when_its_time_is_over() -> None:
    minutes = count(0, 60)
    transport = HttpTransport(Patience(5, 5, 30), lambda: next(minutes))
    with serving(answering(GOOD)) as server, pytest.raises(TimedOut):
        transport.get(server.address)


def test_a_closed_door_is_told_as_no_connection() -> None:
    with serving(answering(GOOD)) as server:
        pass
    with pytest.raises(NotReachable) as caught:
        post(server.address)
    assert caught.value.step is Step.CONNECTION


@pytest.mark.skipif(sys.platform != "linux", reason="a full queue refuses at once elsewhere")
def test_a_door_at_which_nobody_answers_is_not_knocked_at_for_ever() -> None:
    with socket.socket() as listener, ExitStack() as waiting:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        address = listener.getsockname()
        waiting.enter_context(socket.create_connection(address))
        with pytest.raises(TimedOut) as caught:
            post(f"http://127.0.0.1:{address[1]}", Patience(0.1, 5, 10))
    assert caught.value.step is Step.CONNECTION


def test_an_unknown_name_is_told_as_such() -> None:
    with pytest.raises(NameNotFound) as caught:
        post("https://tidak-ada.invalid")
    assert caught.value.step is Step.NAME


def test_a_certificate_that_the_system_does_not_trust_is_refused() -> None:
    with serving(answering(GOOD), tls=True) as server, pytest.raises(TlsFailed) as caught:
        post(server.address)
    assert server.requests == []
    assert caught.value.step is Step.TLS


def test_a_certificate_that_the_system_trusts_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with serving(answering(GOOD), tls=True) as server:
        assert understand(post(server.address), Reply) == REPLY


def test_a_server_that_speaks_no_tls_is_told_as_such() -> None:
    with serving(answering(GOOD)) as server, pytest.raises(TlsFailed):
        post(server.address.replace("http://", "https://"))


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_is_away_is_told_as_such(
    scheme: str, closed_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"{scheme}_proxy", f"http://127.0.0.1:{closed_port}")
    with pytest.raises(ProxyFailed) as caught:
        post(f"{scheme}://server.example")
    assert caught.value.step is Step.PROXY


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_asks_for_a_password_is_told_as_such(
    scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    denied = http(PORTAL, 407, "text/html", "Proxy-Authenticate: Basic\r\n")
    with serving(answering(denied)) as proxy:
        monkeypatch.setenv(f"{scheme}_proxy", proxy.address)
        with pytest.raises(ProxyFailed):
            understand(post(f"{scheme}://server.example"), Reply)


def test_the_systems_proxy_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answering(GOOD)) as proxy:
        monkeypatch.setenv("http_proxy", proxy.address)
        assert understand(post("http://server.example"), Reply) == REPLY
    assert proxy.requests[0].target == "http://server.example/api/v1/sync"


def test_no_proxy_stands_between_this_pc_and_itself(
    closed_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{closed_port}")
    assert read_from(GOOD) == REPLY


@pytest.mark.parametrize("proxy", ["nonsense://x", "socks5://127.0.0.1:1", "http://", "://"])
def test_a_proxy_that_can_not_be_one_is_told_as_such(
    proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", proxy)
    with pytest.raises(SyncError):
        post("https://server.example.invalid")
