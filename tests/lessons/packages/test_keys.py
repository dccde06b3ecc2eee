from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from lessons.packages.keys import (
    KeyProblem,
    PublicKey,
    TrustedKeys,
    load_secret_key,
    new_key_file,
)
from lessons.packages.reasons import PackageError, Reason
from tests.lessons.packages.making import KEY, OTHER_KEY, TRUSTED

if TYPE_CHECKING:
    from pathlib import Path


def test_a_secret_key_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "kunci.txt"
    made = new_key_file(file, os.urandom)
    assert load_secret_key(file) == made
    assert made.data.hex() not in repr(made)
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600


def test_a_secret_key_is_never_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "kunci.txt"
    new_key_file(file, os.urandom)
    before = file.read_bytes()
    with pytest.raises(FileExistsError):
        new_key_file(file, os.urandom)
    assert file.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"\xff", b"bina-asn-secret-00", str(KEY.public).encode()])
def test_what_is_no_secret_key_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kunci.txt"
    file.write_bytes(content)
    with pytest.raises(KeyProblem):
        load_secret_key(file)
    with pytest.raises(KeyProblem, match="tidak dapat dibuka"):
        load_secret_key(tmp_path / "tidak-ada")


def test_public_keys_as_text() -> None:
    assert PublicKey.from_text(f" {KEY.public}\n") == KEY.public
    assert len(KEY.public.id) == 16
    for wrong in ("", KEY.public.data.hex(), f"bina-asn-secret-{KEY.data.hex()}"):
        with pytest.raises(KeyProblem, match="bina-asn-public-"):
            PublicKey.from_text(wrong)


def test_at_most_two_keys_are_trusted() -> None:
    three = [PublicKey(bytes([number]) * 32) for number in range(3)]
    with pytest.raises(KeyProblem, match="Paling banyak dua"):
        TrustedKeys(tuple(three))
    assert len(TrustedKeys.from_texts([str(KEY.public)] * 3).keys) == 1


def test_trusted_keys_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "trusted-keys.txt"
    assert TrustedKeys.load(file) == TrustedKeys()
    both = TrustedKeys((KEY.public, OTHER_KEY.public))
    both.save(file)
    assert TrustedKeys.load(file) == both
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert TrustedKeys.load(file) == both
    for wrong in (b"\xff", b"lain\n", b"bina-asn-public-" * 1000):
        file.write_bytes(wrong)
        with pytest.raises(KeyProblem):
            TrustedKeys.load(file)


def test_a_key_that_is_no_point_signs_nothing() -> None:
    odd = PublicKey(b"\xff" * 32)
    with pytest.raises(PackageError) as caught:
        TrustedKeys((odd,)).require_signed(b"isi", bytes(64), odd.id)
    assert caught.value.reason is Reason.SIGNATURE
    TRUSTED.require_signed(b"isi", KEY.sign(b"isi"), KEY.public.id)
