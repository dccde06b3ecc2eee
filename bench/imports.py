"""How many questions of the same GIFT files are read right, by us and by libraries people use.

What each file holds is written down by hand in ``gift/expected.json``, by what Moodle's own
importer makes of it: title, type, and what each answer is worth. The peers are installed below
``build/peers``: pygiftparser into an environment of its own, gift-pegjs for Node.js.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.figures import AT_LEAST, Figure, NotMeasurable
from bench.gift_told import Answers, Told, told_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILES = sorted((Path(__file__).parent / "gift").glob("*.gift"))
_EXPECTED = Path(__file__).parent / "gift" / "expected.json"
_PROBES = Path(__file__).parent / "probes"
_PEERS = Path(__file__).parent.parent / "build" / "peers"
_PYTHON_PEER = "pygiftparser==1.1"
_NODE_PEER = "gift-pegjs@1.0.2"
_PATIENCE_SECONDS = 300


def measure() -> list[Figure]:
    """Questions read right, ours beside each peer's.

    Raises:
        NotMeasurable: A peer can't be installed here.
    """
    expected: Told = json.loads(_EXPECTED.read_text(encoding="utf-8"))
    ours = _right(expected, {path.name: told_of(path.read_bytes()) for path in _FILES})
    total = sum(map(len, expected.values()))
    return [
        Figure(
            what=f"GIFT questions read right, of {total}",
            value=ours,
            unit="",
            peer=name,
            peer_value=_right(expected, tell()),
            target=1,
            sense=AT_LEAST,
            of_peer=True,
        )
        for name, tell in (("pygiftparser", _pygiftparser), ("gift-pegjs", _gift_pegjs))
    ]


def _right(expected: Told, told: Told) -> int:
    """How many expected questions were told, each with its type and all its answers."""
    return sum(
        any(_same(wanted, found) for found in told.get(name, []))
        for name, questions in expected.items()
        for wanted in questions
    )


def _same(wanted: Sequence[Any], found: Sequence[Any]) -> bool:
    (title, kind, answers), (other_title, other_kind, others) = wanted, found
    is_same = kind == other_kind and str(other_title).startswith(title)
    return is_same and _plain(kind, answers) == _plain(kind, others)


def _plain(kind: str, answers: Answers) -> Answers:
    """Answers that can be compared: in any order, numbers as numbers, percents as whole ones."""
    if isinstance(answers, bool):
        return answers
    places = {"number": (_number, _number, int), "matching": (str, str)}.get(kind, (_text, int))
    return sorted([make(each) for make, each in zip(places, row, strict=True)] for row in answers)


def _number(written: object) -> Fraction:
    return Fraction(str(written)).limit_denominator(10**6)


def _text(written: object) -> str:
    return str(written).replace("<i>", "").replace("</i>", "")


def _pygiftparser() -> Told:
    python = _PEERS / "python"
    if not python.exists():
        venv.create(python, with_pip=True)
    program = python / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    _run([str(program), "-m", "pip", "install", "--quiet", _PYTHON_PEER])
    return _told([str(program), str(_PROBES / "gift_pygiftparser.py")])


def _gift_pegjs() -> Told:
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        raise NotMeasurable("Node.js is not here")
    folder = _PEERS / "node"
    _run([npm, "install", "--silent", "--no-audit", "--prefix", str(folder), _NODE_PEER])
    library = folder / "node_modules" / "gift-pegjs"
    return _told([node, str(_PROBES / "gift_pegjs.js"), str(library)])


def _told(command: list[str]) -> Told:
    told: Told = json.loads(_run([*command, *map(str, _FILES)]))
    return told


def _run(command: list[str]) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=_PATIENCE_SECONDS, check=False
    )
    if done.returncode:
        raise NotMeasurable(f"{Path(command[0]).name}: {done.stderr.strip()[-200:]}")
    return done.stdout
