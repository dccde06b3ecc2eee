"""Writes imported questions as drafts ``draf-NAMA.kuis.md``, with their pictures beside them."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

from lessons.importers.finishing import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from lessons.importers.finishing import Written
    from lessons.importers.outcome import Outcome

_END = ".kuis.md"
_MAX_BYTES = 900_000
"""A course file holds at most 1 MB."""
_MAX_QUESTIONS = 1000
_MOST_TOLD = 200
_PICTURES = "img"
_NAMELESS = "impor"
_LINK = re.compile(r"\]\(img/([^\s()]+)\)")


def write_drafts(
    outcome: Outcome, written: tuple[Written, ...], source: str, folder: Path
) -> tuple[Path, ...]:
    """Write every question, in several drafts where one would be too large.

    Nothing that is there is overwritten: names that are taken get a number.

    Args:
        source: Name of the imported file, without its folder.
        folder: Made where it is not there.

    Returns:
        The drafts, in order.

    Raises:
        OSError: It can't be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = _write_pictures(outcome.pictures, [each.text for each in written], folder)
    texts = [_LINK.sub(lambda link: f"](img/{names[link[1]]})", each.text) for each in written]
    name = f"draf-{slug(source.rpartition('.')[0] or source) or _NAMELESS}"
    head = [*_front_matter(source), *_told(outcome, source)]
    return tuple(
        _write(folder, name, _END, "\n\n".join(["\n".join(head), *part, ""]).encode())
        for part in _parts(texts)
    )


def _front_matter(source: str) -> Iterator[str]:
    # A JSON string is a YAML string, whatever it holds.
    title = " ".join(f"Impor {source}".split())
    yield from ("---", f"judul: {json.dumps(title, ensure_ascii=False)}", "jenis: latihan", "---")


def _told(outcome: Outcome, source: str) -> Iterator[str]:
    """Comments for the trainer: what did not come in, and why."""
    counts = f"{len(outcome.questions)} soal masuk, {len(outcome.skipped)} dilewati"
    yield _comment(f"Diimpor dari {source}: {counts}, {len(outcome.rejected)} ditolak.")
    skipped = (f"Baris {each.line} dilewati: {each.reason}" for each in outcome.skipped)
    rejected = (f"Baris {each.line} ditolak: {each.reason}" for each in outcome.rejected)
    lines = [*rejected, *skipped]
    yield from map(_comment, lines[:_MOST_TOLD])
    if len(lines) > _MOST_TOLD:
        yield _comment(f"Dan {len(lines) - _MOST_TOLD} lagi.")


def _comment(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return f"<!-- {' '.join(printable.replace('--', '–').replace('>', '›').split())} -->"


def _parts(texts: Iterable[str]) -> Iterator[list[str]]:
    part: list[str] = []
    size = 0
    for text in texts:
        length = len(text.encode()) + 2
        if part and (size + length > _MAX_BYTES or len(part) >= _MAX_QUESTIONS):
            yield part
            part, size = [], 0
        part.append(text)
        size += length
    if part:
        yield part


def _write_pictures(
    pictures: Iterable[tuple[str, bytes]], texts: list[str], folder: Path
) -> dict[str, str]:
    """Write the pictures that are shown; gives the name under which each one lies there."""
    shown = {link[1] for text in texts for link in _LINK.finditer(text)}
    names: dict[str, str] = {}
    for name, data in pictures:
        if name in shown:
            (folder / _PICTURES).mkdir(exist_ok=True)
            stem, dot, end = name.rpartition(".")
            names[name] = _write(folder / _PICTURES, stem, dot + end, data).name
    return names


def _write(folder: Path, stem: str, end: str, data: bytes) -> Path:
    """Write a file whole or not at all, under the first name that is free or holds the same."""
    number = 1
    while True:
        path = folder / (f"{stem}{end}" if number == 1 else f"{stem}-{number}{end}")
        if end != _END and path.is_file() and path.read_bytes() == data:
            return path
        try:
            # Taking the name first keeps two imports from overwriting each other.
            path.open("xb").close()
        except FileExistsError:
            number += 1
            continue
        _fill(path, data)
        return path


def _fill(path: Path, data: bytes) -> None:
    new = path.with_name(f".{path.name}.baru")
    try:
        with new.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        raise
