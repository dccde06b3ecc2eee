"""The Markdown tree in shapes that Qt's text engine draws well.

Qt knows no borders or padding on blocks, so boxes and quotations become tables with a coloured
cell; it finds link targets by ``<a name>`` only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from lessons.rendering.clean import is_link, is_picture

if TYPE_CHECKING:
    from markdown import Markdown

    from lessons.rendering.colours import Box, Colours

_KEPT = {"a": {"href"}, "img": {"alt", "src"}, "ol": {"start"}, "td": {"align"}, "th": {"align"}}
_BOXES = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}
_AROUND = "margin-top: 8px; margin-bottom: 14px;"
_EDGE_PIXELS = "5"


class QtTree(Treeprocessor):
    """Rebuilds the tree in place, after attributes and inline text are done."""

    def __init__(self, converter: Markdown, colours: Colours) -> None:
        super().__init__(converter)
        self._colours = colours

    def run(self, root: Element) -> None:
        """Dress each element in the colours given."""
        for element in list(root.iter()):
            kind = _admonition_kind(element)
            _strip(element)
            self._dress(element, kind)

    def _dress(self, element: Element, kind: str) -> None:
        if kind:
            _name_admonition(element, kind)
            _into_box(element, self._colours.admonition(kind))
        elif element.tag == "blockquote":
            _into_box(element, self._colours.quote)
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
            _into_words(element)
        elif element.tag == "p" and element.find("img") is not None:
            # Qt adds the line height to a picture's own, and cuts it off above.
            element.set("style", "line-height: 100%;")
        elif element.tag == "li":
            _tick(element)


def _admonition_kind(element: Element) -> str:
    classes = element.get("class", "").split()
    is_box = element.tag == "div" and classes[:1] == ["admonition"]
    return next(iter(classes[1:]), "") if is_box else ""


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


def _name_admonition(element: Element, kind: str) -> None:
    """Say the kind in words too: colour alone tells nobody who can't see it."""
    title = element.find("p[@class='admonition-title']")
    label = kind.capitalize()
    if title is None:
        title = Element("p")
        title.text = label
        element.insert(0, title)
    strong = Element("strong")
    strong.text = title.text or ""
    if not strong.text.startswith(label):
        strong.text = f"{label} · {strong.text}"
    strong.extend(list(title))
    title.clear()
    title.append(strong)


def _dress_link(link: Element, colours: Colours) -> None:
    if is_link(link.get("href", "")):
        link.set("style", f"color: {colours.link};")
    else:
        link.tag = "span"


def _into_words(picture: Element) -> None:
    """A picture that may not be shown still says what it would have shown."""
    picture.tag, picture.text = "em", picture.get("alt", "")
    picture.attrib.clear()


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


def _tick(element: Element) -> None:
    first = element.find("p")
    home = element if first is None else first
    text = home.text or ""
    if text[:4] in _BOXES:
        home.text = _BOXES[text[:4]] + text[4:]
        element.set("style", "list-style-type: none;")
