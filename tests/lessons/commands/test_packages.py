"""``key``, ``pack``, ``verify`` and ``unpack``, one after the other as a trainer types them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lessons.__main__ import main
from lessons.packages.packing import pack
from tests.lessons.building import edit
from tests.lessons.packages.making import KEY, OTHER_KEY, course_folder

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def key(tmp_path: Path, capsys: Captured) -> tuple[str, str]:
    """The file of a secret key, and its public half."""
    file = tmp_path / "kunci.txt"
    assert main(["key", "new", "--to", str(file)]) == 0
    (public,) = re.findall(r"bina-asn-public-[0-9a-f]{64}", capsys.readouterr().out)
    return str(file), public


def test_from_a_folder_to_an_unpacked_course(
    tmp_path: Path, key: tuple[str, str], capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder, root = course_folder(tmp_path), tmp_path / "courses"
    assert main(["pack", str(folder), "--key", key[0]]) == 0
    assert "ASN-99-v1.paket: ASN-99 versi 1, 2 berkas." in capsys.readouterr().out
    trust = ["--trust", key[1]]
    assert main(["verify", "ASN-99-v1.paket", *trust]) == 0
    assert "sah. ASN-99 versi 1, edisi pc" in capsys.readouterr().out
    assert main(["unpack", "ASN-99-v1.paket", "--to", str(root), *trust]) == 0
    assert (root / "ASN-99" / "1" / "course.json").is_file()
    assert main(["unpack", "ASN-99-v1.paket", "--to", str(root), *trust]) == 1
    assert "[old-version]" in capsys.readouterr().err


def test_the_edition_of_the_server(tmp_path: Path, key: tuple[str, str], capsys: Captured) -> None:
    file = str(tmp_path / "server.paket")
    folder = str(course_folder(tmp_path, keys="pusat"))
    assert main(["pack", folder, "--key", key[0], "--to", file, "--dengan-kunci"]) == 0
    assert main(["unpack", file, "--to", str(tmp_path / "c"), "--trust", key[1]]) == 1
    assert "[server-edition]" in capsys.readouterr().err


def test_a_key_is_not_overwritten(tmp_path: Path, key: tuple[str, str], capsys: Captured) -> None:
    before = Path(key[0]).read_bytes()
    assert main(["key", "new", "--to", key[0]]) == 1
    assert "tidak ditimpa" in capsys.readouterr().err
    assert Path(key[0]).read_bytes() == before
    assert main(["key", "new", "--to", str(tmp_path / "tidak-ada" / "k")]) == 1
    assert "tidak dapat ditulis" in capsys.readouterr().err


def test_a_course_with_problems_is_not_packed(
    tmp_path: Path, key: tuple[str, str], capsys: Captured
) -> None:
    folder = course_folder(tmp_path)
    line = edit(folder / "course.md", "versi: 1", "versi: x")
    assert main(["pack", str(folder), "--key", key[0], "--to", str(tmp_path / "x.paket")]) == 1
    assert f"course.md:{line}" in capsys.readouterr().err
    assert not (tmp_path / "x.paket").exists()


def test_a_public_key_does_not_sign(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "publik.txt").write_text(str(KEY.public), encoding="ascii")
    folder = str(course_folder(tmp_path))
    assert main(["pack", folder, "--key", str(tmp_path / "publik.txt")]) == 1
    assert "bukan berkas kunci rahasia" in capsys.readouterr().err


def test_a_package_that_cannot_be_written(
    tmp_path: Path, key: tuple[str, str], capsys: Captured
) -> None:
    target = str(tmp_path / "tidak-ada" / "x.paket")
    assert main(["pack", str(course_folder(tmp_path)), "--key", key[0], "--to", target]) == 1
    assert "tidak dapat ditulis" in capsys.readouterr().err


def test_a_package_of_somebody_else(tmp_path: Path, capsys: Captured) -> None:
    package = tmp_path / "x.paket"
    pack(course_folder(tmp_path), KEY, package)
    assert main(["verify", str(package), "--trust", str(OTHER_KEY.public)]) == 1
    assert "[unknown-key]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["verify", "x.paket", "--trust", "bukan-kunci"],
        ["verify", "x.paket", "--trust", *(f"bina-asn-public-{n}{'0' * 63}" for n in range(3))],
        ["verify", "x.paket"],
        ["pack", "tidak-ada", "--key", "k"],
        ["pack", ".", "--key", "k", "--min-client", "baru"],
        ["key", "--to", "x"],
        ["unpack", "x.paket", "--trust", str(KEY.public)],
    ],
)
def test_wrong_use(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
