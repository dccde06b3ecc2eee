from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import requests

from tests.together.tour.network import network

if TYPE_CHECKING:
    from tests.together.city import City

SECONDS = 20


def test_counts_what_passes(city: City) -> None:
    with network(lambda: city.server.port) as line:
        answer = requests.get(f"{line.address}/healthz", timeout=SECONDS)
        passed = line.traffic()
    assert answer.status_code == 200
    assert passed.requests == 1
    assert passed.up > len("GET /healthz HTTP/1.1")
    assert passed.down > len(answer.content)


def test_refuses_while_unplugged_and_goes_on_counting(city: City) -> None:
    with network(lambda: city.server.port) as line:
        requests.get(f"{line.address}/healthz", timeout=SECONDS)
        before = line.traffic()
        line.unplug()
        with pytest.raises(requests.ConnectionError):
            requests.get(f"{line.address}/healthz", timeout=SECONDS)
        assert line.traffic() == before
        line.plug_in()
        requests.get(f"{line.address}/healthz", timeout=SECONDS)
        assert line.traffic().since(before).requests == 1


def test_refuses_in_the_end(city: City) -> None:
    with network(lambda: city.server.port) as line:
        address = line.address
    with pytest.raises(requests.ConnectionError):
        requests.get(address, timeout=SECONDS)
