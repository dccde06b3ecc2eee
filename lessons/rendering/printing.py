"""A lesson as one printable HTML file that needs nothing beside it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lessons.rendering.web_page import web_page
from lessons.rendering.web_style import CONTENT, PAPER

if TYPE_CHECKING:
    from lessons.course import Lesson

# Nothing is loaded and no script runs, whatever the page is opened with.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def print_page(lesson: Lesson) -> str:
    """A whole HTML document for A4 paper, its pictures inside."""
    return f"""\
<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{escape(lesson.title)}</title>
<style>
{CONTENT}{PAPER}</style>
</head>
<body>
{web_page(lesson)}</body>
</html>
"""
