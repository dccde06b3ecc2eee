"""A picture alone in a paragraph, with its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.rendering.clean import is_picture

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def caption_of(element: Element) -> str:
    """The caption of a paragraph that is nothing but a picture with one; else empty."""
    picture = next(iter(element), None)
    if element.tag != "p" or picture is None or picture.tag != "img" or len(element) != 1:
        return ""
    alone = not (element.text or "").strip() and not (picture.tail or "").strip()
    return picture.get("title", "").strip() if alone and is_picture(picture.get("src", "")) else ""


def into_words(picture: Element) -> None:
    """A picture that may not be shown still says what it would have shown."""
    picture.tag, picture.text = "em", picture.get("alt", "")
    picture.attrib.clear()
