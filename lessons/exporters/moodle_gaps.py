"""Gaps in Moodle XML: embedded answers."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from lessons.exporters.plain import plain
from lessons.exporters.written import Written
from lessons.questions.gaps import MARK

if TYPE_CHECKING:
    from lessons.exporters.xml_text import Texts
    from lessons.questions.gaps import Gap, Gaps

_LIKE_ANSWERS = re.compile(r"\{(?=[0-9]*:)")
_PARTING = re.compile(r"[~}#\\]")
_STAR = "*"


def gaps(question: Gaps, _texts: Texts) -> Written:
    """Each gap is an embedded question of the same weight, in its place in the text."""
    by_id = {gap.id: gap for gap in question.gaps}
    bare = _LIKE_ANSWERS.sub("&#123;", question.head.text)
    text = MARK.sub(lambda match: _embedded(by_id[match[1]]), bare)
    return Written("cloze", (), text)


def _embedded(gap: Gap) -> str:
    if gap.wrong:
        texts = [f"={_entities(plain(gap.accepted[0]))}", *map(_entities, map(plain, gap.wrong))]
        return f"{{1:MULTICHOICE_S:{'~'.join(texts)}}}"
    texts = [f"={_entities(text).replace(_STAR, f'&#92;{_STAR}')}" for text in gap.accepted]
    return f"{{1:SHORTANSWER:{'~'.join(texts)}}}"


def _entities(text: str) -> str:
    """Text of which Moodle takes no sign as its own: it reads entities as the letters they are."""
    return _PARTING.sub(lambda match: f"&#{ord(match[0])};", html.escape(text, quote=False))
