from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sync.address import is_loopback, normalise_address
from desktop.sync.errors import AddressWrong


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://bina.dumaikota.go.id", "https://bina.dumaikota.go.id"),
        ("  https://Bina.DumaiKota.go.id/  ", "https://bina.dumaikota.go.id"),
        ("bina.dumaikota.go.id", "https://bina.dumaikota.go.id"),
        ("bina.dumaikota.go.id:8443/asn/", "https://bina.dumaikota.go.id:8443/asn"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost:8080/", "http://localhost:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_what_is_meant_is_found_in_what_is_typed(typed: str, meant: str) -> None:
    assert normalise_address(typed) == meant
    assert normalise_address(meant) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "https://",
        "ftp://server",
        "https://server:99999",
        "https://server:0",
        "https://server:abc",
        "https://dua kata",
        "https://nama:sandi@server",
        "https://server/?q=1",
        "https://server/#a",
        "https://" + "a" * 70,
        "https://[::1",
        "http://server.dumai.go.id",
        "http://10.0.0.5",
    ],
)
def test_what_can_not_be_a_server_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(AddressWrong, match="https://bina-asn"):
        normalise_address(typed)


def test_plain_http_is_taken_where_it_was_allowed() -> None:
    assert normalise_address("http://10.0.0.5:8080", allow_http=True) == "http://10.0.0.5:8080"


@given(st.text())
def test_no_text_whatever_does_more_than_be_refused(typed: str) -> None:
    try:
        address = normalise_address(typed)
    except AddressWrong:
        return
    assert address.startswith("https://") or is_loopback(address.split("/")[2].split(":")[0])
    assert normalise_address(address) == address


@pytest.mark.parametrize(
    ("host", "own"), [("127.0.0.9", True), ("LOCALHOST", True), ("::1", True), ("10.0.0.1", False)]
)
def test_this_pc_is_known_by_its_addresses(host: str, own: bool) -> None:
    assert is_loopback(host) is own
