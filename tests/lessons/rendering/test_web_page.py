"""The dress for browsers: a golden file, what a screen reader needs, what never gets through."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.rendering import print_page, web_fragment, web_page

if TYPE_CHECKING:
    from lessons.course import Course, Lesson

REFERENCE = Path(__file__).parent.parent / "_reference"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
NOWHERE = Path("tidak-ada")


def _lesson(course: Course, body: str, folder: Path, **glossary: str) -> Lesson:
    lesson = course.lessons[0]
    path = folder / lesson.path.name
    return replace(lesson, body=body, path=path, glossary=tuple(glossary.items()))


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    (tmp_path / "img").mkdir()
    (tmp_path / "img/buku.png").write_bytes(PNG)
    return tmp_path


def test_everything_that_markdown_may_hold(mini: Course, pictures: Path) -> None:
    body = (REFERENCE / "everything.md").read_text(encoding="utf-8")
    page = web_page(_lesson(mini, body, pictures, Agenda="Buku surat.", Disposisi="Petunjuk."))
    path = REFERENCE / "everything-web.html"
    if not path.exists():
        path.write_text(page, encoding="utf-8", newline="\n")
        pytest.fail(f"{path.name} was written; read it through")
    assert page == path.read_text(encoding="utf-8")


def test_a_picture_with_a_caption_is_a_figure(pictures: Path) -> None:
    html = web_fragment('![Buku](img/buku.png "Gambar 1")', pictures)
    data = base64.b64encode(PNG).decode()
    assert html == (
        f'<figure><img alt="Buku" src="data:image/png;base64,{data}">'
        "<figcaption>Gambar 1</figcaption></figure>"
    )


@pytest.mark.parametrize("name", ["img/tidak-ada.png", "img/teks.png", "img/keluar.png"])
def test_of_a_picture_that_is_none_the_words_remain(pictures: Path, name: str) -> None:
    (pictures / "img/teks.png").write_text("bukan gambar")
    (pictures / "img/keluar.png").symlink_to("/etc/hostname")
    assert web_fragment(f"![Arti]({name})", pictures) == '<img alt="Arti" src="">'


def test_only_the_first_place_of_a_term_in_the_text_is_marked(mini: Course) -> None:
    body = "## Agenda {#a}\n\n`agenda` [agenda](#a) buku *agenda* itu. Agenda lagi.\n"
    page = web_page(_lesson(mini, body, NOWHERE, Agenda="Buku surat."))
    (mark,) = re.findall(r"<dfn.*?</dfn>", page)
    assert ">agenda</a>" in mark
    assert 'title="Buku surat."' in mark
    assert f"<em>{mark}</em>" in page
    (described,) = re.findall(r'aria-describedby="([^"]*)"', mark)
    assert f'id="{described}">Buku surat.</dd>' in page


def test_a_longer_term_goes_before_its_part(mini: Course) -> None:
    body = "Setiap data pribadi adalah data. Database bukan.\n"
    page = web_page(_lesson(mini, body, NOWHERE, data="Satu.", **{"data pribadi": "Dua."}))
    assert re.findall(r"<dfn[^>]*><a[^>]*>(.*?)</a>", page) == ["data pribadi", "data"]


def test_a_formula_is_mathml() -> None:
    html = web_fragment("```rumus\nx^2 // jumlah(y) >= -1\n```", NOWHERE)
    assert html == (
        '<div class="rumus"><math display="block"><mrow><mfrac><mrow><msup><mi>x</mi><mrow>'
        "<mn>2</mn></mrow></msup></mrow><mrow><mrow><mo>∑</mo><mrow><mi>y</mi></mrow></mrow></mrow>"
        '</mfrac><mo>≥</mo><mo form="prefix">−</mo><mn>1</mn></mrow></math></div>'
    )


def test_a_gap_is_no_link() -> None:
    assert web_fragment("Isi [[1]]\n\n[1]: https://go.id", NOWHERE) == "Isi [[1]]"


def test_boxes_tasks_and_tables_say_what_they_are() -> None:
    html = web_fragment("!!! penting\n    Isi\n\n- [x] a\n\n| B |\n|--:|\n| c |\n", NOWHERE)
    assert '<div aria-label="Penting" class="kotak penting" role="note">' in html
    assert '<input aria-label="sudah" checked="" disabled="" type="checkbox">' in html
    assert '<th class="kanan" scope="col">B</th>' in html


def test_no_page_says_anything_in_english(mini: Course) -> None:
    assert "Jump" not in web_page(_lesson(mini, "a[^1]\n\n[^1]: b\n", NOWHERE))


def test_a_printed_page_needs_nothing_beside_it(mini: Course, pictures: Path) -> None:
    page = print_page(_lesson(mini, "![Buku](img/buku.png)\n\n[JDIH](https://go.id)", pictures))
    assert page.startswith("<!DOCTYPE html>")
    assert "@page { size: A4;" in page
    assert re.findall(r'(?:src|href)="((?!#)[^"]{0,19})', page) == [
        "data:image/png;base",
        "https://go.id",
    ]
    assert "default-src 'none'" in page


DANGEROUS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](file:///etc/passwd)",
    "[a](//example.com)",
    "![a](http://example.com/x.png)",
    "![a](../x.png)",
    "![a](data:image/png;base64,AAAA)",
    "Teks\n{: onclick='alert(1)' style='color: red' class='tombol' id='isi' }",
    '!!! penting "<img src=x>"\n    <iframe src=x></iframe>',
    "```rumus\n<script>\n```",
]


@pytest.mark.parametrize("markdown", DANGEROUS)
def test_nothing_dangerous_gets_through(markdown: str) -> None:
    _assert_safe(web_fragment(markdown, NOWHERE))


@given(
    st.lists(
        st.text(max_size=6)
        | st.sampled_from([*DANGEROUS, "\n\n", "    ", "```rumus\n", "a // b", "```", "|-|", "> "])
    ).map("".join)
)
def test_any_text_is_rendered_and_safe(markdown: str) -> None:
    _assert_safe(web_fragment(markdown, NOWHERE))


def _assert_safe(html: str) -> None:
    for tag, attributes in re.findall(r"<([a-zA-Z0-9]+)([^>]*)>", html):
        assert tag not in {"script", "iframe", "style", "object", "form", "button", "svg"}
        assert not re.search(r"\s(on\w+|style)=", attributes)
        assert 'src="' not in attributes or 'src=""' in attributes
        assert "tombol" not in attributes
    targets = re.findall(r'href="([^"]*)"', html)
    assert all(target.startswith(("#", "http://", "https://")) for target in targets)


def test_the_page_is_well_formed(mini: Course) -> None:
    page = web_page(mini.lessons[0]).replace("<br>", "<br/>")
    assert ET.fromstring(page).tag == "article"  # noqa: S314
