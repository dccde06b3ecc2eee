from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lessons.cache import CourseCache
from lessons.drawing import drawn_ids
from lessons.packages.manifest import Edition
from lessons.packages.opening import verify
from lessons.packages.packing import Wanted, pack
from lessons.records import AttemptFinished
from sync_server import settings
from sync_server.courses import load_courses
from sync_server.gradebook import Gradebook
from sync_server.opening import catalogue_of
from tests.lessons.packages.making import KEY, OTHER_KEY, TRUSTED, course_folder
from tests.sync_server.process import run

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.catalogue import Catalogue

KEYS = (str(KEY.public),)


def package(folder: Path, root: Path, version: int, edition: Edition, keys: str) -> Path:
    source = folder / f"sumber-{version}-{edition}"
    source.mkdir()
    file = root / f"v{version}-{edition}.paket"
    pack(course_folder(source, version, keys), KEY, file, Wanted(edition))
    return file


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = tmp_path / "courses"
    made.mkdir()
    return made


def found(catalogue: Catalogue) -> list[tuple[str, int]]:
    return [(course.code, course.version) for course in catalogue.courses]


def test_folders_and_packages_of_all_versions_are_read(tmp_path: Path, root: Path) -> None:
    course_folder(root, 1)
    package(tmp_path, root, 2, Edition.SERVER, "pusat")
    package(tmp_path, root, 3, Edition.PC, "paket")
    catalogue = load_courses(root, KEYS, CourseCache(tmp_path / "cache", "1"))
    assert found(catalogue) == [("ASN-99", 1), ("ASN-99", 2), ("ASN-99", 3)]
    assert catalogue.left_out == ()


def test_a_package_that_cannot_be_used_is_left_out_with_its_reason(
    tmp_path: Path, root: Path
) -> None:
    package(tmp_path, root, 1, Edition.PC, "pusat")
    course_folder(root, 2)
    package(tmp_path, root, 2, Edition.SERVER, "paket")
    (root / "rusak.paket").write_bytes(b"PK")
    catalogue = load_courses(root, KEYS)
    assert found(catalogue) == [("ASN-99", 2)]
    told = {name: problems[0].message for name, problems in catalogue.left_out}
    assert "edisi dengan kunci" in told["v1-pc.paket"]
    assert "ASN-99 versi 2" in told["v2-server.paket"]
    assert "bukan paket" in told["rusak.paket"]


def test_packages_of_others_are_left_out(tmp_path: Path, root: Path) -> None:
    package(tmp_path, root, 1, Edition.SERVER, "paket")
    for keys in ((), (str(OTHER_KEY.public),), ("bukan kunci",)):
        catalogue = load_courses(root, keys)
        assert (found(catalogue), len(catalogue.left_out)) == ([], 1)


def test_a_source_folder_does_not_shut_out_the_edition_with_the_key(
    tmp_path: Path, root: Path
) -> None:
    """Attempts at the package wait for ever if only the source of the same version counts."""
    course_folder(root, 1, "pusat")
    package(tmp_path, root, 1, Edition.SERVER, "pusat")
    catalogue = load_courses(root, KEYS)
    assert found(catalogue) == [("ASN-99", 1), ("ASN-99", 1)]
    assert catalogue.left_out == ()


def test_the_bundled_courses_count_beside_a_folder_of_ones_own(tmp_path: Path, root: Path) -> None:
    course_folder(root, 2)
    both = catalogue_of(tmp_path / "data", settings.Settings(courses=str(root)))
    alone = catalogue_of(tmp_path / "data", settings.Settings())
    assert ("ASN-99", 2) in found(both)
    assert set(found(both)) == {*found(alone), ("ASN-99", 2)}
    assert found(alone)


def test_regrade_tells_which_packages_are_left_out(tmp_path: Path, root: Path) -> None:
    package(tmp_path, root, 1, Edition.SERVER, "pusat")
    data = tmp_path / "data"
    assert run(data, "init", "--courses", str(root)).returncode == 0
    done = run(data, "regrade", "--json")
    assert done.returncode == 0
    assert "Dilewati: v1-server.paket. Paket ditandatangani dengan kunci yang" in done.stderr
    assert run(data, "init", "--trust-key", KEYS[0]).returncode == 0
    assert "Dilewati" not in run(data, "regrade").stderr


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert len(load_courses(tmp_path / "tidak-ada", KEYS).left_out) == 1


def test_the_server_grades_what_a_pc_answered_without_the_key(tmp_path: Path, root: Path) -> None:
    file = package(tmp_path, root, 1, Edition.SERVER, "pusat")
    sealed = package(tmp_path, tmp_path, 1, Edition.PC, "pusat")
    shown, whole = verify(sealed, TRUSTED).course.end_test, verify(file, TRUSTED).course.end_test
    assert shown
    assert whole
    keys = {question.head.id: question.full_key() for question in whole.questions}
    answers = tuple((each, keys[each]) for each in drawn_ids(shown, 7))
    attempt = AttemptFinished("ASN-99", 1, shown.id, shown.revision, 7, answers, 60, 0)
    score = Gradebook(load_courses(root, KEYS).courses).grade(attempt)
    assert score
    assert (score.score, score.passed) == (100, True)


def test_an_administrator_names_folder_and_keys(tmp_path: Path, root: Path) -> None:
    data = tmp_path / "data"
    package(tmp_path, root, 1, Edition.SERVER, "pusat")
    words = ("init", "--courses", str(root), "--trust-key", KEYS[0])
    assert run(data, *words).returncode == 0
    assert settings.load(data).trusted_keys == KEYS
    assert run(data, "init").returncode == 0
    assert settings.load(data).trusted_keys == KEYS
    assert run(data, "regrade").returncode == 0
    assert run(data, "init", "--trust-key", "bukan-kunci").returncode == 2
    three = [word for n in "123" for word in ("--trust-key", f"bina-asn-public-{n * 64}")]
    refused = run(data, "init", *three)
    assert (refused.returncode, "Paling banyak dua" in refused.stderr) == (1, True)
    assert settings.load(data).trusted_keys == KEYS
