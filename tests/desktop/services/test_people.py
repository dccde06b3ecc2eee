from __future__ import annotations

import pytest

from desktop.services.people import Step, Tile, initials
from desktop.storage.errors import NipTaken, PasswordTooShort, WrongCode, WrongPassword
from tests.desktop.desk import BUDI, CODE, PASSWORD, SITI, Desk


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Siti Aminah", "SA"),
        ("Siti Aminah, S.E., M.Si.", "SA"),
        ("Yuliana", "Y"),
        ("H. Zulkifli, S.Ag.", "Z"),
        ("Drs. H. Ahmad Fauzi Rahman", "AF"),
        ("nurhayati sembiring", "NS"),
        ("H.", "H"),
        ("", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def _tiles(desk: Desk) -> dict[str, Tile]:
    return {tile.name: tile for tile in desk.wait_for(desk.people.tiles(desk.window))}


def test_tiles_show_four_digits_and_what_is_asked_next(desk: Desk) -> None:
    tiles = _tiles(desk)
    siti, budi = tiles[SITI.name], tiles[BUDI.name]
    assert list(tiles) == sorted(tiles)
    assert (siti.digits, siti.step) == (SITI.nip[-4:], Step.PASSWORD)
    assert (budi.digits, budi.step) == (BUDI.nip[-4:], Step.CODE)
    assert all(SITI.nip not in str(value) for value in (siti, budi))


def test_the_code_is_checked(desk: Desk) -> None:
    desk.wait_for(desk.people.check_code(BUDI.id, CODE, desk.window))
    with pytest.raises(WrongCode):
        desk.wait_for(desk.people.check_code(BUDI.id, "WRONG123", desk.window))


def test_a_new_password_opens_the_door_from_then_on(desk: Desk) -> None:
    learner = desk.wait_for(desk.people.set_password(BUDI.id, "kunci-budi-baru", desk.window))
    assert learner.has_password
    again = desk.wait_for(desk.people.check_password(BUDI.id, "kunci-budi-baru", desk.window))
    assert again == learner
    assert _tiles(desk)[BUDI.name].step is Step.PASSWORD


def test_wrong_and_weak_passwords_are_refused(desk: Desk) -> None:
    with pytest.raises(WrongPassword):
        desk.wait_for(desk.people.check_password(SITI.id, PASSWORD + "x", desk.window))
    with pytest.raises(PasswordTooShort):
        desk.wait_for(desk.people.set_password(BUDI.id, "pendek", desk.window))


def test_who_registers_waits_for_verification(desk: Desk) -> None:
    tile = desk.wait_for(desk.people.register("Rina Wati", "199001012020122003", desk.window))
    assert (tile.initials, tile.verified, tile.step) == ("RW", False, Step.NEW_PASSWORD)
    with pytest.raises(NipTaken):
        desk.wait_for(desk.people.register("Rina Wati", "199001012020122003", desk.window))
