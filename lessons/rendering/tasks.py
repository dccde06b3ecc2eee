"""``- [ ] belum`` and ``- [x] sudah``, as both dresses need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BOXES = {"[ ] ": False, "[x] ": True, "[X] ": True}
_LENGTH = 4


def take_box(item: Element) -> tuple[Element, bool] | None:
    """Take the box off a list item.

    Returns:
        The element whose text stood behind the box, and whether it was ticked; None without a box.
    """
    first = item.find("p")
    home = item if first is None else first
    text = home.text or ""
    if text[:_LENGTH] not in _BOXES:
        return None
    home.text = text[_LENGTH:]
    return home, _BOXES[text[:_LENGTH]]
