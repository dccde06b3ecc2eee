"""The signed envelope around a parcel: the same bytes by line and (sealed) by flashdisk.

Layout: 4 bytes ``BAP1``, 16 bytes device id, 64 bytes Ed25519 signature (RFC 8032) over the magic,
the device id and the packed parcel, then the packed parcel (gzip, RFC 1952, of canonical JSON).
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
from nacl.exceptions import BadSignatureError

from lessons.exchange.messages import Parcel
from lessons.records import to_json

if TYPE_CHECKING:
    from nacl.signing import SigningKey, VerifyKey

CONTENT_TYPE = "application/x-bina-asn"
_MAGIC = b"BAP1"
_HEADER = len(_MAGIC) + 16 + 64
MAX_PACKED_BYTES = 4 * 1024 * 1024
MAX_PARCEL_BYTES = 64 * 1024 * 1024


class BadEnvelope(ValueError):
    """The bytes are no envelope of ours, are damaged, too large, or signed by another key."""


class BadSignature(BadEnvelope):
    """The envelope is whole, but signed by another key."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope taken apart but not yet believed: check it with :func:`open_envelope`."""

    device: UUID
    signature: bytes
    packed: bytes


def seal(parcel: Parcel, device: UUID, key: SigningKey) -> bytes:
    """Pack and sign a parcel; the same parcel gives the same bytes."""
    packed = gzip.compress(to_json(parcel), compresslevel=9, mtime=0)
    head = _MAGIC + device.bytes
    return head + key.sign(head + packed).signature + packed


def split(data: bytes) -> Envelope:
    """Take an envelope apart without believing it.

    Raises:
        BadEnvelope: Wrong magic, too short or too long.
    """
    if len(data) <= _HEADER or not data.startswith(_MAGIC):
        raise BadEnvelope("not an envelope")
    if len(data) > _HEADER + MAX_PACKED_BYTES:
        raise BadEnvelope("too large")
    return Envelope(UUID(bytes=data[4:20]), data[20:_HEADER], data[_HEADER:])


def open_envelope(envelope: Envelope, key: VerifyKey) -> Parcel:
    """Check the signature, unpack with a bound, and read the parcel.

    Raises:
        BadSignature: The signature is not by this key.
        BadEnvelope: The content is no parcel.
    """
    try:
        key.verify(_MAGIC + envelope.device.bytes + envelope.packed, envelope.signature)
    except (BadSignatureError, ValueError) as error:
        raise BadSignature("bad signature") from error
    try:
        return msgspec.json.decode(_unpack(envelope.packed), type=Parcel)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadEnvelope("not a parcel") from error


def digest(data: bytes) -> str:
    """What a reply quotes to show which envelope it answers: 16 hex digits."""
    return hashlib.sha256(data).hexdigest()[:16]


def _unpack(packed: bytes) -> bytes:
    engine = zlib.decompressobj(wbits=31)
    try:
        data = engine.decompress(packed, MAX_PARCEL_BYTES)
    except zlib.error as error:
        raise BadEnvelope("damaged") from error
    if not engine.eof or engine.unconsumed_tail or engine.unused_data:
        raise BadEnvelope("cut, or too large")
    return data
