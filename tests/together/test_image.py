"""A disk that becomes many PCs: made ready first, or noticed afterwards; no result is lost."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from desktop.exits import Exit
from tests.together.city import BUDI, SITI
from tests.together.commands import bina_asn
from tests.together.ledger import entries

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from lessons.course import Course, Quiz
    from tests.together.city import City
    from tests.together.conftest import MakePc
    from tests.together.pc import Pc


def ids(pc: Pc) -> list[UUID]:
    return sorted(kept.record.id for kept in pc.records())


def enrol(folder: Path, city: City) -> None:
    server = f"http://127.0.0.1:{city.server.port}"
    assert bina_asn(folder, "enrol", "--server", server, "--code", city.code).code == Exit.OK


def test_an_image_is_made_once_the_server_has_everything(
    *, pc: Pc, make_pc: MakePc, city: City, course: Course, quiz: Quiz
) -> None:
    pc.take(pc.person(BUDI), course, quiz, seed=1)
    first, before = pc.store.device_id(), ids(pc)
    pc.close()
    refused = bina_asn(pc.folder, "prepare-image", "--json")
    assert (refused.code, refused.answer()["unsent"]) == (Exit.RESULTS_WAIT, 1)
    assert bina_asn(pc.folder, "sync").code == Exit.OK
    assert bina_asn(pc.folder, "prepare-image").code == Exit.OK
    clones = [pc.folder.with_name(name) for name in ("satu", "dua")]
    for folder in clones:
        shutil.copytree(pc.folder, folder)
        enrol(folder, city)
    made = [make_pc(folder.name) for folder in clones]
    assert len({first, *(each.store.device_id() for each in made)}) == 3
    assert set(before) <= set(ids(made[0])) == set(ids(made[1]))
    assert [entry.id for entry in entries(city.server, first)] == before
    pc.open_again()


def test_a_clone_sends_what_it_has_and_becomes_a_pc_of_its_own(
    *, pc: Pc, make_pc: MakePc, city: City, course: Course, quiz: Quiz
) -> None:
    pc.take(pc.person(BUDI), course, quiz, seed=1)
    device = pc.store.device_id()
    pc.close()
    folder = pc.folder.with_name("salinan")
    shutil.copytree(pc.folder, folder)
    pc.open_again()
    clone = make_pc("salinan")
    clone.take(clone.person(SITI), course, quiz, seed=2)
    pc.take(pc.person(SITI), course, quiz, seed=3)
    pc.sync()
    wanted = {*ids(pc), *ids(clone)}
    clone.close()
    assert bina_asn(folder, "prepare-image").code == Exit.RESULTS_WAIT
    assert bina_asn(folder, "sync").code == Exit.OK
    assert bina_asn(folder, "prepare-image").code == Exit.OK
    enrol(folder, city)
    clone.open_again()
    assert clone.store.device_id() != device
    assert wanted <= set(ids(clone))
    assert {entry.id for entry in entries(city.server, device)} <= wanted
    assert len(entries(city.server, device)) == 3
