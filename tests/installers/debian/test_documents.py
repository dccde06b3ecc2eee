from __future__ import annotations

import gzip
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.commands.table import WORDS
from installers.components import Component
from installers.debian.documents import (
    Release,
    debian_changelog,
    manual_words,
    parts_in_words,
    releases,
    write_packed,
)
from installers.debian.templates import Templates
from tests.installers.workshops import a_workshop

ROOT = Path(__file__).parents[3]
CLIENT = ROOT / "packaging" / "debian" / "client"
CHANGELOG = """# Changelog

## Unreleased

### Added
- A thing that takes
  two lines.
- Another.

## [0.2.0] - 2026-03-04

- First.
"""
NOW = Release("0.3.0", "2026-11-24", ())


def test_a_changelog_is_read_by_versions() -> None:
    assert releases(CHANGELOG) == [
        Release("", "", ("A thing that takes two lines.", "Another.")),
        Release("0.2.0", "2026-03-04", ("First.",)),
    ]


def test_what_is_unreleased_is_told_of_what_is_packed() -> None:
    told = debian_changelog("x", "Nama <a@b>", releases(CHANGELOG), NOW)
    assert told == (
        "x (0.3.0) stable; urgency=medium\n\n  * A thing that takes two lines.\n  * Another.\n\n"
        " -- Nama <a@b>  Tue, 24 Nov 2026 00:00:00 +0000\n\n"
        "x (0.2.0) stable; urgency=medium\n\n  * First.\n\n"
        " -- Nama <a@b>  Wed, 04 Mar 2026 00:00:00 +0000\n"
    )


def test_a_version_without_changes_has_an_entry_all_the_same() -> None:
    told = debian_changelog("x", "Nama <a@b>", [Release("0.2.0", "2026-03-04", ("First.",))], NOW)
    assert told.startswith("x (0.3.0) stable; urgency=medium\n\n  * Version 0.3.0.\n")


def test_a_version_may_follow_another_on_the_same_day(tmp_path: Path) -> None:
    workshop = a_workshop(tmp_path)
    made = datetime.fromtimestamp(workshop.epoch, UTC)
    changes = workshop.root / "CHANGELOG.md"
    changes.write_text(f"## Unreleased\n\n## 0.1.0 – {made:%Y-%m-%d}\n")
    Templates(workshop, "x", CLIENT, "debian").add_changes(tmp_path)
    told = gzip.decompress((tmp_path / "usr/share/doc/x/changelog.gz").read_bytes()).decode()
    assert re.findall(r"\d\d:\d\d:\d\d", told) == [f"{made:%H:%M:%S}", "00:00:00"]
    assert f"{made:%H:%M:%S}" > "00:00:00"


def test_the_projects_own_changelog_fits_debians_lines() -> None:
    known = releases((ROOT / "CHANGELOG.md").read_text("utf-8"))
    told = debian_changelog("x", "Nama <a@b>", known, NOW)
    assert known
    assert max(map(len, told.splitlines())) <= 80


def test_packed_files_tell_no_time(tmp_path: Path) -> None:
    write_packed(tmp_path / "a.gz", "teks\n")
    data = (tmp_path / "a.gz").read_bytes()
    assert gzip.decompress(data) == b"teks\n"
    assert data[4:8] == bytes(4)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"MIT: do as you like.", "MIT: do as you like."),
        (b"GNU LESSER GENERAL PUBLIC LICENSE\n Version 3", "Its text is named above."),
        (b"Apache License\n   Version 2.0, January 2004", "Its text is named above."),
    ],
)
def test_a_licence_that_every_debian_has_is_named_only(text: bytes, told: str) -> None:
    words = parts_in_words([Component("Pustaka", "1.0", "MIT", "", (("LICENSE", text),))])
    assert words.startswith("======== Pustaka 1.0\nLicence: MIT")
    assert words.endswith(told)


def test_manual_pages_name_each_word_of_the_program() -> None:
    english = (CLIENT / "words.en.tsv").read_text("utf-8").splitlines()
    assert {word.name for word in WORDS} <= {line.split("\t")[0] for line in english}
    assert manual_words([("trust-key", "a\\b")]) == ".TP\n.B trust\\-key\na\\eb"


def test_every_override_of_lintian_has_its_reason() -> None:
    lines = (CLIENT / "lintian-overrides").read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert all(re.match(r"# .{20}|bina-asn: [a-z-]+ ", line) for line in lines)
