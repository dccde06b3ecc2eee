"""The real server on a free port, asked by a real client."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from lessons.preview.server import PreviewServer
from tests.lessons.building import edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lessons.preview.app import Preview

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def server(preview: Preview) -> Iterator[PreviewServer]:
    with PreviewServer(0, preview) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: Message
    text: str


def ask(
    server: PreviewServer,
    method: str,
    path: str,
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
) -> Reply:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path, body, dict(headers or {}))
    response = connection.getresponse()
    reply = Reply(response.status, response.headers, response.read().decode())
    connection.close()
    return reply


def test_pages_come_with_a_strict_policy(server: PreviewServer) -> None:
    response = ask(server, "GET", "/")
    assert response.status == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    assert response.headers["Cache-Control"] == "no-store"
    assert "Contoh pelatihan kecil" in response.text


@pytest.mark.parametrize(("path", "kind"), [("/gaya.css", "css"), ("/skrip.js", "javascript")])
def test_style_and_script(server: PreviewServer, path: str, kind: str) -> None:
    response = ask(server, "GET", path)
    assert (response.status, response.headers.get_content_subtype()) == (200, kind)


def test_it_listens_on_this_machine_alone(server: PreviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_localhost_is_this_machine_too(server: PreviewServer) -> None:
    assert ask(server, "GET", "/", {"Host": f"localhost:{server.server_port}"}).status == 200


@pytest.mark.parametrize("host", ["jahat.example", "127.0.0.1", "127.0.0.1:1", "", "localhost.:80"])
def test_another_host_is_refused(server: PreviewServer, host: str) -> None:
    for method, path in (("GET", "/"), ("GET", "/versi"), ("POST", "/kuis/draf-bank")):
        response = ask(server, method, path, {"Host": host, **FORM}, b"")
        assert response.status == 403
        assert "Contoh" not in response.text


def test_answers_from_a_page_elsewhere_are_refused(server: PreviewServer) -> None:
    for origin in ("https://jahat.example", "null"):
        headers = FORM | {"Origin": origin}
        assert ask(server, "POST", "/kuis/draf-bank", headers, b"").status == 403
    own = FORM | {"Origin": server.address.rstrip("/")}
    assert ask(server, "POST", "/kuis/draf-bank", own, b"").status == 200


@pytest.mark.parametrize(
    "path",
    ["/../course.md", "/..%2f..%2fetc/passwd", "/pelajaran/..%5c..", "/img/../../x", "/%00", "/\\"],
)
def test_no_path_leads_out(server: PreviewServer, path: str) -> None:
    response = ask(server, "GET", path)
    assert response.status == 404
    assert "kode:" not in response.text


@pytest.mark.parametrize("method", ["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(server: PreviewServer, method: str) -> None:
    response = ask(server, method, "/")
    assert (response.status, response.headers["Allow"]) == (405, "GET, POST")


def test_only_a_quiz_takes_answers(server: PreviewServer) -> None:
    assert ask(server, "POST", "/", FORM, b"").status == 405
    assert ask(server, "POST", "/pelajaran/asn-99-01", FORM, b"").status == 405
    assert ask(server, "POST", "/kuis/tidak-ada", FORM, b"").status == 404


def test_answers_are_graded(server: PreviewServer) -> None:
    body = b"d-isian=KPK&d-rumpang%3A1=tiga+puluh&d-rumpang%3A2=kerja"
    response = ask(server, "POST", "/kuis/draf-bank?benih=3", FORM, body)
    assert response.status == 200
    assert "Nilai 22" in response.text
    assert response.text.count("✓ Benar") == 2


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Content-Type": "application/json"}, b"{}", 415),
        (FORM | {"Content-Length": "x"}, b"", 411),
        (FORM | {"Content-Length": "-1"}, b"", 411),
        (FORM | {"Content-Length": "9999999"}, b"", 413),
        (FORM | {"Content-Length": "9" * 99}, b"", 413),
        (FORM, b"a=1&" * 10_001, 413),
        (FORM, b"\xff=\xfe&%ff=%zz", 200),
    ],
)
def test_odd_answers(
    server: PreviewServer, headers: Mapping[str, str], body: bytes, status: int
) -> None:
    assert ask(server, "POST", "/kuis/draf-bank", headers, body).status == status


def test_the_version_changes_with_a_save(server: PreviewServer, workshop: Path) -> None:
    before = ask(server, "GET", "/versi").text
    assert f'data-versi="{before}"' in ask(server, "GET", "/").text
    edit(workshop / "course.md", "versi: 1", "versi: 2")
    after = ask(server, "GET", "/versi").text
    assert after != before
    assert f'data-versi="{after}"' in ask(server, "GET", "/").text


def test_a_visitor_who_leaves_early_harms_nobody(server: PreviewServer) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as visitor:
        visitor.sendall(b"GET / HTTP/1.1\r\n")
    assert ask(server, "GET", "/").status == 200


def test_a_taken_port_is_told(server: PreviewServer, preview: Preview) -> None:
    with pytest.raises(OSError, match=r"."):
        PreviewServer(server.server_port, preview)
