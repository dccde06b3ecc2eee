"""Lessons and sheets as printable HTML files that need nothing beside them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lessons.rendering.web_page import web_fragment, web_page
from lessons.rendering.web_style import CONTENT, PAPER, SHEET

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.course import Lesson

# Nothing is loaded and no script runs, whatever the page is opened with.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def print_page(lesson: Lesson) -> str:
    """A whole HTML document of a lesson for A4 paper, its pictures inside."""
    return _document(lesson.title, web_page(lesson))


def print_sheet(title: str, markdown: str, folder: Path) -> str:
    """A whole HTML document of a sheet such as ``diskusi.md`` for A4 paper, its pictures inside.

    Args:
        folder: The course's folder, where its pictures lie.
    """
    article = f"<article>\n{web_fragment(markdown, folder)}\n</article>\n"
    return _document(title, article, SHEET)


def _document(title: str, article: str, style: str = "") -> str:
    return f"""\
<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{escape(title)}</title>
<style>
{CONTENT}{PAPER}{style}</style>
</head>
<body>
{article}</body>
</html>
"""
