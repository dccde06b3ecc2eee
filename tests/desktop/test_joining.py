"""Joining by the settings file alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.joining import Joining, is_final
from desktop.machine_settings import ASK_UNIT, MachineSettings
from desktop.sync.client import HttpTransport
from desktop.sync.errors import AddressWrong, NotReachable, OfficeDiffers, Refused
from lessons.exchange.messages import EnrolRequest
from tests.desktop.stores import clock, store
from tests.desktop.sync.servers import GoodServer, serving

if TYPE_CHECKING:
    from desktop.storage.store import Store

__all__ = ["clock", "store"]

SECOND = GoodServer.offices[1].code
NOBODY = "http://127.0.0.1:1"


def planned(server: str = NOBODY, code: str = GoodServer.wide_code, unit: str = SECOND) -> Joining:
    return Joining(MachineSettings(server=server, code=code, unit=unit), "PC loket")


@pytest.mark.parametrize(
    ("server", "code", "unit", "is_enough"),
    [
        (NOBODY, "K7QM-2F9X", SECOND, True),
        (NOBODY, "K7QM-2F9X", "", True),
        (NOBODY, "K7QM-2F9X", ASK_UNIT, False),
        (NOBODY, "", SECOND, False),
        ("", "K7QM-2F9X", SECOND, False),
        ("", "", "", False),
    ],
)
def test_settings_are_enough_with_server_and_code(
    store: Store, server: str, code: str, unit: str, is_enough: bool
) -> None:
    joining = planned(server, code, unit)
    assert (joining.is_planned, joining.may_begin(store)) == (is_enough, is_enough)


def test_a_pc_joins_the_office_of_its_settings(store: Store) -> None:
    with serving(GoodServer()) as server:
        place = planned(server.address).run(store, HttpTransport())
    assert (place.unit, store.enrolment()) == (SECOND, place)
    asked = msgspec.json.decode(server.requests[0].body, type=EnrolRequest)
    assert (asked.name, asked.unit) == ("PC loket", SECOND)


def test_a_pc_of_an_office_ignores_the_settings(store: Store) -> None:
    with serving(GoodServer()) as server:
        planned(server.address).run(store, HttpTransport())
    assert not planned(server.address, unit="14.72.06.1003").may_begin(store)


def test_without_a_line_it_is_tried_again(store: Store) -> None:
    joining = planned()
    with pytest.raises(NotReachable):
        joining.run(store, HttpTransport())
    assert joining.may_begin(store)


def test_what_was_refused_is_not_tried_again_until_the_settings_change(store: Store) -> None:
    with serving(GoodServer()) as server:
        wrong = planned(server.address, code="0000-0000")
        with pytest.raises(Refused, match="tidak dikenal"):
            wrong.run(store, HttpTransport())
        assert not wrong.may_begin(store)
        mended = planned(server.address)
        assert mended.may_begin(store)
        mended.run(store, HttpTransport())


def test_another_office_than_that_of_the_settings_is_refused(store: Store) -> None:
    with serving(GoodServer()) as server, pytest.raises(OfficeDiffers):
        planned(server.address, code=GoodServer.code).run(store, HttpTransport())
    assert store.enrolment() is None


@pytest.mark.parametrize(
    ("error", "final"),
    [
        (Refused("code-expired", ""), True),
        (Refused("unit-needed", ""), True),
        (Refused("too-many-tries", ""), False),
        (AddressWrong(""), True),
        (NotReachable(), False),
    ],
)
def test_only_what_may_change_by_itself_is_tried_again(error: Exception, final: bool) -> None:
    assert is_final(error) is final
