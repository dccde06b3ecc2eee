"""Codes derived from, or hidden by, the server's secret."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from argon2 import PasswordHasher

from lessons.exchange.codes import make_code, normalise_code

if TYPE_CHECKING:
    from uuid import UUID

# A code has 40 random bits and is typed once, so a cheap hash suffices; old PCs must check it.
_hasher = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1)


def activation_code(secret: bytes, learner: UUID) -> str:
    """A person's activation code, ``K7QM-2F9X``: the same whenever it is printed."""
    derived = hmac.digest(secret, b"activation\0" + learner.bytes, "sha256")
    return make_code(lambda count: derived[:count])


def activation_hash(secret: bytes, learner: UUID) -> str:
    """argon2id hash of the normalised activation code, by which a PC checks it without network."""
    return _hasher.hash(normalise_code(activation_code(secret, learner)))


def enrolment_digest(secret: bytes, code: str) -> str:
    """Keyed hash of an enrolment code, however it was typed; the code itself is never kept."""
    return hmac.digest(secret, b"enrolment\0" + normalise_code(code).encode(), "sha256").hex()


def cookie_key(secret: bytes) -> bytes:
    """The key that signs session cookies and CSRF tokens."""
    return hmac.digest(secret, b"cookies", "sha256")
