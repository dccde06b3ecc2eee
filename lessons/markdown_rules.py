"""What Markdown in a course may hold: no HTML, no remote picture, known admonitions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessons.fences import FORMULA, Fence, blocks
from lessons.formulas import FormulaError, parse
from lessons.latex import find_latex
from lessons.pictures import PICTURE, is_picture
from lessons.problems import Report, suggest

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from lessons.source_text import Line

ADMONITIONS = ("penting", "contoh", "latihan", "ringkasan")
_CODE = re.compile(r"(`+).+?\1")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_AUTOLINK = re.compile(r"<https?://[^<>\s]+>")
_ADMONITION = re.compile(r"\s*!!!\s*(?P<kind>[^\s\"]*)")
_LINK = re.compile(r"(?P<picture>!?)\[[^\[\]]*\]\(\s*(?P<target>[^\s()]*)")


_MAX_LINE = 2000
"""Markdown takes seconds for some lines of ten thousand."""
_MAX_FORMULA = 200
_MAX_DEPTH = 5
"""Qt needs eight times as long for each further box around a box, so ten of them take minutes."""
_INDENT = 4
_MARKER = re.compile(r"(?:[-*+]|[0-9]+\.|>) ?")
_NESTED = re.compile(r"(?P<around>(?: |>|[-*+] |[0-9]+\. )*)(?:>|!!!|[-*+] |[0-9]+\. )")


def check_markdown(body: tuple[Line, ...], heading_ids: AbstractSet[str], report: Report) -> None:
    """Report what may not be there, and links and pictures that lead nowhere.

    Args:
        heading_ids: To which a link on the same page may lead; a quiz has none.
    """
    for block in blocks(body):
        if isinstance(block, Fence):
            _check_fence(block, report)
        else:
            _check_line(block, heading_ids, report)


def _blank(match: re.Match[str]) -> str:
    """As many spaces, so that columns stay true."""
    return " " * len(match[0])


def _check_line(line: Line, heading_ids: AbstractSet[str], report: Report) -> None:
    if len(line.text) > _MAX_LINE:
        report.add(line.number, f"Baris ini melebihi {_MAX_LINE} huruf.", "Bagi menjadi alinea.")
        return
    text = _CODE.sub(_blank, line.text)
    _check_depth(text, line, report)
    if match := _HTML.search(_AUTOLINK.sub(_blank, text)):
        report.add(
            line.number,
            "HTML tidak dipakai dalam berkas pelatihan.",
            "Pakai Markdown, atau apit dengan ` bila tandanya memang ingin tampak.",
            match.start() + 1,
        )
    if column := find_latex(text):
        report.add(
            line.number,
            "LaTeX tidak dipakai dalam berkas pelatihan.",
            "Tulis rumus dalam blok ```rumus, misalnya (a + b) // c atau x^2; untuk tanda dolar"
            " biasa tulis \\$.",
            column,
        )
    if match := _ADMONITION.match(text):
        _check_admonition(match, line, report)
    for link in _LINK.finditer(text):
        if link["picture"]:
            _check_picture(link, line, report)
        else:
            _check_link(link, heading_ids, line, report)


def _check_fence(fence: Fence, report: Report) -> None:
    if not fence.closed:
        mark = fence.opening.text.strip()[:3]
        hint = f"Tulis {mark} pada baris sendiri sesudah isinya."
        report.add(fence.opening.number, "Blok ini belum ditutup.", hint)
    if fence.kind == FORMULA:
        for line in fence.inside:
            _check_formula(line, report)
        if not any(line.text.strip() for line in fence.inside):
            report.add(fence.opening.number, "Rumus ini kosong.", "Tulis misalnya a // b.")


def _check_formula(line: Line, report: Report) -> None:
    if len(line.text) > _MAX_FORMULA:
        message = f"Rumus ini melebihi {_MAX_FORMULA} huruf."
        report.add(line.number, message, "Pecah menjadi beberapa baris.")
        return
    try:
        parse(line.text)
    except FormulaError as error:
        report.add(line.number, error.message, error.hint, error.column)


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


def _is_there(target: str, report: Report) -> bool:
    if report.pictures is None:
        return is_picture(report.path.parent, target)
    return target in report.pictures


def _check_picture(link: re.Match[str], line: Line, report: Report) -> None:
    target = link["target"]
    if not (PICTURE.fullmatch(target) and _is_there(target, report)):
        report.add(
            line.number,
            f"Gambar “{target}” tidak ada dalam folder pelatihan, atau rusak.",
            "Simpan gambar png, jpg, atau gif di folder “img”, lalu tulis ![Arti](img/nama.png).",
            link.start("target") + 1,
        )
