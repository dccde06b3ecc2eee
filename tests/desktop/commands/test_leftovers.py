"""Erasing data and preparing a disk image, as processes of their own, killed where it matters."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from desktop.services.instance import Instance
from desktop.storage.model import Enrolment
from desktop.storage.opening import FILE_NAME
from lessons.packages.keys import TrustedKeys
from tests.desktop.rights import folder_for_all, without_rights
from tests.desktop.stores import NIP, accept_all, add_person, finish_quiz, open_store
from tests.lessons.packages.making import KEY

ROOT = Path(__file__).parents[3]
SITI = UUID(int=1)
WORDS = ("erase-data", "prepare-image")
PLACE = Enrolment("http://127.0.0.1:9", "14.72.01.1003", "Pangkalan Sesai", "BKPSDM")
DIES = """
import os, pathlib, signal, sys
unlink, rmdir = pathlib.Path.unlink, os.rmdir
left = int(sys.argv[1])
def count(function):
    def counted(*words, **options):
        global left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return function(*words, **options)
    return counted
pathlib.Path.unlink = count(unlink)
os.rmdir = count(rmdir)
from desktop.__main__ import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Data of a PC in use, whose two results the server has."""
    made = tmp_path / "data"
    store = open_store(made)
    store.keep_enrolment(PLACE)
    add_person(store, SITI)
    store.set_password(SITI, "jendela-biru-7")
    finish_quiz(store, SITI)
    store.backup(made / "bina-asn-versi-1-20260101-000000.db")
    finish_quiz(store, SITI)
    accept_all(store)
    store.close()
    TrustedKeys((KEY.public,)).save(made / "trusted-keys.txt")
    for name in ("cache/a.course", "courses/ASN-99/1/course.json", "updates/bina-asn.part"):
        (made / name).parent.mkdir(parents=True)
        (made / name).write_bytes(b"isi")
    (made / "bina-asn.log").write_text("catatan")
    (made / "bina-asn.log.1").write_text("catatan")
    (made / "milik orang lain.txt").write_text("bukan milik kami")
    return made


def run(folder: Path, *words: str, dies_after: int = -1) -> tuple[int, dict[str, object]]:
    program = ("-m", "desktop") if dies_after < 0 else ("-c", DIES, str(dies_after))
    done = subprocess.run(
        [sys.executable, *program, *words, "--json"],
        cwd=ROOT,
        env=os.environ | {"BINA_ASN_DATA": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, json.loads(done.stdout or "{}")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_everything_is_erased_once_the_server_has_it(folder: Path) -> None:
    assert run(folder, "erase-data")[0] == 0
    assert names(folder) == {"milik orang lain.txt"}
    assert run(folder, "erase-data")[0] == 0


def test_an_image_keeps_courses_and_keys_and_nobody(folder: Path) -> None:
    store = open_store(folder)
    before, key = store.device_id(), bytes(store.signing_key())
    store.close()
    assert run(folder, "prepare-image")[0] == 0
    assert names(folder) == {"milik orang lain.txt", "courses", "trusted-keys.txt"}
    clone = open_store(folder, seed=7)
    assert clone.device_id() != before
    assert bytes(clone.signing_key()) != key
    assert (clone.enrolment(), clone.learners(), clone.last_seq()) == (None, (), 0)
    clone.close()


@pytest.mark.parametrize("word", WORDS)
def test_without_data_there_is_nothing_to_do(tmp_path: Path, word: str) -> None:
    assert run(tmp_path / "tidak ada", word)[0] == 0
    assert list(tmp_path.iterdir()) == []


def test_results_that_wait_are_kept_and_counted(folder: Path) -> None:
    store = open_store(folder, seed=3)
    finish_quiz(store, SITI)
    store.close()
    code, facts = run(folder, "erase-data")
    assert (code, facts["unsent"], facts["rejected"], facts["begun"]) == (10, 1, 0, 0)
    assert "1 hasil belum terkirim" in str(facts["message"])
    assert not {"cache", "updates", "bina-asn.log", "bina-asn.log.1"} & names(folder)
    assert {FILE_NAME, "courses", "trusted-keys.txt"} <= names(folder)
    store = open_store(folder, seed=4)
    assert (len(store.unsent(9)), len(store.records(SITI))) == (1, 3)
    accept_all(store)
    store.close()
    assert run(folder, "erase-data")[0] == 0


def test_an_image_is_refused_while_results_wait(folder: Path) -> None:
    store = open_store(folder, seed=3)
    attempt = store.begin_attempt(SITI, "ASN-99", 1, "asn-99-02", "rev-1", 7)
    store.keep_answer(attempt.id, "satu", "a", 5)
    store.close()
    before = names(folder)
    code, facts = run(folder, "prepare-image")
    assert (code, facts["begun"]) == (10, 1)
    assert "Tidak ada yang diubah." in str(facts["message"])
    assert before <= names(folder)


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("name", [FILE_NAME, "bina-asn-disisihkan-20260101.db"])
def test_a_database_that_can_not_be_read_is_kept(folder: Path, word: str, name: str) -> None:
    (folder / name).write_bytes(b"rusak" * 1000)
    code, facts = run(folder, word)
    assert (code, facts["unclear"]) == (10, [name])
    assert (folder / name).read_bytes() == b"rusak" * 1000


@pytest.mark.parametrize("word", WORDS)
def test_while_the_program_is_open_nothing_happens(folder: Path, word: str) -> None:
    window = Instance(folder)
    assert window.claim()
    before = names(folder)
    code, facts = run(folder, word)
    assert (code, facts["error"]) == (9, "StillOpen")
    assert names(folder) == before
    window.release()


@pytest.mark.parametrize("word", WORDS)
def test_a_kill_at_any_moment_leaves_a_whole_database_or_none(folder: Path, word: str) -> None:
    deaths = 0
    while run(folder, word, dies_after=deaths)[0] == -signal.SIGKILL:
        if (folder / FILE_NAME).exists():
            store = open_store(folder, seed=3)
            assert (len(store.records(SITI)), store.last_seq()) == (2, 2)
            assert store.enrolment() == PLACE
            store.close()
        deaths += 1
    assert deaths > 3
    assert not list(folder.glob("bina-asn*.db*"))


def test_what_only_the_log_of_a_killed_program_holds_is_counted(folder: Path) -> None:
    program = (
        "import os, signal; from pathlib import Path; from uuid import UUID; "
        "from tests.desktop.stores import finish_quiz, open_store; "
        f"finish_quiz(open_store(Path({str(folder)!r}), seed=5), UUID(int=1)); "
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert (folder / f"{FILE_NAME}-wal").stat().st_size > 0
    assert run(folder, "erase-data")[1]["unsent"] == 1
    store = open_store(folder, seed=6)
    assert len(store.records(SITI)) == 3
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="accounts are another matter there")
def test_an_account_without_rights_deletes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from desktop import cli

    with folder_for_all() as closed:
        monkeypatch.setenv("BINA_ASN_DATA", str(closed))
        store = open_store(closed)
        store.register("Siti", NIP)
        accept_all(store)
        store.close()
        (closed / "bina-asn.log").touch()
        assert cli.run(["status"]) == 3
        capsys.readouterr()
        before = names(closed)
        with without_rights(closed):
            code = cli.run(["erase-data", "--json"])
        facts = json.loads(capsys.readouterr().out)
        assert (code, facts["error"]) == (14, "RightsMissing"), facts
        assert names(closed) == before
