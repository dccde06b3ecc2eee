"""The bytes of a file from anywhere as text.

Question banks come from editors of thirty years: UTF-8 with or without a mark at the front,
UTF-16 from Windows' old editor, Windows-1252 and Latin-1, and files that mix two of them.
"""

from __future__ import annotations

import codecs
import re

from lessons.importers.outcome import UnreadableFile

MAX_BYTES = 32 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "Office lama"),
    (b"\x1f\x8b", "arsip"),
    (b"PK\x03\x04", "arsip"),
)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ufdd0-\ufdef]")
_UNEXPECTED = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_MAX_UNEXPECTED = 0.002
_FEW = 3
_CLEARLY = 10
_NO_TEXT = "Isi berkas ini bukan teks. Simpan ulang sebagai teks UTF-8."


def decode(data: bytes) -> str:
    r"""The text, with ``\n`` as its only line end and without control characters.

    Every line keeps its number.

    Raises:
        UnreadableFile: It is no text.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableFile(
            f"Berkas ini lebih dari {MAX_BYTES // 1024 // 1024} MB. Bagi menjadi beberapa berkas."
        )
    _refuse_other_files(data)
    text = _decoded(data)
    if len(_UNEXPECTED.findall(text)) > max(_FEW, len(text) * _MAX_UNEXPECTED):
        raise UnreadableFile(_NO_TEXT)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    return _UNSEEN.sub(" ", text)


def _refuse_other_files(data: bytes) -> None:
    for begin, name in _OTHER_FILES:
        if data.startswith(begin):
            raise UnreadableFile(
                f"Berkas ini berkas {name}, bukan GIFT, Aiken, Moodle XML, atau XLSX."
                " Simpan ulang sebagai teks."
            )


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return _eight_bits(rest) if name == "utf-8" else rest.decode(name, "replace")
    return _wide(data) if b"\x00" in data else _eight_bits(data)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: in any script spaces, digits and line ends have one zero byte."""
    first, second = data[0::2].count(0), data[1::2].count(0)
    if min(first, second) * _CLEARLY > max(first, second):
        raise UnreadableFile(_NO_TEXT)
    name = "utf-16-le" if second >= first else "utf-16-be"
    try:
        return data[: len(data) // 2 * 2].decode(name)
    except UnicodeDecodeError as error:
        raise UnreadableFile(_NO_TEXT) from error


def _eight_bits(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "\n".join(_line(line) for line in data.split(b"\n"))


def _line(line: bytes) -> str:
    """One line: some files were joined from two encodings."""
    for name in ("utf-8", "cp1252"):
        try:
            return line.decode(name)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")
