from __future__ import annotations

import gzip
from datetime import UTC, datetime
from uuid import UUID

import msgspec
import pytest
from nacl.signing import SigningKey

from lessons.exchange.envelope import (
    MAX_PACKED_BYTES,
    MAX_PARCEL_BYTES,
    BadEnvelope,
    digest,
    open_envelope,
    seal,
    split,
)
from lessons.exchange.messages import Parcel
from lessons.records import to_json

DEVICE = UUID("11111111-2222-3333-4444-555555555555")
KEY = SigningKey(bytes(range(32)))
PARCEL = Parcel(
    app="0.1.0",
    clock=datetime(2026, 11, 24, 3, 0, tzinfo=UTC),
    machine="ab12cd34",
    cursor=7,
    last=2,
    records=(msgspec.Raw(b'{"seq":1}'), msgspec.Raw(b'"broken"')),
)


def _sealed(packed: bytes) -> bytes:
    head = b"BAP1" + DEVICE.bytes
    return head + KEY.sign(head + packed).signature + packed


def test_a_parcel_comes_back_with_its_records_untouched() -> None:
    envelope = split(seal(PARCEL, DEVICE, KEY))
    assert envelope.device == DEVICE
    parcel = open_envelope(envelope, KEY.verify_key)
    assert [bytes(record) for record in parcel.records] == [b'{"seq":1}', b'"broken"']
    assert to_json(parcel) == to_json(PARCEL)


def test_the_same_parcel_gives_the_same_bytes() -> None:
    assert seal(PARCEL, DEVICE, KEY) == seal(PARCEL, DEVICE, KEY)
    assert digest(seal(PARCEL, DEVICE, KEY)) == digest(seal(PARCEL, DEVICE, KEY))
    assert len(digest(b"")) == 16


def test_damage_of_any_byte_is_noticed() -> None:
    data = seal(PARCEL, DEVICE, KEY)
    for place in range(len(data)):
        broken = bytearray(data)
        broken[place] ^= 0x01
        with pytest.raises(BadEnvelope):
            open_envelope(split(bytes(broken)), KEY.verify_key)


def test_a_cut_at_any_byte_is_noticed() -> None:
    data = seal(PARCEL, DEVICE, KEY)
    for length in range(len(data)):
        with pytest.raises(BadEnvelope):
            open_envelope(split(data[:length]), KEY.verify_key)


def test_what_follows_the_parcel_is_refused() -> None:
    with pytest.raises(BadEnvelope):
        open_envelope(split(seal(PARCEL, DEVICE, KEY) + b"\0"), KEY.verify_key)
    twice = gzip.compress(to_json(PARCEL)) + gzip.compress(b"more")
    with pytest.raises(BadEnvelope, match="cut, or too large"):
        open_envelope(split(_sealed(twice)), KEY.verify_key)


def test_another_key_is_refused() -> None:
    other = SigningKey(bytes(32)).verify_key
    with pytest.raises(BadEnvelope, match="signature"):
        open_envelope(split(seal(PARCEL, DEVICE, KEY)), other)


def test_a_signature_does_not_serve_for_another_device() -> None:
    data = seal(PARCEL, DEVICE, KEY)
    moved = data[:4] + UUID(int=1).bytes + data[20:]
    with pytest.raises(BadEnvelope, match="signature"):
        open_envelope(split(moved), KEY.verify_key)


def test_a_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(bytes(MAX_PARCEL_BYTES + 1))
    assert len(bomb) < MAX_PACKED_BYTES
    with pytest.raises(BadEnvelope, match="too large"):
        open_envelope(split(_sealed(bomb)), KEY.verify_key)


def test_too_many_bytes_are_refused_before_anything_else() -> None:
    with pytest.raises(BadEnvelope, match="too large"):
        split(b"BAP1" + bytes(MAX_PACKED_BYTES + 81))


@pytest.mark.parametrize("data", [b"", b"BAP1", b"BAP2" + bytes(100), b"<html>" + bytes(100)])
def test_what_is_no_envelope_is_refused(data: bytes) -> None:
    with pytest.raises(BadEnvelope, match="not an envelope"):
        split(data)


@pytest.mark.parametrize(
    "content",
    [b"not json", b"{}", b'{"app":1}', b"\xff\xfe", b'{"app":"\xff"}', b'{"x":' + b"[" * 100_000],
    ids=["text", "empty", "type", "bytes", "utf-8", "deep"],
)
def test_a_signed_envelope_without_a_parcel_is_refused(content: bytes) -> None:
    with pytest.raises(BadEnvelope, match="not a parcel"):
        open_envelope(split(_sealed(gzip.compress(content, mtime=0))), KEY.verify_key)


def test_a_signed_envelope_without_gzip_is_refused() -> None:
    with pytest.raises(BadEnvelope, match="damaged"):
        open_envelope(split(_sealed(b"not gzip")), KEY.verify_key)
