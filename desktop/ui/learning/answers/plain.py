"""Plain words out of rich text, for names that screen readers say and boxes that show no more."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextDocumentFragment

_SPACES = re.compile(r"\s+")
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


def plain_words(html: str) -> str:
    """The words of rich text on one line; a picture says that it is one."""
    text = QTextDocumentFragment.fromHtml(html).toPlainText().replace(_PICTURE, " (gambar) ")
    return _SPACES.sub(" ", text).strip()
