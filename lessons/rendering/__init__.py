"""Markdown to HTML, in one dress for Qt's text widgets and one for browsers and paper.

The only place that knows Python-Markdown.
"""

from __future__ import annotations

from lessons.rendering.colours import Box, Colours
from lessons.rendering.page import fragment, lesson_page
from lessons.rendering.printing import print_page, print_sheet
from lessons.rendering.web_page import web_fragment, web_page

__all__ = [
    "Box",
    "Colours",
    "fragment",
    "lesson_page",
    "print_page",
    "print_sheet",
    "web_fragment",
    "web_page",
]
