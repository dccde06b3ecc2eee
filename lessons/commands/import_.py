"""``import``: questions from GIFT, Aiken, Moodle XML and XLSX into a draft.

With ``--json`` stdout is one object, whatever the exit code of reading is.

Exit codes: 0 something came in, 2 the file can't be read at all, 3 nothing came in.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lessons.commands.base import Command, WrongUse, complain, say
from lessons.importers.decoding import MAX_BYTES
from lessons.importers.draft import write_drafts
from lessons.importers.finishing import Written, finished
from lessons.importers.outcome import UnreadableFile
from lessons.importers.recognise import read_questions
from lessons.records import to_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from lessons.importers.outcome import Outcome

_SOMETHING = 0
_UNREADABLE = 2
_NOTHING = 3
_LISTS = ("questions", "skipped", "rejected")


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="berkas GIFT, Aiken, Moodle XML, atau XLSX; dikenali dari isinya",
    )
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help="tulis draf-NAMA.kuis.md ke folder ini"
    )
    parser.add_argument("--json", action="store_true", help="keluaran sebagai satu objek JSON")
    parser.add_argument(
        "--template", type=Path, metavar="FILE.xlsx", help="tulis templat XLSX untuk diisi"
    )


def _run(options: Namespace) -> int:
    if (options.file is None) == (options.template is None):
        raise WrongUse("sebut satu FILE yang diimpor, atau --template FILE.xlsx")
    if options.template is not None:
        return _write_template(options.template)
    try:
        outcome, written = finished(read_questions(_bytes(options.file)))
    except UnreadableFile as error:
        complain(f"{options.file}: {error.title}. {error.message}")
        say(_as_json(None) if options.json else "")
        return _UNREADABLE
    paths = _write(outcome, written, options)
    if options.json:
        say(_as_json(outcome))
        sys.stderr.write("" if options.to else f"{_UNWRITTEN}\n")
    else:
        say(_as_text(outcome, paths))
    return _SOMETHING if outcome.questions else _NOTHING


_UNWRITTEN = "Tidak ada yang ditulis. Tambahkan --to FOLDER untuk menulis draf."


def _bytes(path: Path) -> bytes:
    """The bytes of a file; reading a pipe would wait for ever.

    Raises:
        UnreadableFile: It is no file, can't be opened, or is too large.
    """
    try:
        if not path.is_file():
            raise UnreadableFile("Berkas ini tidak ada, atau bukan berkas biasa.")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(f"Berkas tidak dapat dibuka ({error.strerror}).") from error


def _write(outcome: Outcome, written: tuple[Written, ...], options: Namespace) -> tuple[Path, ...]:
    if options.to is None or not written:
        return ()
    try:
        return write_drafts(outcome, written, options.file.name, options.to)
    except OSError as error:
        raise WrongUse(f"draf tidak dapat ditulis ke “{options.to}” ({error.strerror})") from error


def _write_template(path: Path) -> int:
    # It loads a library that an import does not need.
    from lessons.importers.xlsx_template import template

    try:
        with path.open("xb") as file:
            file.write(template())
    except FileExistsError as error:
        raise WrongUse(f"“{path}” sudah ada") from error
    except OSError as error:
        raise WrongUse(f"“{path}” tidak dapat ditulis ({error.strerror})") from error
    say(f"{path}: templat ditulis. Isi, lalu jalankan “import {path.name} --to FOLDER”.\n")
    return _SOMETHING


def _as_json(outcome: Outcome | None) -> str:
    """One object, also of a file that can't be read; its format is then null."""
    if outcome is None:
        return to_json({"format": None} | dict.fromkeys(_LISTS, ())).decode() + "\n"
    report = {
        "format": outcome.format,
        "questions": [
            {"title": each.question.head.title, "type": each.question.kind, "line": each.line}
            for each in outcome.questions
        ],
        "skipped": [
            {"line": each.line, "kind": each.kind, "reason": each.reason}
            for each in outcome.skipped
        ],
        "rejected": [{"line": each.line, "reason": each.reason} for each in outcome.rejected],
    }
    return to_json(report).decode() + "\n"


def _as_text(outcome: Outcome, paths: tuple[Path, ...]) -> str:
    lines = [
        *(f"baris {each.line}: dilewati ({each.kind}). {each.reason}" for each in outcome.skipped),
        *(f"baris {each.line}: ditolak. {each.reason}" for each in outcome.rejected),
        f"{outcome.format}: {len(outcome.questions)} soal masuk,"
        f" {len(outcome.skipped)} dilewati, {len(outcome.rejected)} ditolak.",
        *(f"{path}: draf ditulis. Baca dan perbaiki sebelum dipakai." for path in paths),
        *([] if paths else [_UNWRITTEN] if outcome.questions else ["Tidak ada soal yang masuk."]),
    ]
    return "\n".join(lines) + "\n"


COMMAND = Command(
    "import", "mengambil soal dari GIFT, Aiken, Moodle XML, XLSX", _add_arguments, _run
)
