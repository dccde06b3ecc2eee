"""What Debian wants to read beside a program: changes, copyright, manual pages."""

from __future__ import annotations

import gzip
import re
import textwrap
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

from installers import folders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from installers.components import Component

# Texts that every Debian system has; a package's copyright file points there.
_COMMON = re.compile(
    r"GNU (LESSER )?GENERAL PUBLIC LICENSE\s+Version 3"
    r"|Apache License\s+Version 2\.0, January 2004"
)
_HEADING = re.compile(
    r"## (?:\[?(?P<version>\d[\w.]*)\]?.*?(?P<date>\d{4}-\d\d-\d\d)?|Unreleased)$"
)


@dataclass(frozen=True, slots=True)
class Release:
    """One version's changes.

    Attributes:
        version: Empty for what was not released yet.
        date: The day, or the second in UTC, as ISO 8601; empty where none is written.
        changes: One for each point of the list, unwrapped.
    """

    version: str
    date: str
    changes: tuple[str, ...]


def write_packed(file: Path, text: str) -> None:
    """Writes a file as ``gzip`` would, without a time in it."""
    folders.write(file, gzip.compress(text.encode(), 9, mtime=0))


def releases(changelog: str) -> list[Release]:
    """The versions of a ``CHANGELOG.md``, the newest first."""
    found: list[Release] = []
    for block in re.split(r"^(?=## )", changelog, flags=re.MULTILINE):
        if heading := _HEADING.match(block.partition("\n")[0]):
            found.append(Release(heading["version"] or "", heading["date"] or "", _points(block)))
    return found


def _points(block: str) -> tuple[str, ...]:
    points = re.findall(r"^- (.*(?:\n  .*)*)", block, flags=re.MULTILINE)
    return tuple(" ".join(point.split()) for point in points)


def debian_changelog(package: str, maintainer: str, known: Iterable[Release], now: Release) -> str:
    """The same in Debian's form.

    Args:
        package: Its name.
        maintainer: Name and address.
        known: All versions, the newest first.
        now: Version and date of what is packed; what was not released yet is told as its changes.
    """
    entries = [_dated(one, now) for one in known]
    if now.version not in {one.version for one in entries}:
        entries.insert(0, now)
    return "\n".join(_entry(package, maintainer, one) for one in entries)


def _dated(release: Release, now: Release) -> Release:
    return Release(release.version or now.version, release.date or now.date, release.changes)


def _entry(package: str, maintainer: str, release: Release) -> str:
    moment = format_datetime(datetime.fromisoformat(release.date).replace(tzinfo=UTC))
    points = release.changes or (f"Version {release.version}.",)
    lines = "\n".join(
        textwrap.fill(one, 76, initial_indent="  * ", subsequent_indent="    ") for one in points
    )
    return (
        f"{package} ({release.version}) stable; urgency=medium\n\n{lines}\n\n"
        f" -- {maintainer}  {moment}\n"
    )


def parts_in_words(parts: Iterable[Component]) -> str:
    """Each part with its licence and, unless every system has it, the licence's text."""
    return "\n\n".join("\n".join(_part(part)) for part in parts)


def _part(part: Component) -> Iterator[str]:
    yield f"{'=' * 8} {part.name} {part.version}".rstrip()
    yield f"Licence: {part.licence}"
    if part.homepage:
        yield f"Source: {part.homepage}"
    for _, data in part.texts:
        text = data.decode("utf-8", "replace").strip()
        yield f"\n{'Its text is named above.' if _COMMON.search(text[:400]) else text}"


def manual_words(words: Iterable[tuple[str, str]]) -> str:
    """Commands and what they do, as a list in the language of manual pages."""
    return "\n".join(f".TP\n.B {_plain(name)}\n{_plain(about)}" for name, about in words)


def _plain(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")
