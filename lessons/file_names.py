"""Names of course files that are nearly right: what the trainer meant."""

from __future__ import annotations

import re

from lessons.problems import nearest

_FIXED = ("course.md", "tes-awal.kuis.md", "tes-akhir.kuis.md", "diskusi.md")
# Editors and file managers add or change these without being asked.
_OURS = re.compile(r".+\.(md|mdown|markdown)(\.txt)?|(course|[0-9]{1,2}[-_ ].+)\.txt", re.I)
_NUMBERED = re.compile(r"(?P<number>[0-9]{1,2})[-_. ]+(?P<name>.+)")
_DRAFT = re.compile(r"draft?[-_. ]+(?=.)")
_QUIZ = re.compile(r"[._ -](kuis|quis|quiz|kuiz|soal)$")
_ENDS = re.compile(r"(\.(md|mdown|markdown|txt))+$")
_FORMS = (
    "Pelajaran bernama “01-nama.md”, kuisnya “01-nama.kuis.md”, tes “tes-awal.kuis.md” dan"
    " “tes-akhir.kuis.md”, draf “draf-nama.kuis.md”."
)


def looks_like_ours(name: str) -> bool:
    """Whether a file was meant to be read: Markdown, also with an ending that an editor added."""
    return not name.startswith(".") and bool(_OURS.fullmatch(name))


def name_hint(name: str) -> str:
    """What a file with this name is to be called; in doubt, how files are called."""
    meant = _meant(name)
    return f"Mungkin maksud Anda “{meant}”. {_FORMS}" if meant else _FORMS


def _meant(name: str) -> str:
    stem, is_quiz = _QUIZ.subn("", _ENDS.sub("", name.casefold()))
    end = ".kuis.md" if is_quiz else ".md"
    if match := _DRAFT.match(stem):
        return f"draf-{stem[match.end() :]}.kuis.md"
    if match := _NUMBERED.fullmatch(stem):
        words = re.findall(r"[a-z0-9]+", match["name"])
        return f"{int(match['number']):02}-{'-'.join(words)}{end}" if words else ""
    return nearest(stem + end, _FIXED)
