from __future__ import annotations

from importlib.metadata import Distribution
from typing import TYPE_CHECKING

import pytest

from installers import libraries
from installers.errors import PackagingError
from tests.installers.workshops import a_wheel

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(path.relative_to(folder).as_posix() for path in found)


def test_wheels_for_several_pythons_lie_side_by_side(tmp_path: Path) -> None:
    wheels = [
        a_wheel(tmp_path / f"{tag}.whl", {"one/__init__.py": b"", f"one/fast.{tag}.so": b"\x7f"})
        for tag in ("cp311", "cp313")
    ]
    libraries.install(wheels, tmp_path / "lib")
    found = names(tmp_path / "lib")
    assert found == ["one/__init__.py", "one/fast.cp311.so", "one/fast.cp313.so"]


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    one = a_wheel(tmp_path / "one.whl", {"shared.py": b"1"})
    two = a_wheel(tmp_path / "two.whl", {"shared.py": b"2"})
    with pytest.raises(PackagingError, match=r"two\.whl has another shared\.py"):
        libraries.install([one, two], tmp_path / "lib")


def test_the_program_tells_its_version_as_if_installed(tmp_path: Path) -> None:
    libraries.add_own_metadata(tmp_path, "1.2.3")
    (found,) = Distribution.discover(name="bina-asn", path=[str(tmp_path)])
    assert found.version == "1.2.3"
