from __future__ import annotations

import shutil
import sys
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest

from desktop import doctor
from desktop.findings import Health
from desktop.storage.model import Enrolment
from desktop.storage.opening import FILE_NAME
from desktop.storage.upgrades import STEPS
from desktop.sync.client import HttpTransport
from lessons.shelf import Shelf
from tests.desktop.stores import Clock, finish_quiz, open_store

MINI = Path(__file__).parents[1] / "courses" / "mini"
Usage = namedtuple("Usage", "total used free")


def test_a_folder_that_can_be_written_is_good(tmp_path: Path) -> None:
    assert doctor.look_at_folder(tmp_path).health is Health.GOOD
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_missing_is_doubtful_and_not_made(tmp_path: Path) -> None:
    found = doctor.look_at_folder(tmp_path / "data")
    assert found.health is Health.DOUBTFUL
    assert "belum ada" in found.words
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder closed even to root")
def test_a_folder_that_can_not_be_written_is_bad() -> None:
    found = doctor.look_at_folder(Path("/proc"))
    assert found.health is Health.BAD
    assert "tidak dapat ditulis" in found.words


@pytest.mark.parametrize(
    ("megabytes", "health"), [(5, Health.BAD), (100, Health.DOUBTFUL), (900, Health.GOOD)]
)
def test_room_on_the_disk_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, megabytes: int, health: Health
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, megabytes * 1024**2))
    found = doctor.look_at_space(tmp_path / "belum" / "ada")
    assert (found.health, found.words) == (health, f"{megabytes} MB kosong.")


def test_a_clock_before_what_has_passed_is_doubtful() -> None:
    now = Clock()()
    assert doctor.look_at_clock(now, (None, now - timedelta(days=1))).health is Health.GOOD
    assert doctor.look_at_clock(now, ()).health is Health.GOOD
    found = doctor.look_at_clock(now, (now + timedelta(days=1), None))
    assert found.health is Health.DOUBTFUL
    assert "Setel tanggal" in found.words


def test_the_program_was_installed_before_now() -> None:
    assert doctor.installed_at() > Clock()() - timedelta(days=3650)


def test_a_whole_database_is_good_a_missing_one_is_not_made(tmp_path: Path) -> None:
    assert doctor.look_at_database(tmp_path).health is Health.DOUBTFUL
    assert list(tmp_path.iterdir()) == []
    open_store(tmp_path).close()
    found = doctor.look_at_database(tmp_path)
    assert (found.health, found.words) == (Health.GOOD, f"Utuh, versi {len(STEPS)}.")


def test_a_damaged_database_is_bad_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"rusak" * 1000)
    found = doctor.look_at_database(tmp_path)
    assert found.health is Health.BAD
    assert "rusak" in found.words
    assert (tmp_path / FILE_NAME).read_bytes() == b"rusak" * 1000


def test_what_only_the_full_check_finds_is_bad(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    person = store.register("Budi", "199009132025242014")
    for number in range(5):
        finish_quiz(store, person.id, f"asn-99-{number}")
    with store._database.write() as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = 'CREATE INDEX records_by_learner ON records (body)' "
            "WHERE name = 'records_by_learner'"
        )
    store.close()
    found = doctor.look_at_database(tmp_path)
    assert found.health is Health.BAD
    assert "Berkas rusak" in found.words


def test_a_course_that_is_left_out_is_named_with_its_reason(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "mini")
    (tmp_path / "rusak").mkdir()
    found = doctor.look_at_courses(Shelf(tmp_path, tmp_path / "data"))
    assert [(each.subject, each.health) for each in found] == [
        ("pelatihan", Health.GOOD),
        ("pelatihan rusak", Health.DOUBTFUL),
    ]
    assert "course.md" in found[1].words
    assert doctor.look_at_courses(Shelf(tmp_path / "tidak ada", tmp_path))[0].health is Health.BAD


def test_a_server_that_is_away_is_bad_and_one_that_was_never_named_doubtful() -> None:
    get = HttpTransport().get
    assert [each.health for each in doctor.look_at_server(None, get)] == [Health.DOUBTFUL]
    away = Enrolment("https://tidak-ada.invalid", "14.72.01.1003", "x", "y")
    found = doctor.look_at_server(away, get)
    assert [each.health for each in found] == [Health.GOOD, Health.BAD]
