"""A question's heading and explanation as an author writes them; parts of a case have them too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessons.questions.base import Head

_NEEDS_QUOTES = re.compile(r"\s|[{}]")


def heading_line(head: Head, level: int, attributes: Mapping[str, str]) -> str:
    """``## Judul {#id kunci=nilai}``; a value with spaces stands in quotation marks."""
    inside = (f"{name}={_quoted(value)}" for name, value in attributes.items())
    return f"{'#' * level} {head.title} {{{' '.join((f'#{head.id}', *inside))}}}"


def explanation_lines(head: Head) -> tuple[str, ...]:
    """The empty line and ``Pembahasan: …``; none where there is no explanation."""
    return ("", f"Pembahasan: {head.explanation}") if head.explanation else ()


def weight_attribute(head: Head) -> dict[str, str]:
    """``bobot``, where it is not the usual."""
    return {} if head.weight == 1 else {"bobot": str(head.weight)}


def _quoted(value: str) -> str:
    return f'"{value}"' if _NEEDS_QUOTES.search(value) else value
