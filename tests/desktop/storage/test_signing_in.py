from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from argon2 import PasswordHasher

from desktop.storage import passwords
from desktop.storage.errors import (
    LearnerUnknown,
    PasswordTooEasy,
    PasswordTooShort,
    TooManyTries,
    WrongCode,
    WrongPassword,
)
from desktop.storage.tries import FREE_TRIES, in_words, pause_after
from tests.desktop.stores import NIP, Clock, add_person, open_store

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.storage.store import Store

PASSWORD = "kelapa muda 7"
CODE_HASH = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash("K7QM2F90")


def miss(store: Store, person: UUID, times: int) -> None:
    for _ in range(times):
        with pytest.raises(WrongPassword):
            store.check_password(person, "salah")


def test_a_password_opens_and_another_does_not(store: Store, siti: UUID) -> None:
    store.set_password(siti, PASSWORD)
    assert store.learner(siti).has_password
    store.check_password(siti, PASSWORD)
    with pytest.raises(WrongPassword, match="Sisa percobaan: 4"):
        store.check_password(siti, PASSWORD + "x")


def test_nobody_signs_in_without_having_chosen_a_password(store: Store, siti: UUID) -> None:
    with pytest.raises(WrongPassword):
        store.check_password(siti, "")
    with pytest.raises(LearnerUnknown):
        store.check_password(UUID(int=9), "")


def test_the_same_letters_typed_another_way_are_the_same_password(store: Store, siti: UUID) -> None:
    store.set_password(siti, "caf\u00e9 tengah")
    store.check_password(siti, "cafe\u0301 tengah")


def test_the_password_is_kept_as_argon2id_with_a_salt_of_its_own(
    store: Store, siti: UUID, tmp_path: Path
) -> None:
    other = UUID(int=2)
    add_person(store, other, nip="199009132025242014")
    store.set_password(siti, PASSWORD)
    store.set_password(other, PASSWORD)
    store.close()
    data = (tmp_path / "bina-asn.db").read_bytes()
    assert PASSWORD.encode() not in data
    assert data.count(b"$argon2id$v=19$m=19456,t=2,p=1$") == 2
    hashes = {passwords.hashed(PASSWORD, bytes([number]) * 16) for number in range(2)}
    assert len(hashes) == 2


@pytest.mark.parametrize("short", ["", "1234567", "\u00e9" * 7])
def test_short_passwords_are_refused(store: Store, siti: UUID, short: str) -> None:
    with pytest.raises(PasswordTooShort, match="8 karakter"):
        store.set_password(siti, short)
    assert not store.learner(siti).has_password


@pytest.mark.parametrize("easy", [NIP, f"x{NIP}", "siti19850312", "12-03-1985", "1985 03 12 aa"])
def test_the_nip_and_the_birth_date_are_no_passwords(store: Store, siti: UUID, easy: str) -> None:
    with pytest.raises(PasswordTooEasy):
        store.set_password(siti, easy)


def test_a_code_is_right_however_it_is_typed(store: Store, siti: UUID) -> None:
    add_person(store, siti, activation=CODE_HASH)
    assert store.learner(siti).needs_code
    store.check_code(siti, " k7qm-2f9o ")
    with pytest.raises(WrongCode, match="Sisa percobaan: 4"):
        store.check_code(siti, "K7QM-2F9X")
    store.set_password(siti, PASSWORD)
    assert not store.learner(siti).needs_code


def test_no_code_is_asked_for_where_codes_are_switched_off(store: Store, siti: UUID) -> None:
    store.check_code(siti, "")
    assert not store.learner(siti).needs_code


def test_after_five_wrong_tries_even_the_right_one_must_wait(
    store: Store, siti: UUID, clock: Clock
) -> None:
    store.set_password(siti, PASSWORD)
    miss(store, siti, FREE_TRIES)
    with pytest.raises(TooManyTries, match="setelah 30 detik") as caught:
        store.check_password(siti, PASSWORD)
    assert caught.value.seconds == 30
    clock.turn(seconds=29)
    with pytest.raises(TooManyTries, match="setelah 1 detik"):
        store.check_password(siti, PASSWORD)
    clock.turn(seconds=1)
    store.check_password(siti, PASSWORD)
    miss(store, siti, FREE_TRIES)


def test_turning_the_clock_forward_gives_one_try_and_a_longer_pause(
    store: Store, siti: UUID, clock: Clock
) -> None:
    store.set_password(siti, PASSWORD)
    miss(store, siti, FREE_TRIES)
    pauses = []
    for _ in range(7):
        clock.turn(days=365)
        miss(store, siti, 1)
        with pytest.raises(TooManyTries) as caught:
            store.check_password(siti, PASSWORD)
        pauses.append(caught.value.seconds)
    assert pauses == [60, 120, 240, 480, 900, 900, 900]


def test_turning_the_clock_back_makes_no_pause_longer(
    store: Store, siti: UUID, clock: Clock
) -> None:
    store.set_password(siti, PASSWORD)
    miss(store, siti, FREE_TRIES)
    clock.turn(days=-3000)
    with pytest.raises(TooManyTries) as caught:
        store.check_password(siti, PASSWORD)
    assert caught.value.seconds == 30
    clock.turn(seconds=31)
    store.check_password(siti, PASSWORD)


def test_tries_survive_a_new_start_and_count_for_each_person_alone(
    store: Store, siti: UUID, tmp_path: Path
) -> None:
    other = UUID(int=2)
    add_person(store, other, nip="199009132025242014")
    store.set_password(siti, PASSWORD)
    store.set_password(other, PASSWORD)
    miss(store, siti, FREE_TRIES)
    again = open_store(tmp_path)
    with pytest.raises(TooManyTries):
        again.check_password(siti, PASSWORD)
    again.check_password(other, PASSWORD)
    again.close()


def test_a_try_is_counted_before_it_is_checked(
    store: Store, siti: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.set_password(siti, PASSWORD)

    def killed(_kept: str, _typed: str) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(passwords, "matches", killed)
        for _ in range(FREE_TRIES):
            with pytest.raises(KeyboardInterrupt):
                store.check_password(siti, "tebakan")
    with pytest.raises(TooManyTries):
        store.check_password(siti, PASSWORD)


def test_pauses_grow_from_nothing_to_a_quarter_of_an_hour() -> None:
    pauses = [pause_after(wrong) for wrong in range(30)]
    assert pauses[:FREE_TRIES] == [0] * FREE_TRIES
    assert pauses == sorted(pauses)
    assert pauses[-1] == 900


@pytest.mark.parametrize(
    ("seconds", "words"), [(1, "1 detik"), (59, "59 detik"), (60, "1 menit"), (61, "2 menit")]
)
def test_waiting_is_told_as_people_say_it(seconds: int, words: str) -> None:
    assert in_words(seconds) == words
