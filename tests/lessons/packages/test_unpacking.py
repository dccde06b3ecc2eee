from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lessons.packages import unpacking
from lessons.packages.installed import read_installed
from lessons.packages.keys import TrustedKeys
from lessons.packages.manifest import Edition
from lessons.packages.packing import Wanted, pack
from lessons.packages.reasons import PackageError, Reason
from lessons.packages.unpacking import Machine, unpack
from tests.lessons.packages.making import CLIENT, KEY, OTHER_KEY, PNG, TRUSTED, course_folder

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "courses"


@pytest.fixture
def make(tmp_path: Path) -> Callable[[int], Path]:
    """Packages of one course, by version."""

    def packed(version: int) -> Path:
        folder = tmp_path / f"sumber-{version}"
        folder.mkdir()
        file = tmp_path / f"v{version}.paket"
        pack(course_folder(folder, version), KEY, file)
        return file

    return packed


def machine(root: Path, client: str = CLIENT) -> Machine:
    return Machine(TRUSTED, read_installed(root, TRUSTED).version, client)


def install(file: Path, root: Path) -> int:
    return unpack(file, root, machine(root)).course.version


def reason_of(file: Path, root: Path, client: str = CLIENT) -> Reason:
    with pytest.raises(PackageError) as caught:
        unpack(file, root, machine(root, client))
    return caught.value.reason


def usable(root: Path) -> int:
    """The version that can be used; nothing may be left out."""
    installed = read_installed(root, TRUSTED)
    assert installed.left_out == ()
    return installed.version("ASN-99")


def names(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "ASN-99").iterdir())


def test_a_course_is_unpacked_whole(root: Path, make: Callable[[int], Path]) -> None:
    contents = unpack(make(1), root, machine(root))
    folder = root / "ASN-99" / "1"
    assert contents.course.folder == folder
    assert (folder / "img" / "kunci.png").read_bytes() == PNG
    assert not (folder / "img" / "sisa.png").exists()
    (course,) = read_installed(root, TRUSTED).courses
    assert course == contents.course
    assert course.title == "Contoh pelatihan kecil"


def test_versions_only_go_up(root: Path, make: Callable[[int], Path]) -> None:
    first, second = make(1), make(2)
    assert install(second, root) == 2
    assert reason_of(first, root) is Reason.OLD_VERSION
    assert reason_of(second, root) is Reason.OLD_VERSION
    assert usable(root) == 2


def test_a_version_that_came_with_the_program_counts(
    root: Path, make: Callable[[int], Path]
) -> None:
    bundled = Machine(TRUSTED, lambda code: 5 if code == "ASN-99" else 0, CLIENT)
    with pytest.raises(PackageError, match="ASN-99 versi 5"):
        unpack(make(1), root, bundled)


def test_the_version_before_stays_and_older_ones_go(
    root: Path, make: Callable[[int], Path]
) -> None:
    for version in (1, 2, 3):
        install(make(version), root)
    assert names(root) == ["2", "3"]


def test_a_damaged_course_falls_back_to_the_version_before(
    root: Path, make: Callable[[int], Path]
) -> None:
    install(make(1), root)
    second = make(2)
    install(second, root)
    (root / "ASN-99" / "2" / "course.json").write_bytes(b"{}")
    installed = read_installed(root, TRUSTED)
    assert installed.version("ASN-99") == 1
    ((name, (problem,)),) = installed.left_out
    assert name == "ASN-99 versi 2"
    assert "tidak cocok" in problem.message
    assert install(second, root) == 2
    assert names(root) == ["1", "2"]


@pytest.mark.parametrize("name", ["course.json", "manifest.json", "manifest.sig", "img/kunci.png"])
def test_a_lost_or_changed_file_is_noticed(
    root: Path, make: Callable[[int], Path], name: str
) -> None:
    install(make(1), root)
    file = root / "ASN-99" / "1" / name
    content = file.read_bytes()
    for spoil in (file.unlink, lambda: file.write_bytes(content[:-1] + b"x")):
        spoil()
        installed = read_installed(root, TRUSTED)
        assert installed.courses == ()
        assert [name for name, _ in installed.left_out] == ["ASN-99 versi 1"]
    file.write_bytes(content)
    assert usable(root) == 1


def test_a_course_in_the_folder_of_another_is_left_out(
    root: Path, make: Callable[[int], Path]
) -> None:
    install(make(1), root)
    shutil.copytree(root / "ASN-99" / "1", root / "ASN-98" / "1")
    shutil.copytree(root / "ASN-99" / "1", root / "ASN-99" / "7")
    installed = read_installed(root, TRUSTED)
    assert installed.version("ASN-99") == 1
    assert [name for name, _ in installed.left_out] == ["ASN-98 versi 1", "ASN-99 versi 7"]


