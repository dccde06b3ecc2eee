"""Markdown to the HTML that Qt's text widgets show; the only place that knows Python-Markdown."""

from __future__ import annotations

from lessons.rendering.colours import Box, Colours
from lessons.rendering.page import fragment, lesson_page

__all__ = ["Box", "Colours", "fragment", "lesson_page"]
