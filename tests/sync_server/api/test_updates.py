"""An update of the program, put into the data folder by an admin, is handed out to PCs."""

from __future__ import annotations

import hashlib
import http.client
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec
import pytest

from lessons.exchange.messages import Refusal
from sync_server.app import create_app
from tests.sync_server.process import run, serving

if TYPE_CHECKING:
    from pathlib import Path

    from flask.testing import FlaskClient

    from tests.sync_server.city import City

SETUP = "bina-asn-0.2.0-amd64.exe"
CONTENT = b"MZ" + b"program" * 1000


def fill(folder: Path, *names: str) -> None:
    """An update as ``dev.py package`` leaves it, each name with the same content."""
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(CONTENT).hexdigest()
    for name in names:
        (folder / name).write_bytes(CONTENT)
    sums = "".join(f"{digest}  {name}\n" for name in names)
    (folder / "SHA256SUMS").write_text(sums, encoding="ascii")


@pytest.fixture
def folder(city: City, tmp_path: Path) -> Path:
    city.updates = tmp_path / "updates"
    return city.updates


@pytest.fixture
def client(folder: Path, city: City) -> FlaskClient:
    return create_app(city.context).test_client()


def fetch(client: FlaskClient, name: str, **headers: str) -> tuple[int, bytes]:
    """Status and body; the file behind it is closed again."""
    with client.get(f"/api/v1/updates/{name}", headers=headers) as answer:
        return answer.status_code, answer.data


def test_what_the_sums_name_is_handed_out(client: FlaskClient, folder: Path) -> None:
    fill(folder, SETUP, "bina-asn_0.2.0~rc1+1_amd64.deb")
    (folder / "SHA256SUMS.sig").write_text("c2ln", encoding="ascii")
    for name in (SETUP, "bina-asn_0.2.0~rc1+1_amd64.deb"):
        assert fetch(client, name) == (200, CONTENT)
    assert fetch(client, "SHA256SUMS.sig") == (200, b"c2ln")
    assert SETUP.encode() in fetch(client, "SHA256SUMS")[1]


def test_a_download_goes_on_where_it_was_cut(client: FlaskClient, folder: Path) -> None:
    fill(folder, SETUP)
    assert fetch(client, SETUP, Range="bytes=5000-") == (206, CONTENT[5000:])
    status, body = fetch(client, SETUP, Range="bytes=999999-")
    assert status == 416
    assert msgspec.json.decode(body, type=Refusal).error == "bad-range"


@pytest.mark.parametrize(
    "name", ["", "x.exe", "SHA256SUMS.sig", "../secret", "..%2Fsecret", "%2e%2e/secret", "sub"]
)
def test_nothing_else_is(client: FlaskClient, folder: Path, name: str) -> None:
    fill(folder, SETUP)
    (folder / "x.exe").write_bytes(b"not named")
    (folder / "sub").mkdir()
    (folder.parent / "secret").write_bytes(b"secret")
    with (folder / "SHA256SUMS").open("a", encoding="ascii") as sums:
        sums.write(f"{'0' * 64}  ../secret\n{'0' * 64}  sub\nnonsense\n")
    status, body = fetch(client, name)
    assert status == 404
    assert msgspec.json.decode(body, type=Refusal).error == "not-found"


def test_without_an_update_even_the_list_is_missing(client: FlaskClient) -> None:
    assert fetch(client, "SHA256SUMS")[0] == 404


def test_the_running_server_takes_its_own_data_folder(tmp_path: Path) -> None:
    assert run(tmp_path, "init").returncode == 0
    with serving(tmp_path) as (server, _):
        fill(tmp_path / "updates", SETUP)
        line = http.client.HTTPConnection(urlsplit(server).netloc, timeout=10)
        answers = {}
        for path in (SETUP, "../../../secret", "..%2fsecret", "..%5csecret"):
            line.request("GET", f"/api/v1/updates/{path}")
            answer = line.getresponse()
            answers[path] = (answer.status, answer.read() == CONTENT)
        line.close()
    assert answers.pop(SETUP) == (200, True)
    assert set(answers.values()) == {(404, False)}
