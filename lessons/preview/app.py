"""Which page stands at which address; without HTTP, so that it can be tried without a server."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from lessons.preview.assets import SCRIPT, STYLE
from lessons.preview.pages import lesson_page, missing_page, overview, problems_page
from lessons.preview.quiz_page import LARGEST_SEED, quiz_page
from lessons.preview.shell import Page, View
from lessons.rendering import print_page

if TYPE_CHECKING:
    from lessons.preview.fields import Fields
    from lessons.preview.workspace import Workspace

_USUAL_SEED = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back to the browser."""

    status: int
    kind: str
    text: str


class Preview:
    """The pages of one folder."""

    def __init__(self, workspace: Workspace) -> None:
        """Take the folder's workspace."""
        self._workspace = workspace

    def get(self, address: str) -> Answer:
        """What stands at an address, from its first ``/`` on."""
        if address == "/versi":
            return Answer(200, "text/plain", self._workspace.version())
        if address == "/gaya.css":
            return Answer(200, "text/css", STYLE)
        if address == "/skrip.js":
            return Answer(200, "text/javascript", SCRIPT)
        return self._page(_read(address), None)

    def post(self, address: str, fields: Fields) -> Answer:
        """The same page of a quiz, with what is said on the answers."""
        return self._page(_read(address), fields)

    def _page(self, asked: _Asked, fields: Fields | None) -> Answer:
        snapshot = self._workspace.snapshot()
        page = Page(snapshot, asked.view, asked.path)
        text = _quiz(page, asked, fields) if fields is not None else _text(page, asked)
        if text is None:
            return Answer(404, "text/html", missing_page(page))
        return Answer(200, "text/html", text)


@dataclass(frozen=True, slots=True)
class _Asked:
    path: str
    view: View
    seed: int

    @property
    def parts(self) -> list[str]:
        return [unquote(part) for part in self.path.removeprefix("/").split("/")]


def _text(page: Page, asked: _Asked) -> str | None:
    match asked.parts:
        case [""]:
            return overview(page)
        case ["masalah"]:
            return problems_page(page)
        case ["pelajaran" | "cetak" as kind, lesson_id]:
            course = page.snapshot.course
            lesson = course.lesson(lesson_id) if course else None
            show = print_page if kind == "cetak" else partial(lesson_page, page)
            return show(lesson) if lesson else None
        case _:
            return _quiz(page, asked, None)


def _quiz(page: Page, asked: _Asked, fields: Fields | None) -> str | None:
    quiz = page.snapshot.quiz(asked.parts[1]) if _is_quiz(asked) else None
    return quiz_page(replace(page, seed=asked.seed), quiz, fields) if quiz else None


def _is_quiz(asked: _Asked) -> bool:
    return len(asked.parts) == 2 and asked.parts[0] == "kuis"


def _read(address: str) -> _Asked:
    found = urlsplit(address)
    values = {name: texts[0] for name, texts in parse_qs(found.query).items()}
    is_trainer = values.get("pandangan") == View.TRAINER.value
    view = View.TRAINER if is_trainer else View.LEARNER
    return _Asked(found.path, view, _seed(values.get("benih", "")))


def _seed(text: str) -> int:
    is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST_SEED))
    return int(text) if is_number and 0 < int(text) <= LARGEST_SEED else _USUAL_SEED
