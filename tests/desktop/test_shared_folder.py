"""Two accounts of one computer, one after the other and at the same time, on one data folder."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from desktop.storage.opening import FILE_NAME
from tests.desktop.accounts import ANI, BUDI, GROUP, OUTSIDER, python_for_all, shared_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(python_for_all() is None, reason="can't be two accounts here")

KEYS = [f"bina-asn-public-{digit * 64}" for digit in "12"]
WRITE = """
from uuid import UUID
from desktop import paths
from tests.desktop.stores import add_person, finish_quiz, open_store
paths.share_new_files(folder)
store = open_store(folder, seed={number})
add_person(store, UUID(int=1))
print(finish_quiz(store, UUID(int=1), "asn-99-0{number}").seq)
"""
LOG = """
import logging
from desktop import paths
from desktop.services.logbook import open_logbook
paths.share_new_files(folder)
open_logbook(folder)
logging.getLogger("desktop").info("of %s", os.getuid())
"""
CACHE = """
from desktop import paths
from lessons.cache import CourseCache
from lessons.catalogue import load_catalogue
paths.share_new_files(folder)
cache = CourseCache(folder / "cache", "{version}")
print(len(load_catalogue(pathlib.Path("tests/courses"), cache).courses))
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    with shared_folder() as made:
        yield made


def closed_to_the_group(folder: Path) -> list[str]:
    """What a member of the group could not write, or would not own for the group."""
    found = [(path, path.stat()) for path in folder.rglob("*")]
    return [
        str(path.relative_to(folder))
        for path, about in found
        if not about.st_mode & stat.S_IWGRP or about.st_gid != GROUP
    ]


def test_what_one_account_answered_another_goes_on_with(folder: Path) -> None:
    close = "store.close()\n"
    assert ANI.do(folder, WRITE.format(number="1") + close) == "1\n"
    assert BUDI.do(folder, WRITE.format(number="2") + close) == "2\n"
    assert ANI.do(folder, WRITE.format(number="3") + close) == "3\n"
    assert closed_to_the_group(folder) == []


def test_two_accounts_write_at_the_same_time(folder: Path) -> None:
    window = ANI.begin(folder, WRITE.format(number="1") + "print('kept', flush=True)\ninput()")
    assert window.stdout is not None
    assert [window.stdout.readline() for _ in range(2)] == ["1\n", "kept\n"]
    assert (folder / f"{FILE_NAME}-wal").exists()
    assert BUDI.do(folder, WRITE.format(number="2")) == "2\n"
    assert closed_to_the_group(folder) == []
    window.communicate("\n")
    assert window.returncode == 0


def test_nobody_else_of_the_computer_reads_the_results(folder: Path) -> None:
    ANI.do(folder, WRITE.format(number="1"))
    assert {path.stat().st_mode & stat.S_IRWXO for path in folder.glob("*.db*")} == {0}


def test_a_key_that_one_account_trusts_another_can_distrust(folder: Path) -> None:
    for account, key in ((ANI, KEYS[0]), (BUDI, KEYS[1])):
        code, said = account.run(folder, ["-m", "desktop", "trust-key", key])
        assert code == 0, said
    code, said = BUDI.run(folder, ["-m", "desktop", "trust-key", "--remove", KEYS[0]])
    assert (code, KEYS[1] in said) == (0, True)
    assert closed_to_the_group(folder) == []


def test_the_log_and_the_cache_serve_all(folder: Path) -> None:
    for account in (ANI, BUDI, ANI):
        account.do(folder, LOG)
    lines = (folder / "bina-asn.log").read_text("utf-8").splitlines()
    assert [line[-5:] for line in lines] == ["12345", "12346", "12345"]
    for account, version in ((ANI, "1"), (BUDI, "2"), (ANI, "3")):
        assert int(account.do(folder, CACHE.format(version=version))) > 0
    assert closed_to_the_group(folder) == []


def test_after_one_accounts_crash_the_next_one_opens_the_window(folder: Path) -> None:
    words = ("-m", "tests.desktop.services.holder", str(folder), "listen")
    for account in (ANI, BUDI, ANI):
        window = account.start(folder, *words)
        assert window.stdout is not None
        assert [window.stdout.readline() for _ in range(2)] == ["claimed\n", "listening\n"]
        assert closed_to_the_group(folder) == []
        other = "from desktop.services.instance import Instance\nprint(Instance(folder).knock())"
        assert account.do(folder, other) == "True\n"
        assert window.stdout.readline() == "knocked\n"
        assert OUTSIDER.do(folder, other) == "False\n"
        window.kill()
        window.communicate()


def test_an_account_outside_of_the_group_is_told_so(folder: Path) -> None:
    code, said = OUTSIDER.run(folder, ["-m", "desktop", "status"])
    assert code == 6
    assert f"belum menjadi anggota kelompok {GROUP}" in said
