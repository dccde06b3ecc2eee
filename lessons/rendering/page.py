"""Whole lessons and short texts as HTML for QTextBrowser and QLabel.

The libraries behind it are loaded with the first text, so that importing this costs nothing.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessons.course import Lesson
    from lessons.rendering.colours import Colours

# Qt counts line heights from the font's own line, which is about 1.35 em: 118 % makes 1.6 em.
_STYLE = """\
body { color: %(text)s; line-height: 118%%; }
h1 { font-size: xx-large; line-height: 100%%; margin-top: 0; margin-bottom: 12px; }
h2 { font-size: x-large; line-height: 100%%; margin-top: 24px; margin-bottom: 8px; }
h3 { font-size: large; line-height: 100%%; margin-top: 16px; margin-bottom: 6px; }
p { margin-top: 0; margin-bottom: 10px; }
li { margin-bottom: 4px; }
dt { font-weight: bold; }
dd { margin-bottom: 6px; }
.muted { color: %(muted)s; }
"""


def lesson_page(lesson: Lesson, colours: Colours) -> str:
    """A lesson with its title, glossary and sources as one HTML document."""
    style = _STYLE % {"text": colours.text, "muted": colours.muted}
    parts = [
        f"<html><head><style>{style}</style></head><body>",
        f"<h1>{escape(lesson.title)}</h1>",
        fragment(lesson.body, colours),
        _glossary(lesson.glossary),
        _sources(lesson.sources),
        "</body></html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def fragment(markdown: str, colours: Colours) -> str:
    """A short text as HTML without a document around it; one paragraph alone comes bare."""
    from lessons.rendering.clean import clean
    from lessons.rendering.engine import to_html
    from lessons.rendering.qt_tree import QtTree

    return bare(clean(to_html(markdown, QtTree(colours))))


def bare(html: str) -> str:
    """One paragraph alone without its tags; anything else as it is."""
    inside = html.removeprefix("<p>").removesuffix("</p>")
    return inside if len(html) - len(inside) == len("<p></p>") and "<p" not in inside else html


def _glossary(glossary: tuple[tuple[str, str], ...]) -> str:
    if not glossary:
        return ""
    items = "".join(f"<dt>{escape(term)}</dt><dd>{escape(text)}</dd>" for term, text in glossary)
    return f"<h2>Istilah</h2>\n<dl>{items}</dl>"


def _sources(sources: tuple[str, ...]) -> str:
    if not sources:
        return ""
    items = "".join(f"<li>{escape(source)}</li>" for source in sources)
    return f'<h2>Sumber</h2>\n<ul class="muted">{items}</ul>'
