"""What Markdown in a course may hold: no HTML, no remote picture, known admonitions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.headings import outside_code
from lessons.problems import Report, suggest

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from lessons.source_text import Line

ADMONITIONS = ("penting", "contoh", "latihan", "ringkasan")
_CODE = re.compile(r"(`+).+?\1")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_AUTOLINK = re.compile(r"<https?://[^<>\s]+>")
_ADMONITION = re.compile(r"\s*!!!\s*(?P<kind>[^\s\"]*)")
_PICTURE = re.compile(r"([A-Za-z0-9_-]{1,60}/){0,3}[A-Za-z0-9_-]{1,60}\.(png|jpg|jpeg|gif)")
_LINK = re.compile(r"(?P<picture>!?)\[[^\[\]]*\]\(\s*(?P<target>[^\s()]*)")


_MAX_LINE = 2000
"""Markdown takes seconds for some lines of ten thousand."""
_MAX_DEPTH = 5
"""Qt needs eight times as long for each further box around a box, so ten of them take minutes."""
_INDENT = 4
_MARKER = re.compile(r"(?:[-*+]|[0-9]+\.|>) ?")
_NESTED = re.compile(r"(?P<around>(?: |>|[-*+] |[0-9]+\. )*)(?:>|!!!|[-*+] |[0-9]+\. )")
_PICTURE_BEGINS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


def check_markdown(body: tuple[Line, ...], heading_ids: AbstractSet[str], report: Report) -> None:
    """Report what may not be there, and links and pictures that lead nowhere.

    Args:
        heading_ids: To which a link on the same page may lead; a quiz has none.
    """
    for line, is_text in outside_code(body):
        if is_text:
            _check_line(line, heading_ids, report)


def _check_line(line: Line, heading_ids: AbstractSet[str], report: Report) -> None:
    if len(line.text) > _MAX_LINE:
        report.add(line.number, f"Baris ini melebihi {_MAX_LINE} huruf.", "Bagi menjadi alinea.")
        return
    text = _CODE.sub(lambda code: " " * len(code[0]), line.text)  # columns stay
    _check_depth(text, line, report)
    if match := _HTML.search(_AUTOLINK.sub("", text)):
        report.add(
            line.number,
            "HTML tidak dipakai dalam berkas pelatihan.",
            "Pakai Markdown, atau apit dengan ` bila tandanya memang ingin tampak.",
            match.start() + 1,
        )
    if match := _ADMONITION.match(text):
        _check_admonition(match, line, report)
    for link in _LINK.finditer(text):
        if link["picture"]:
            _check_picture(link, line, report)
        else:
            _check_link(link, heading_ids, line, report)


def _check_depth(text: str, line: Line, report: Report) -> None:
    match = _NESTED.match(text.expandtabs(_INDENT))
    if match is None:
        return
    around = _MARKER.sub(">", match["around"])
    if around.count(">") + around.count(" ") // _INDENT >= _MAX_DEPTH:
        report.add(
            line.number,
            f"Kutipan, kotak, atau daftar ini bersarang lebih dari {_MAX_DEPTH} tingkat.",
            "Kurangi tingkatnya.",
        )


def _check_admonition(match: re.Match[str], line: Line, report: Report) -> None:
    kind = match["kind"]
    if kind not in ADMONITIONS:
        message = f"Kotak “!!! {kind}” tidak dikenal."
        report.add(line.number, message, suggest(kind, ADMONITIONS), match.start("kind") + 1)


def _check_link(
    link: re.Match[str], heading_ids: AbstractSet[str], line: Line, report: Report
) -> None:
    target, column = link["target"], link.start("target") + 1
    if target.startswith("#"):
        if target[1:] not in heading_ids:
            hint = suggest(target[1:], sorted(heading_ids)) or "Kuis tidak mempunyai judul bacaan."
            report.add(line.number, f"Tidak ada judul dengan id “{target}” di sini.", hint, column)
    elif not target.startswith(("https://", "http://")):
        report.add(
            line.number,
            f"Tautan “{target}” tidak dapat dipakai.",
            "Tautan menuju “#id” dalam berkas ini atau alamat https://.",
            column,
        )


def _check_picture(link: re.Match[str], line: Line, report: Report) -> None:
    target = link["target"]
    if not (_PICTURE.fullmatch(target) and _is_picture(report.path.parent, target)):
        report.add(
            line.number,
            f"Gambar “{target}” tidak ada dalam folder pelatihan, atau rusak.",
            "Simpan gambar png, jpg, atau gif di folder “img”, lalu tulis ![Arti](img/nama.png).",
            link.start("target") + 1,
        )


def _is_picture(folder: Path, target: str) -> bool:
    try:
        path = (folder / target).resolve(strict=True)
        if not (path.is_file() and path.is_relative_to(folder.resolve())):
            return False
        with path.open("rb") as file:
            return file.read(4).startswith(_PICTURE_BEGINS)
    except OSError:
        return False
