"""Rendered text against golden files, and what must never get through.

A golden file is written anew by deleting it and running the test once, which then fails.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.catalogue import bundled_root, load_catalogue
from lessons.rendering import Box, Colours, fragment, lesson_page

if TYPE_CHECKING:
    from lessons.course import Course

REFERENCE = Path(__file__).parent.parent / "_reference"
LIGHT = Colours(
    text="#1b2024",
    muted="#565f66",
    link="#0b5563",
    border="#c3cad0",
    shade="#e7ebef",
    important=Box("#8a4b00", "#fbeedd"),
    example=Box("#0b5563", "#e0eef3"),
    practice=Box("#1d6b3c", "#e4f3e9"),
    summary=Box("#565f66", "#e7ebef"),
    quote=Box("#8b959d", "#f4f6f8"),
)
DARK = Colours(
    text="#e8eaec",
    muted="#a9b2ba",
    link="#62bfd3",
    border="#48525b",
    shade="#2a313a",
    important=Box("#efa85b", "#3a2b18"),
    example=Box("#62bfd3", "#173842"),
    practice=Box("#74c792", "#19351f"),
    summary=Box("#a9b2ba", "#2a313a"),
    quote=Box("#7c878f", "#16191c"),
)
COLOURS = LIGHT
TAG = re.compile(r"<(/?)([a-zA-Z0-9]+)([^>]*)>")
HREF = re.compile(r'href="([^"]*)"')


def _compare(name: str, html: str) -> None:
    path = REFERENCE / name
    if not path.exists():
        path.write_text(html, encoding="utf-8", newline="\n")
        pytest.fail(f"{name} was written; read it through")
    assert html == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [0, 1])
def test_lessons(mini: Course, number: int) -> None:
    lesson = mini.lessons[number]
    _compare(f"{lesson.id}.html", lesson_page(lesson, COLOURS))


@pytest.mark.parametrize(("name", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_everything_that_markdown_may_hold(name: str, colours: Colours) -> None:
    markdown = (REFERENCE / "everything.md").read_text(encoding="utf-8")
    _compare(f"everything-{name}.html", fragment(markdown, colours) + "\n")


def test_a_caption_stands_quietly_below_its_picture() -> None:
    html = fragment('![Buku](img/buku.png "Gambar 1")', COLOURS)
    picture, caption = html.split("</p><p")
    assert 'alt="Buku"' in picture
    assert f"color:{COLOURS.muted}" in caption
    assert "Gambar 1" in caption


def test_a_fraction_is_one_row_above_another() -> None:
    html = fragment("```rumus\n(a + b) // c\n```", COLOURS)
    assert html.index("a&nbsp;+") < html.index("</tr><tr>") < html.index(">c<")


@pytest.mark.parametrize("markdown", ["Isi [[1]] ini\n\n[1]: https://go.id", "Isi [[1]](x)"])
def test_a_gap_is_no_link(markdown: str) -> None:
    html = fragment(markdown, COLOURS)
    assert "[[1]]" in html
    assert "<a" not in html


def test_blocks_side_by_side_stay_apart() -> None:
    html = fragment("- butir\n```\nsatu\n```\n```\ndua\n```\n", COLOURS)
    assert html.count("<pre") == 2
    assert html.index("</ul>") < html.index("satu")


def test_a_fence_in_indented_code_is_text() -> None:
    assert "```\nx\n```" in fragment("Teks\n\n    kode\n    ```\n    x\n    ```\n", COLOURS)


def test_a_lesson_without_glossary_and_sources(mini: Course) -> None:
    page = lesson_page(replace(mini.lessons[0], glossary=(), sources=()), COLOURS)
    assert "Istilah" not in page
    assert "Sumber" not in page


def test_every_heading_of_the_bundled_courses_is_an_anchor() -> None:
    for course in load_catalogue(bundled_root()).courses:
        for lesson in course.lessons:
            page = lesson_page(lesson, COLOURS)
            assert all(f'<a name="{heading.id}"></a>' in page for heading in lesson.headings)


def test_one_paragraph_comes_bare() -> None:
    assert fragment("Satu **dua** <tiga>", COLOURS) == "Satu <strong>dua</strong> &lt;tiga&gt;"
    assert fragment("Satu\n\nDua", COLOURS) == "<p>Satu</p>\n<p>Dua</p>"
    assert fragment("", COLOURS) == ""


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](file:///etc/passwd)",
        "[a](//example.com)",
        "[a](../../etc/passwd)",
        "[a](data:text/html,x)",
        "[a][b]\n\n[b]: file:///etc/passwd",
        "<file:///etc/passwd>",
        "![a](http://example.com/x.png)",
        "![a](//example.com/x.png)",
        "![a](/etc/x.png)",
        "![a](../x.png)",
        "![a](..\\x.png)",
        "![a](data:image/png;base64,AAAA)",
        "Teks\n{: onclick='alert(1)' style='background-image: url(http://example.com)' }",
        "## Judul {onmouseover=alert(1)}",
        '!!! penting "<img src=x>"\n    <iframe src=x></iframe>',
    ],
)
def test_nothing_dangerous_gets_through(markdown: str) -> None:
    _assert_safe(fragment(markdown, COLOURS))


@given(
    st.lists(
        st.one_of(
            st.text(max_size=8),
            st.sampled_from(
                [
                    "<",
                    ">",
                    "[",
                    "](",
                    ")",
                    "![",
                    "#",
                    "\n",
                    "\n\n",
                    "    ",
                    "`",
                    "```",
                    "|",
                    "!!! a",
                    "[^1]",
                    "[^1]: ",
                    ":   ",
                    "- [ ] ",
                    "```rumus\n",
                    "a // b",
                    "[[1]]",
                    "> ",
                    "{: ",
                    "}",
                    "**",
                    "javascript:",
                    "&#",
                ]
            ),
        ),
        max_size=20,
    ).map("".join)
)
def test_any_text_is_rendered_and_safe(markdown: str) -> None:
    _assert_safe(fragment(markdown, COLOURS))


def _assert_safe(html: str) -> None:
    for _, tag, attributes in TAG.findall(html):
        assert tag not in {"script", "iframe", "style", "object", "form", "input", "svg", "div"}
        assert not re.search(r"\son\w+=|background-image|url\(", attributes)
        assert 'src="' not in attributes or re.search(r'src="[\w./%-]+"', attributes)
    assert all(target.startswith(("#", "http://", "https://")) for target in HREF.findall(html))
