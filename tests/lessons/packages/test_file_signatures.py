from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.packages.file_signatures import sign_file, verify_file
from lessons.packages.keys import SecretKey

OURS = SecretKey(b"o" * 32)
OTHER = SecretKey(b"x" * 32)
SUMS = b"%s  bina-asn-0.2.0-amd64.exe\n" % (b"0" * 64)


def test_the_key_that_signed_is_found_among_others() -> None:
    signature = sign_file(SUMS, OURS)
    assert verify_file(SUMS, signature, [OTHER.public, OURS.public]) == OURS.public
    assert verify_file(SUMS, signature, [OTHER.public]) is None
    assert verify_file(SUMS, signature, []) is None


def test_the_signature_is_one_line_and_may_end_as_an_editor_leaves_it() -> None:
    signature = sign_file(SUMS, OURS)
    assert signature.count(b"\n") == 1
    assert signature.isascii()
    for kept in (signature.strip(), signature.replace(b"\n", b"\r\n")):
        assert verify_file(SUMS, kept, [OURS.public]) == OURS.public


def test_a_signature_of_a_course_package_is_none_of_a_file() -> None:
    bare = base64.b64encode(OURS.sign(SUMS))
    assert verify_file(SUMS, bare, [OURS.public]) is None


@pytest.mark.parametrize("broken", [b"", b"\n", b"c2ln", b"!" * 88, b"\xff" * 88, b"A" * 5000])
def test_what_is_no_signature_signs_nothing(broken: bytes) -> None:
    assert verify_file(SUMS, broken, [OURS.public]) is None


@given(st.binary(max_size=200), st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_byte_is_noticed(data: bytes, where: int, change: int) -> None:
    signature = sign_file(data, OURS)
    whole = bytearray(data + base64.b64decode(signature))
    whole[where % len(whole)] ^= change
    changed, raw = bytes(whole[: len(data)]), bytes(whole[len(data) :])
    assert verify_file(data, signature, [OURS.public]) == OURS.public
    assert verify_file(changed, base64.b64encode(raw), [OURS.public]) is None
