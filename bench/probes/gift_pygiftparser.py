"""Tells what pygiftparser reads in GIFT files: one JSON object, file name to questions.

Runs in an environment of its own: `python gift_pygiftparser.py FILE…`.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

_KINDS = {
    "ShortSet": "short-text",
    "SelectSet": "single-choice",
    "MultipleChoicesSet": "multiple-choice",
}


def _questions(path: Path) -> list[Any]:
    logging.disable()
    try:
        with path.open(encoding="utf-8") as file:
            read: list[Any] = import_module("pygiftparser.parser").parseFile(file)
    except Exception as error:  # noqa: BLE001 - whatever it raises, the file was not read
        sys.stderr.write(f"{path.name}: {error}\n")
        return []
    return [told for question in read if question.valid and (told := _plain(question))]


def _plain(question: Any) -> list[Any] | None:  # noqa: ANN401 - it has no types
    kind, answers = type(question.answers).__name__, question.answers
    title = _text(question.title or question.text)
    if kind == "TrueFalseSet":
        return [title, "true-false", answers.answer]
    if kind == "NumericAnswerSet":
        return [title, "number", [_range(each) for each in answers.answers]]
    if kind == "MatchingSet":
        return [title, "matching", [[_text(e.question), _text(e.answer)] for e in answers.answers]]
    if kind in _KINDS:
        return [title, _KINDS[kind], [[_text(e.answer), e.fraction] for e in answers.answers]]
    return None


def _range(answer: Any) -> list[Any]:  # noqa: ANN401
    if hasattr(answer, "mini"):
        return [answer.mini, answer.maxi, answer.fraction]
    low, high = answer.value - answer.tolerance, answer.value + answer.tolerance
    return [str(low), str(high), answer.fraction]


def _text(written: str) -> str:
    """It leaves escapes to whoever shows the text."""
    return re.sub(r"\\([=~#{}:])", r"\1", written).strip()


if __name__ == "__main__":
    told = {Path(name).name: _questions(Path(name)) for name in sys.argv[1:]}
    sys.stdout.write(json.dumps(told))
