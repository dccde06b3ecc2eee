"""The Markdown tree in shapes that Qt's text engine draws well.

Qt knows no borders or padding on blocks, so boxes and quotations become tables with a coloured
cell; it finds link targets by ``<a name>`` only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from lessons.rendering.admonitions import admonition_kind, name_admonition
from lessons.rendering.clean import is_link, is_picture
from lessons.rendering.engine import FORMULA_TAG
from lessons.rendering.figures import caption_of, into_words
from lessons.rendering.qt_formula import into_formula
from lessons.rendering.tasks import take_box

if TYPE_CHECKING:
    from lessons.rendering.colours import Box, Colours

_KEPT = {"a": {"href"}, "img": {"alt", "src"}, "ol": {"start"}, "td": {"align"}, "th": {"align"}}
_AROUND = "margin-top: 8px; margin-bottom: 14px;"
_EDGE_PIXELS = "5"


class QtTree:
    """The dress for QTextBrowser and QLabel."""

    def __init__(self, colours: Colours) -> None:
        """Take the colours of the theme."""
        self._colours = colours

    def __call__(self, root: Element) -> None:
        """Dress each element in the colours given."""
        for element in list(root.iter()):
            kind, caption = admonition_kind(element), caption_of(element)
            _strip(element)
            if kind:
                name_admonition(element, kind)
                _into_box(element, self._colours.admonition(kind))
            elif caption:
                _into_figure(element, caption, self._colours)
            else:
                self._dress(element)

    def _dress(self, element: Element) -> None:
        if element.tag == "blockquote":
            _into_box(element, self._colours.quote)
        elif element.tag == FORMULA_TAG:
            into_formula(element, self._colours)
        elif element.tag == "pre":
            _into_shade(element, self._colours)
        elif element.tag == "table":
            element.attrib.update(_table_attributes(self._colours))
        elif element.tag in ("td", "th"):
            _dress_cell(element, self._colours)
        else:
            self._dress_text(element)

    def _dress_text(self, element: Element) -> None:
        if "href" in element.attrib:
            _dress_link(element, self._colours)
        elif element.tag == "img" and not is_picture(element.get("src", "")):
            into_words(element)
        elif element.tag == "p" and element.find("img") is not None:
            # Qt adds the line height to a picture's own, and cuts it off above.
            element.set("style", "line-height: 100%;")
        elif element.tag == "li":
            _tick(element)


def _strip(element: Element) -> None:
    """Take off what an author may have added, and turn an id into an anchor that Qt finds."""
    kept = _KEPT.get(element.tag, set())
    anchor = element.get("id", "")
    for name in element.attrib.keys() - kept:
        del element.attrib[name]
    if anchor:
        _anchor(element, anchor)


def _anchor(element: Element, name: str) -> None:
    first = element.find("p")
    home = element if first is None else first
    anchor = Element("a", {"name": name})
    anchor.tail, home.text = home.text, None
    home.insert(0, anchor)


def _dress_link(link: Element, colours: Colours) -> None:
    if is_link(link.get("href", "")):
        link.set("style", f"color: {colours.link};")
    else:
        link.tag = "span"


def _into_figure(paragraph: Element, caption: str, colours: Colours) -> None:
    picture, tail = paragraph[0], paragraph.tail
    picture.tail = None
    paragraph.clear()
    paragraph.tag, paragraph.tail = "div", tail
    SubElement(paragraph, "p", {"style": "line-height: 100%; margin-bottom: 2px;"}).append(picture)
    quiet = SubElement(paragraph, "p", {"style": f"color: {colours.muted};"})
    quiet.text = caption


def _into_box(element: Element, box: Box) -> None:
    content, text = list(element), element.text
    row = _table_row(element, "0")
    SubElement(row, "td", {"width": _EDGE_PIXELS, "bgcolor": box.edge})
    cell = SubElement(row, "td", {"bgcolor": box.fill})
    inner = SubElement(cell, "table", {"width": "100%", "cellpadding": "8", "border": "0"})
    home = SubElement(SubElement(inner, "tr"), "td")
    home.text = text
    home.extend(content)


def _into_shade(element: Element, colours: Colours) -> None:
    content, text = list(element), element.text
    cell = SubElement(_table_row(element, "8"), "td", {"bgcolor": colours.shade})
    code = SubElement(cell, "pre", {"style": "white-space: pre-wrap;"})
    code.text = text
    code.extend(content)
    for inner in content:
        inner.text = AtomicString((inner.text or "").rstrip("\n"))


def _table_row(element: Element, padding: str) -> Element:
    tail = element.tail
    element.clear()
    element.tag, element.tail = "table", tail
    element.attrib.update(
        {"width": "100%", "border": "0", "cellspacing": "0", "cellpadding": padding}
    )
    element.set("style", _AROUND)
    return SubElement(element, "tr")


def _table_attributes(colours: Colours) -> dict[str, str]:
    return {
        "border": "1",
        "cellspacing": "0",
        "cellpadding": "6",
        "width": "100%",
        "style": f"border-collapse: collapse; border: 1px solid {colours.border}; {_AROUND}",
    }


def _dress_cell(element: Element, colours: Colours) -> None:
    element.set("style", f"border: 1px solid {colours.border};")
    if element.tag == "th":
        element.set("bgcolor", colours.shade)
        element.attrib.setdefault("align", "left")


def _tick(item: Element) -> None:
    found = take_box(item)
    if found:
        home, ticked = found
        home.text = ("☑ " if ticked else "☐ ") + (home.text or "")
        item.set("style", "list-style-type: none;")
