"""Python-Markdown without raw HTML, followed by :mod:`lessons.rendering.qt_tree`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.preprocessors import Preprocessor

from lessons.headings import outside_code
from lessons.rendering.qt_tree import QtTree
from lessons.source_text import Line

if TYPE_CHECKING:
    from lessons.rendering.colours import Colours

_EXTENSIONS = ("admonition", "attr_list", "def_list", "footnotes", "sane_lists")
_AFTER_ATTRIBUTES = 5
_BEFORE_BLOCKS = 25


class _FencesToIndents(Preprocessor):
    """Turns fenced code into indented code, which stays in the tree where it can be dressed."""

    def run(self, lines: list[str]) -> list[str]:
        numbered = (Line(number, line) for number, line in enumerate(lines, 1))
        return [self._line(line.text, is_text) for line, is_text in outside_code(numbered)]

    @staticmethod
    def _line(text: str, is_text: bool) -> str:
        if is_text:
            return text
        return "" if text.lstrip().startswith(("```", "~~~")) else f"    {text}"


def to_html(markdown: str, colours: Colours) -> str:
    """HTML that still has to be cleaned.

    A new converter each time: it keeps state, and pages may be rendered on any thread.
    """
    converter = Markdown(extensions=[*_EXTENSIONS, TableExtension(use_align_attribute=True)])
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.preprocessors.register(_FencesToIndents(converter), "fences", _BEFORE_BLOCKS)
    converter.treeprocessors.register(QtTree(converter, colours), "qt", _AFTER_ATTRIBUTES)
    return converter.convert(markdown)
