"""``new``: a course folder full of examples that passes ``check``, for a trainer to overwrite.

Exit codes: 0 done, 1 it can't be written.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from lessons.commands.base import Command, WrongUse, complain, say
from lessons.reader import is_code

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

_SKELETON = Path(__file__).parent.parent / "skeleton"
_PLAIN = re.compile(r"[A-Za-z][\w ,.()/-]*[\w.)]")
_NO_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_LONGEST = 200


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder baru")
    parser.add_argument("--kode", required=True, help="misalnya ASN-09; berlaku selamanya")
    parser.add_argument("--judul", required=True, help="judul pelatihan")


def _run(options: Namespace) -> int:
    folder: Path = options.folder
    values = _values(options.kode, options.judul)
    try:
        if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
            raise WrongUse(f"“{folder}” sudah ada dan berisi; tidak ada yang ditimpa")
        _write(folder, values)
    except OSError as error:
        return complain(f"“{folder}” tidak dapat ditulis ({error.strerror}).")
    say(f"{folder} siap. Ganti isinya, lalu periksa: python -m lessons check {folder}\n")
    return 0


def _values(code: str, title: str) -> dict[str, str]:
    if not is_code(code):
        raise WrongUse(f"“{code}” bukan kode pelatihan; tulis misalnya ASN-09")
    title = " ".join(title.split())
    if not title or not title.isprintable() or len(title) > _LONGEST:
        raise WrongUse(f"judul harus berisi 1 sampai {_LONGEST} huruf yang tampak")
    today = datetime.now().astimezone().date().isoformat()
    return {"kode": code, "id": code.lower(), "judul": _in_yaml(title), "tanggal": today}


def _in_yaml(text: str) -> str:
    """The text as YAML reads it back; in quotation marks where it means something else bare."""
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in _NO_TEXT
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _write(folder: Path, values: Mapping[str, str]) -> None:
    (folder / "img").mkdir(parents=True)
    for source in sorted(_SKELETON.glob("*.md")):
        text = Template(source.read_text(encoding="utf-8")).substitute(values)
        with (folder / source.name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)


COMMAND = Command("new", "membuat folder pelatihan berisi contoh", _add_arguments, _run)
