"""Python-Markdown without raw HTML; a dress makes of its tree what a page needs."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Protocol
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import SimpleTextInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from lessons.fences import FORMULA, Fence, blocks
from lessons.formulas import FormulaError, parse
from lessons.source_text import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMULA_TAG = "rumus"
"""The tag of an element whose text is a formula that can be read, line by line."""

_BACKLINK = "Kembali ke teks, catatan {}"
_AFTER_ATTRIBUTES = 5
_BEFORE_BLOCKS = 25
_AFTER_CODE = 185
_GAP = r"(\[\[[0-9]{1,3}\]\])"
# Markdown takes these two signs out of every text, so nobody can write such a mark.
_MARK = re.compile("\x02pagar-([0-9]+)\x03")


class Dress(Protocol):
    """Rebuilds a tree in place, after attributes and inline text are done."""

    def __call__(self, root: Element) -> None:
        """Dress the tree below ``root``."""


def to_html(markdown: str, dress: Dress) -> str:
    """HTML that still has to be cleaned.

    A new converter each time: it keeps state, and pages may be rendered on any thread.
    """
    fences: list[Fence] = []
    converter = Markdown(
        extensions=[
            AdmonitionExtension(),
            AttrListExtension(),
            DefListExtension(),
            SaneListExtension(),
            FootnoteExtension(BACKLINK_TITLE=_BACKLINK),
            TableExtension(use_align_attribute=True),
        ]
    )
    converter.ESCAPED_CHARS = [*converter.ESCAPED_CHARS, "$"]
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    # A gap stays as it stands, whatever link might be called 1.
    gap = SimpleTextInlineProcessor(_GAP, converter)
    converter.inlinePatterns.register(gap, "gap", _AFTER_CODE)
    converter.preprocessors.register(_FencesToMarks(fences), "fences", _BEFORE_BLOCKS)
    converter.treeprocessors.register(_Dressed(fences, dress), "dress", _AFTER_ATTRIBUTES)
    return _MARK.sub(
        lambda mark: escape(_source(fences[int(mark[1])])), converter.convert(markdown)
    )


class _FencesToMarks(Preprocessor):
    """Puts a paragraph with a mark in the place of each fenced block, wherever it stands."""

    def __init__(self, fences: list[Fence]) -> None:
        super().__init__()
        self._fences = fences

    def run(self, lines: list[str]) -> list[str]:
        return list(self._marked(lines))

    def _marked(self, lines: list[str]) -> Iterator[str]:
        for block in blocks(Line(number, line) for number, line in enumerate(lines, 1)):
            if isinstance(block, Line):
                yield block.text
                continue
            yield from ("", f"{block.indent}\x02pagar-{len(self._fences)}\x03", "")
            self._fences.append(block)


class _Dressed(Treeprocessor):
    def __init__(self, fences: list[Fence], dress: Dress) -> None:
        super().__init__()
        self._fences = fences
        self._dress = dress

    def run(self, root: Element) -> None:
        for element in list(root.iter("p")):
            mark = _MARK.fullmatch((element.text or "").strip())
            if mark and not len(element):
                _restore(element, self._fences[int(mark[1])])
        self._dress(root)


def _restore(element: Element, fence: Fence) -> None:
    element.text = None
    if fence.kind == FORMULA and _can_be_read(fence):
        element.tag, element.text = FORMULA_TAG, AtomicString(fence.text())
        return
    code = Element("code")
    code.text = AtomicString(escape(fence.text(), quote=False))
    element.tag = "pre"
    element.append(code)


def _can_be_read(fence: Fence) -> bool:
    try:
        rows = [parse(line.text) for line in fence.inside]
    except FormulaError:
        return False
    return any(rows)


def _source(fence: Fence) -> str:
    mark = fence.opening.text.strip()
    return "\n".join((mark, fence.text(), mark[:3] if fence.closed else "")).rstrip()
