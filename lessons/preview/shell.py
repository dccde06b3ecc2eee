"""What every page of the preview shares: head, switch of views, problems, and addresses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from lessons.preview.workspace import Snapshot

if TYPE_CHECKING:
    from lessons.problems import Problem

_SHOWN_PROBLEMS = 3


class View(StrEnum):
    """Whose eyes the page is for; the values stand in addresses."""

    LEARNER = "peserta"
    TRAINER = "pengajar"


@dataclass(frozen=True, slots=True)
class Page:
    """The page that was asked for.

    Attributes:
        path: Its address without what follows ``?``.
        seed: From which a quiz draws; 0 where the page is no quiz.
    """

    snapshot: Snapshot
    view: View
    path: str
    seed: int = 0

    @property
    def for_trainer(self) -> bool:
        """Whether keys may be shown."""
        return self.view is View.TRAINER

    def link(self, *parts: str, anchor: str = "") -> str:
        """The address of another page in the same view, fit for an attribute."""
        path = "/" + "/".join(quote(part, safe="") for part in parts)
        return escape(_address(path, self.view, 0) + (f"#{quote(anchor)}" if anchor else ""))

    def again(self, seed: int) -> str:
        """The address of this page with another seed, fit for an attribute."""
        return escape(_address(self.path, self.view, seed))


def document(page: Page, title: str, main: str) -> str:
    """A whole page."""
    return f"""\
<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} · Pratinjau Bina ASN</title>
<link rel="stylesheet" href="/gaya.css">
<script src="/skrip.js" defer></script>
</head>
<body data-versi="{page.snapshot.version}">
<a class="lewati" href="#isi">Langsung ke isi</a>
<header>{_head(page)}</header>
<p id="kabar" role="status" hidden>Pratinjau tidak menjawab. Jalankan lagi perintahnya.</p>
{_banner(page)}
<main id="isi">
{main}
</main>
</body>
</html>
"""


def place_of(problem: Problem, page: Page) -> str:
    """File and line as a trainer looks for them."""
    folder = page.snapshot.folder
    is_inside = problem.path.is_relative_to(folder) and problem.path != folder
    name = str(problem.path.relative_to(folder)) if is_inside else folder.resolve().name
    numbers = [str(number) for number in (problem.line, problem.column) if number]
    return ":".join([name, *numbers])


def _head(page: Page) -> str:
    course = page.snapshot.course
    name = f"{course.code} {course.title}" if course else page.snapshot.folder.resolve().name
    views = "".join(_switch(page, view) for view in View)
    return (
        f'<p class="nama"><a href="{page.link()}">{escape(name)}</a></p>'
        f'<nav aria-label="Pandangan">{views}</nav>'
    )


def _switch(page: Page, view: View) -> str:
    current = ' aria-current="true"' if view is page.view else ""
    address = escape(_address(page.path, view, page.seed))
    return f'<a href="{address}"{current}>Pandangan {view.value}</a> '


def _address(path: str, view: View, seed: int) -> str:
    values = {"pandangan": view.value} if view is not View.LEARNER else {}
    if seed:
        values["benih"] = str(seed)
    return f"{path}?{urlencode(values)}" if values else path


def _banner(page: Page) -> str:
    problems = page.snapshot.findings.problems
    if not problems or page.path in ("/masalah", "/"):
        return ""
    first = "".join(
        f"<li><code>{escape(place_of(each, page))}</code> {escape(each.message)}</li>"
        for each in problems[:_SHOWN_PROBLEMS]
    )
    return (
        f'<div class="rusak" role="alert"><p><strong>{len(problems)} kesalahan harus diperbaiki.'
        f"</strong> Yang tampak di bawah ini versi baik terakhir."
        f' <a href="{page.link("masalah")}">Lihat semua</a></p><ul>{first}</ul></div>'
    )
