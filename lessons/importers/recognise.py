"""Which format a file is of, told by its content and never by its name."""

from __future__ import annotations

import io
import re
import zipfile

from lessons.importers.aiken import ANSWER, OPTION, read_aiken
from lessons.importers.decoding import MAX_BYTES, decode
from lessons.importers.gift import read_gift
from lessons.importers.gift_blocks import gift_blocks
from lessons.importers.outcome import AIKEN, GIFT, MOODLE_XML, XLSX, Outcome, UnreadableFile

_ZIP = b"PK\x03\x04"
_XML = re.compile(r"\s*<(\?xml|!doctype|html\b|quiz\b|question\b)", re.IGNORECASE)
_COMMENT = "<!--"
_QUIZ = re.compile(r"<(quiz|question)[\s>]", re.IGNORECASE)


def read_questions(data: bytes) -> Outcome:
    """Everything in a file of any of the formats.

    Raises:
        UnreadableFile: It is of none of them, too large, or dangerous to read.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableFile(
            f"Berkas ini lebih dari {MAX_BYTES // 1024 // 1024} MB. Bagi menjadi beberapa berkas."
        )
    if not data.strip():
        raise UnreadableFile("Berkas ini kosong.")
    form = recognise(data)
    if form in (GIFT, AIKEN):
        return read_gift(data) if form == GIFT else read_aiken(data)
    return _read_markup(data, form)


def recognise(data: bytes) -> str:
    """``gift``, ``aiken``, ``moodle-xml`` or ``xlsx``.

    Raises:
        UnreadableFile: None of them.
    """
    if data.startswith(_ZIP):
        return _archive(data)
    text = decode(data)
    is_markup = _XML.match(text) is not None
    if (is_markup or text.lstrip().startswith(_COMMENT)) and _QUIZ.search(text):
        return MOODLE_XML
    if is_markup:
        raise UnreadableFile("Berkas XML ini bukan kuis Moodle: tidak ada <quiz> di dalamnya.")
    return AIKEN if _is_aiken(text) else GIFT


def _read_markup(data: bytes, form: str) -> Outcome:
    # These load libraries that other files do not need.
    if form == XLSX:
        from lessons.importers.xlsx import read_xlsx

        return read_xlsx(data)
    from lessons.importers.moodle_xml import read_moodle_xml

    return read_moodle_xml(data)


def _archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile("Arsip ini rusak.") from error
    if not any(name.startswith("xl/") for name in names):
        raise UnreadableFile("Arsip ini bukan buku kerja XLSX.")
    return XLSX


def _is_aiken(text: str) -> bool:
    """Keys below options against questions in braces."""
    keys = options = 0
    before = False
    for line in text.split("\n"):
        bare = line.strip()
        is_option = OPTION.fullmatch(bare) is not None
        keys += before and ANSWER.fullmatch(bare) is not None
        options += is_option
        before = is_option if bare else before
    in_braces = sum("{" in block.text or block.text[:2] == "::" for block in gift_blocks(text))
    return keys >= max(in_braces, 1) or (options > 1 and not in_braces)
