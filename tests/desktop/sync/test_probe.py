from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.sync.client import HttpTransport
from desktop.sync.errors import Step
from desktop.sync.probe import probe
from tests.desktop.sync.servers import CERTIFICATE, GoodServer, answering, http, serving

if TYPE_CHECKING:
    import pytest

ON_THE_WAY = [Step.ADDRESS, Step.NAME, Step.CONNECTION, Step.ANSWER]


def test_every_step_to_a_good_server_goes_well() -> None:
    with serving(GoodServer()) as server:
        found = probe(server.address, HttpTransport().get)
    assert [each.step for each in found] == ON_THE_WAY
    assert {each.problem for each in found} == {""}


def test_certificates_are_a_step_where_there_are_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with serving(GoodServer(), tls=True) as server:
        found = probe(server.address, HttpTransport().get)
    assert [each.step for each in found] == [*ON_THE_WAY[:3], Step.TLS, Step.ANSWER]


def test_the_step_that_fails_is_the_last_and_says_why() -> None:
    with serving(answering(http(b"", 500))) as server:
        found = probe(server.address, HttpTransport().get)
    assert [each.step for each in found if each.problem] == [Step.ANSWER]
    assert "terganggu" in found[-1].problem
    found = probe(server.address, HttpTransport().get)
    assert [each.step for each in found] == ON_THE_WAY[:3]
    assert "tidak dapat dihubungi" in found[-1].problem
    found = probe("https://tidak-ada.invalid", HttpTransport().get)
    assert [each.step for each in found] == ON_THE_WAY[:2]


def test_a_proxy_is_a_step_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answering(http(b"", 407))) as proxy:
        monkeypatch.setenv("http_proxy", proxy.address)
        found = probe("http://server.example", HttpTransport().get)
    assert [each.step for each in found] == [Step.ADDRESS, Step.PROXY]
    assert "proksi" in found[-1].problem.lower()
