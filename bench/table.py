"""The one table, for a terminal and for a Markdown page alike, and the same as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bench.figures import Figure

_HEADS = ("what", "ours", "beside it", "ratio", "target", "")
_VERDICTS = {True: "ok", False: "over", None: ""}
_DIGITS_BELOW = ((10, 2), (100, 1))


def render(figures: Iterable[Figure]) -> str:
    """The table in Markdown, its columns padded so that it also reads well as text."""
    rows = [_HEADS, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    lines = [_line(row, widths) for row in rows]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def to_json(machine: str, figures: Sequence[Figure], left_out: Mapping[str, str]) -> str:
    """Everything that was measured, and by name of the benchmark what could not be."""
    lines = [asdict(each) | {"ratio": each.ratio, "met": each.met} for each in figures]
    content = {"machine": machine, "figures": lines, "left_out": dict(left_out)}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.what,
        _amount(figure.value, figure.unit),
        _beside(figure),
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        _target(figure),
        _VERDICTS[figure.met],
    )


def _beside(figure: Figure) -> str:
    if figure.peer_value is None:
        return figure.peer
    return f"{_amount(figure.peer_value, figure.unit)} {figure.peer}"


def _target(figure: Figure) -> str:
    if figure.target is None:
        return ""
    amount = f"{figure.target:g} ×" if figure.of_peer else f"{figure.target:,.0f} {figure.unit}"
    return f"{figure.sense} {amount}".strip()


def _amount(value: float, unit: str) -> str:
    digits = next((digits for limit, digits in _DIGITS_BELOW if value < limit), 0)
    number = f"{value:,.0f}" if value == int(value) else f"{value:,.{digits}f}"
    return f"{number} {unit}".strip()
