"""Lessons and short texts as semantic HTML for a browser, with their pictures inside."""

from __future__ import annotations

import base64
import re
from html import escape, unescape
from typing import TYPE_CHECKING

from lessons.pictures import PICTURE, is_picture
from lessons.rendering.page import bare
from lessons.rendering.terms import term_ids

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.course import Lesson

_PICTURE = re.compile(r'<img\b[^>]*?\bsrc="(?P<address>[^"]*)"')
_TYPES = {"png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif"}


def web_fragment(markdown: str, folder: Path) -> str:
    """A short text as HTML without a document around it; one paragraph alone comes bare.

    Args:
        folder: The course's folder, where its pictures lie.
    """
    return bare(_html(markdown, folder, ()))


def web_page(lesson: Lesson) -> str:
    """A lesson as one ``article``: title, goals, text, glossary and sources."""
    parts = [
        f"<article>\n<h1>{escape(lesson.title)}</h1>",
        _goals(lesson.goals),
        _html(lesson.body, lesson.path.parent, lesson.glossary),
        _glossary(lesson.glossary),
        _sources(lesson.sources),
        "</article>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _html(markdown: str, folder: Path, glossary: tuple[tuple[str, str], ...]) -> str:
    from lessons.rendering.clean import clean_web
    from lessons.rendering.engine import to_html
    from lessons.rendering.web_tree import WebTree

    html = clean_web(to_html(markdown, WebTree(glossary)))
    return _PICTURE.sub(lambda match: _embedded(match, folder), html)


def _embedded(match: re.Match[str], folder: Path) -> str:
    """The picture itself in the place of its address; of one that is not there only its words."""
    address = unescape(match["address"])
    begin = match[0][: match.start("address") - match.start()]
    if not (PICTURE.fullmatch(address) and is_picture(folder, address)):
        return f'{begin}"'
    data = base64.b64encode((folder / address).read_bytes()).decode()
    return f'{begin}data:image/{_TYPES[address.rpartition(".")[2]]};base64,{data}"'


def _goals(goals: tuple[str, ...]) -> str:
    if not goals:
        return ""
    items = "".join(f"<li>{escape(goal)}</li>" for goal in goals)
    return f'<section class="tujuan" aria-label="Tujuan"><p>Tujuan</p><ul>{items}</ul></section>'


def _glossary(glossary: tuple[tuple[str, str], ...]) -> str:
    if not glossary:
        return ""
    items = "".join(
        f'<dt id="{entry}">{escape(term)}</dt><dd id="{entry}-arti">{escape(text)}</dd>'
        for entry, (term, text) in zip(term_ids(glossary), glossary, strict=True)
    )
    return f"<section>\n<h2>Istilah</h2>\n<dl>{items}</dl>\n</section>"


def _sources(sources: tuple[str, ...]) -> str:
    if not sources:
        return ""
    items = "".join(f"<li>{escape(source)}</li>" for source in sources)
    return f'<section class="sumber">\n<h2>Sumber</h2>\n<ul>{items}</ul>\n</section>'
