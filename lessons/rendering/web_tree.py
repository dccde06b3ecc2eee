"""The Markdown tree as semantic HTML for the browser and for print."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from lessons.rendering.admonitions import admonition_kind, name_admonition
from lessons.rendering.clean import is_link, is_picture
from lessons.rendering.engine import FORMULA_TAG
from lessons.rendering.figures import caption_of, into_words
from lessons.rendering.mathml import into_formula
from lessons.rendering.tasks import take_box
from lessons.rendering.terms import mark_terms

if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT = {
    "a": {"href"},
    "h2": {"id"},
    "h3": {"id"},
    "img": {"alt", "src"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"align"},
    "th": {"align"},
}
_BOX_TITLE = "kotak-judul"
_ALIGNED = {"left": "kiri", "center": "tengah", "right": "kanan"}
_FOOTNOTE_ROLES = {"footnote-ref": "doc-noteref", "footnote-backref": "doc-backlink"}


class WebTree:
    """The dress for browsers."""

    def __init__(self, glossary: tuple[tuple[str, str], ...] = ()) -> None:
        """Take the terms to explain where they first stand."""
        self._glossary = glossary

    def __call__(self, root: Element) -> None:
        """Dress each element, then mark the terms."""
        for element in list(root.iter()):
            if element is not root:
                _dress(element)
        mark_terms(root, self._glossary)


def _dress(element: Element) -> None:
    kind, caption = admonition_kind(element), caption_of(element)
    if kind:
        _into_box(element, kind)
    elif caption:
        _into_figure(element, caption)
    elif element.get("class") == "footnote" and element.tag == "div":
        _into_footnotes(element)
    elif element.tag == "a":
        _dress_link(element)
    else:
        _strip(element, _kept(element))
        _DRESSERS.get(element.tag, _leave)(element)


def _kept(element: Element) -> set[str]:
    if element.tag == "li" and element.get("id", "").startswith("fn:"):
        return {"id"}
    if element.tag == "p" and element.get("class") == _BOX_TITLE:
        return {"class"}
    return _KEPT.get(element.tag, set())


def _strip(element: Element, kept: set[str]) -> None:
    """Take off what an author may have added."""
    for name in element.attrib.keys() - kept:
        del element.attrib[name]


def _into_box(element: Element, kind: str) -> None:
    title = name_admonition(element, kind)
    element.attrib.clear()
    element.attrib.update({"class": f"kotak {kind}", "role": "note"})
    element.set("aria-label", "".join(title.itertext()))
    title.set("class", _BOX_TITLE)


def _into_figure(paragraph: Element, caption: str) -> None:
    paragraph.attrib.clear()
    paragraph.tag = "figure"
    paragraph[0].tail = None
    SubElement(paragraph, "figcaption").text = caption


def _into_footnotes(element: Element) -> None:
    element.tag = "section"
    element.attrib.update(
        {"class": "catatan-kaki", "role": "doc-endnotes", "aria-label": "Catatan kaki"}
    )


def _dress_link(link: Element) -> None:
    role, title = _FOOTNOTE_ROLES.get(link.get("class", ""), ""), link.get("title", "")
    _strip(link, {"href"})
    if role:
        link.set("role", role)
    if role == "doc-backlink":
        link.set("aria-label", title)
    if not is_link(link.get("href", "")):
        link.tag = "span"


def _dress_picture(picture: Element) -> None:
    if not is_picture(picture.get("src", "")):
        into_words(picture)


def _dress_item(item: Element) -> None:
    found = take_box(item)
    if found is None:
        return
    home, ticked = found
    item.set("class", "tugas")
    box = Element("input", {"type": "checkbox", "disabled": ""})
    box.set("aria-label", "sudah" if ticked else "belum")
    if ticked:
        box.set("checked", "")
    box.tail, home.text = f" {home.text or ''}", None
    home.insert(0, box)


def _wrap_table(table: Element) -> None:
    """A wide table scrolls by itself, by keyboard too."""
    inner = copy(table)
    inner.tail = None
    tail = table.tail
    table.clear()
    table.tag, table.tail = "div", tail
    table.attrib.update(
        {"class": "gulir", "role": "region", "aria-label": "Tabel", "tabindex": "0"}
    )
    table.append(inner)


def _dress_cell(cell: Element) -> None:
    aligned = _ALIGNED.get(cell.attrib.pop("align", ""))
    if aligned:
        cell.set("class", aligned)
    if cell.tag == "th":
        cell.set("scope", "col")


def _leave(_element: Element) -> None:
    """Elements that are well as they are."""


_DRESSERS: dict[str, Callable[[Element], None]] = {
    FORMULA_TAG: into_formula,
    "img": _dress_picture,
    "li": _dress_item,
    "table": _wrap_table,
    "td": _dress_cell,
    "th": _dress_cell,
}
