"""Boxes such as ``!!! penting``, as both dresses need them."""

from __future__ import annotations

from xml.etree.ElementTree import Element


def admonition_kind(element: Element) -> str:
    """The kind of a box as trainers write it; empty for any other element."""
    classes = element.get("class", "").split()
    is_box = element.tag == "div" and classes[:1] == ["admonition"]
    return next(iter(classes[1:]), "") if is_box else ""


def name_admonition(element: Element, kind: str) -> Element:
    """Give the box a title that says its kind, and return the title.

    Colour alone tells nobody who can't see it.
    """
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
    return title
