"""Each check where something is wrong; what goes well is seen in test_run."""

from __future__ import annotations

import re
import tomllib
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop.selftest import (
    certificates,
    clock,
    courses,
    fonts,
    icons,
    images,
    imports,
    platform,
    printing,
    qt,
    styles,
)
from desktop.selftest.verdicts import Broken, Doubtful
from lessons.reader import read_course
from resources import loaders
from tests.desktop.desk import COURSES

ROOT = Path(__file__).parents[3]
_PARTS = {"pyside6-essentials": "PySide6", "pynacl": "nacl", "argon2-cffi": "argon2"}


def test_every_library_that_the_program_needs_is_tried() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["client"]]
    names = [re.split(r"[^\w.-]", each)[0].lower() for each in needed]
    tried = [each.lower() for each in imports.LIBRARIES]
    for name in names:
        wanted = _PARTS.get(name, name).lower()
        assert any(each == wanted or each.startswith(f"{wanted}.") for each in tried), name


def test_a_module_that_cannot_be_loaded_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "halves").mkdir()
    (tmp_path / "halves" / "__init__.py").write_text("import nowhere_to_be_found\n")
    (tmp_path / "cut.py").write_text("def half(\n")
    import resources

    monkeypatch.setattr(resources, "__path__", [str(tmp_path)])
    with pytest.raises(Broken) as told:
        imports.look()
    assert "resources.halves: ModuleNotFoundError" in str(told.value)
    assert "resources.cut: SyntaxError" in str(told.value)


def test_a_course_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BINA_ASN_COURSES", str(tmp_path))
    (tmp_path / "asn-77-rusak").mkdir()
    (tmp_path / "asn-77-rusak" / "pelatihan.md").write_text("---\n", "utf-8")
    with pytest.raises(Broken, match="Pelatihan asn-77-rusak tidak dapat dibaca"):
        courses.look()


@pytest.mark.usefixtures("qapp")
def test_an_icon_that_stays_empty_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "icons").mkdir()
    monkeypatch.setattr(icons, "FOLDER", tmp_path)
    monkeypatch.setattr(loaders, "FOLDER", tmp_path)
    with pytest.raises(Broken, match="tidak ada"):
        icons.look()
    blank = '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"/>'
    (tmp_path / "icons" / "blank-of-this-test.svg").write_text(blank)
    with pytest.raises(Broken, match="blank-of-this-test"):
        icons.look()


@pytest.mark.usefixtures("qapp")
def test_a_printed_lesson_holds_its_text(tmp_path: Path) -> None:
    lesson = read_course(COURSES / "mini").lessons[0]
    file = tmp_path / "pelajaran.pdf"
    printing.print_lesson(lesson, file)
    data = file.read_bytes()
    assert data.startswith(b"%PDF-")
    assert b"/BaseFont" in data
    assert re.search(rb"/MediaBox \[0 0 595(\.\d+)? 84[12](\.\d+)?", data)


def test_the_clock_and_its_zone() -> None:
    jakarta = timezone(timedelta(hours=7))
    assert clock.look(datetime(2036, 5, 6, 7, 8, tzinfo=jakarta)) == "06-05-2036 07.08 WIB."
    with pytest.raises(Doubtful, match="terlambat"):
        clock.look(datetime(2020, 1, 1, tzinfo=jakarta))
    with pytest.raises(Doubtful, match=r"UTC-0800, bukan WIB"):
        clock.look(datetime(2036, 1, 1, tzinfo=timezone(timedelta(hours=-8))))


def test_who_trusts_nobody_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trusted = tmp_path / "trusted.pem"
    trusted.write_text("")
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    with pytest.raises(Doubtful, match="ca-certificates"):
        certificates.look()
    trusted.write_text("-----BEGIN CERTIFICATE-----\n" * 2)
    assert "2 sertifikat tepercaya" in certificates.look()


@pytest.mark.usefixtures("qapp")
def test_a_stylesheet_that_qt_cannot_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(styles, "load_stylesheet", lambda _: "QPushButton { color:")
    with pytest.raises(Broken, match="Could not parse"):
        styles.look()


@pytest.mark.usefixtures("qapp")
def test_what_qt_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "_NEEDED", ("png", "heic"))
    with pytest.raises(Broken, match=r"tidak dapat dibaca: heic\."):
        images.look()
    monkeypatch.setattr(fonts, "load_fonts", lambda: "Nowhere Sans")
    with pytest.raises(Broken, match="Nowhere Sans tidak dikenal"):
        fonts.look()


def test_a_plugin_that_is_gone_or_broken_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "plugins", lambda _: {})
    with pytest.raises(Broken, match="“xcb” tidak ada"):
        platform.look()
    (tmp_path / "libqxcb.so").write_bytes(b"\x7fELF")
    monkeypatch.setattr(platform, "plugins", lambda _: {"xcb": tmp_path / "libqxcb.so"})
    with pytest.raises(Broken, match=r"“xcb” tidak dapat dimuat: .*libqxcb"):
        platform.look()


@pytest.mark.parametrize(
    ("there", "expected"), [({"offscreen", "xcb"}, "offscreen"), ({"xcb"}, "xcb")]
)
def test_no_screen_is_used_where_it_can_be_helped(
    there: set[str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    assert qt.fitting_platform(there) == expected


def test_without_screen_and_plugin_nothing_of_qt_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    with pytest.raises(Doubtful, match="tanpa layar"):
        qt.fitting_platform({"xcb"})
    with pytest.raises(Broken, match="tidak mempunyai bagian"):
        qt.fitting_platform(set())
