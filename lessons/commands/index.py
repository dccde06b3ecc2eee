"""``index``: the glossary and the index of laws of all courses, as two Markdown pages.

Exit codes: 0 written, 1 a course has problems and nothing was written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lessons.catalogue import bundled_root, load_catalogue
from lessons.commands.base import Command, complain, say
from lessons.indexes.laws import laws_page, mentions_of
from lessons.indexes.terms import terms_of, terms_page

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

TERMS_FILE, LAWS_FILE = "istilah.md", "indeks-hukum.md"


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=bundled_root(),
        metavar="FOLDER",
        help="folder yang memuat folder-folder pelatihan (bawaan: pelatihan program)",
    )
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="tempat hasilnya")


def _run(options: Namespace) -> int:
    catalogue = load_catalogue(options.folder)
    if catalogue.left_out:
        found = (problem for _, problems in catalogue.left_out for problem in problems)
        return complain("\n".join(map(str, found)))
    options.to.mkdir(parents=True, exist_ok=True)
    pages = {
        TERMS_FILE: terms_page(terms_of(catalogue.courses)),
        LAWS_FILE: laws_page(mentions_of(catalogue.courses)),
    }
    for name, text in pages.items():
        (options.to / name).write_text(text, encoding="utf-8", newline="\n")
        say(f"{options.to / name} ditulis.\n")
    return 0


COMMAND = Command("index", "menulis daftar istilah dan indeks hukum", _add_arguments, _run)
