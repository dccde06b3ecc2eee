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
COLOURS = Colours(
    text="#000001",
    muted="#000002",
    link="#000003",
    border="#000004",
    shade="#000005",
    important=Box("#000010", "#000011"),
    example=Box("#000020", "#000021"),
    practice=Box("#000030", "#000031"),
    summary=Box("#000040", "#000041"),
    quote=Box("#000050", "#000051"),
)
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


def test_everything_that_markdown_may_hold() -> None:
    markdown = (REFERENCE / "everything.md").read_text(encoding="utf-8")
    _compare("everything.html", fragment(markdown, COLOURS) + "\n")


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