def test_a_key_that_is_no_longer_trusted(root: Path, make: Callable[[int], Path]) -> None:
    install(make(1), root)
    installed = read_installed(root, TrustedKeys((OTHER_KEY.public,)))
    assert installed.courses == ()
    assert "tidak dipercaya" in installed.left_out[0][1][0].message


def test_a_newer_program_is_needed(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "baru.paket"
    pack(course_folder(tmp_path), KEY, file, Wanted(min_client="0.10.0"))
    assert reason_of(file, root, "0.9.3") is Reason.CLIENT_TOO_OLD
    assert unpack(file, root, machine(root, "0.10.0rc1")).course.version == 1


def test_the_edition_of_the_server_is_not_for_pcs(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "server.paket"
    pack(course_folder(tmp_path, keys="pusat"), KEY, file, Wanted(Edition.SERVER))
    assert reason_of(file, root) is Reason.SERVER_EDITION
    assert not root.exists()


def test_a_cut_at_every_byte_leaves_the_old_course(
    root: Path, make: Callable[[int], Path], tmp_path: Path
) -> None:
    install(make(1), root)
    before = machine(root)
    whole = make(2).read_bytes()
    cut = tmp_path / "putus.paket"
    for length in range(len(whole)):
        cut.write_bytes(whole[:length])
        with pytest.raises(PackageError):
            unpack(cut, root, before)
    assert names(root) == ["1"]
    assert usable(root) == 1


_KILLED = """
import os, signal, sys
from pathlib import Path
from lessons.packages import disk, unpacking
from tests.lessons.packages.making import CLIENT, TRUSTED
from tests.lessons.packages.test_unpacking import machine

left = int(sys.argv[3])

def counted(call):
    def wrapped(*arguments, **options):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **options)
    return wrapped

unpacking.write_synced = counted(unpacking.write_synced)
unpacking.sync_folders = counted(unpacking.sync_folders)
unpacking.sync_folder = counted(unpacking.sync_folder)
unpacking.open_installed = counted(unpacking.open_installed)
unpacking.versions = counted(unpacking.versions)
os.fsync = counted(os.fsync)
os.rename = counted(os.rename)
root = Path(sys.argv[2])
unpacking.unpack(Path(sys.argv[1]), root, machine(root))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_kill_at_any_step_leaves_a_course_that_works(
    root: Path, make: Callable[[int], Path]
) -> None:
    install(make(1), root)
    second, ends = make(2), []
    for steps in range(100):
        done = subprocess.run(
            [sys.executable, "-c", _KILLED, second, root, str(steps)],
            check=False,
            cwd=Path(__file__).parents[3],
        )
        ends.append(usable(root))
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
        if ends[-1] == 2:
            shutil.rmtree(root / "ASN-99" / "2")
    assert ends[0] == 1
    assert ends[-1] == 2
    assert len(ends) > 10
    assert names(root) == ["1", "2"]


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_full_disk_leaves_the_old_course(root: Path, make: Callable[[int], Path]) -> None:
    import resource

    install(make(1), root)
    before, second = machine(root), make(2)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(PackageError) as caught:
            unpack(second, root, before)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, old)
    assert caught.value.reason is Reason.DISK
    assert names(root) == ["1"]
    assert usable(root) == 1
    assert install(second, root) == 2


def test_a_disk_that_keeps_other_bytes_is_noticed(
    root: Path, make: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    install(make(1), root)
    before, second = machine(root), make(2)
    monkeypatch.setattr(
        unpacking, "write_synced", lambda path, data: _write(path, data[:-1] + b"x")
    )
    with pytest.raises(PackageError):
        unpack(second, root, before)
    assert names(root) == ["1"]


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_a_target_that_cannot_be_made(root: Path, make: Callable[[int], Path]) -> None:
    root.write_bytes(b"")
    with pytest.raises(PackageError) as caught:
        unpack(make(1), root, Machine(TRUSTED, lambda _: 0, CLIENT))
    assert caught.value.reason is Reason.DISK


def test_leftovers_go_and_strangers_stay(root: Path, make: Callable[[int], Path]) -> None:
    home = root / "ASN-99"
    (home / ".new-1" / "img").mkdir(parents=True)
    (home / ".old-1-7").mkdir()
    (home / "catatan").mkdir()
    install(make(1), root)
    assert names(root) == ["1", "catatan"]


def test_where_nothing_was_installed_there_is_nothing(root: Path) -> None:
    assert read_installed(root, TRUSTED).courses == ()
    root.write_bytes(b"")
    ((name, (problem,)),) = read_installed(root, TRUSTED).left_out
    assert name == "courses"
    assert "tidak dapat dibuka" in problem.message
