"""Texts of other systems show the same in Markdown."""

from __future__ import annotations

import pytest

from lessons.importers.outcome import Unusable
from lessons.importers.translating import HTML, MARKDOWN, MOODLE, PLAIN, Translator


def _keep(source: str) -> str:
    return f"img/{source}"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>Satu</p><p>dua<br/>tiga</p>", "Satu\n\ndua\n\ntiga"),
        ("a&nbsp;&lt;b&gt; &amp; c", "a &lt;b> & c"),
        ("<b> a </b>b <em>c</em>", "**a** b *c*"),
        ("<strong>a<p>b</strong>c", "**a**\n\n**b**c"),
        ("<b></b>x<i> </i>y", "x y"),
        ("<ul><li>a<li><p>b</p><ol><li>c</ol></ul>d", "- a\n- b\n    1. c\n\nd"),
        ("<table><tr><th>a|b<th>c</tr><tr><td>d</table>", "| a\\|b | c |\n| --- | --- |\n| d |  |"),
        ("<pre>x = 1\n  y</pre>", "```\nx = 1\n  y\n```"),
        ("<code>a*b</code> <tt>`</tt>", "`a*b` `` ` ``"),
        ("H<sub>2</sub>O m<sup>2</sup>", "H₂O m²"),
        ('<a href="https://a.id/(x)">b</a>', "[b](https://a.id/%28x%29)"),
        ('<img src="a.png" alt="Peta [1]">', "![Peta 1](img/a.png)"),
        ("<script>x</script><style>y</style><!-- z -->a", "a"),
        ("<h2>Judul</h2>isi", "**Judul**\n\nisi"),
        ("a <stdio.h> b < c > d", "a &lt;stdio.h> b < c > d"),
        ("1. a) x", "1\\. a) x"),
        ("# a * b_c _d_ [e](f)", "\\# a \\* b_c \\_d\\_ \\[e\\]&#40;f)"),
    ],
)
def test_html(html: str, markdown: str) -> None:
    assert Translator(_keep).block(html, HTML) == markdown


def test_what_is_lost_is_told_once() -> None:
    translator = Translator()
    text = '<img src="x.png" alt="Peta"><video src="y"></video><a href="file:z">c</a><sup>ab</sup>'
    assert translator.block(text, HTML) == "Petac^(ab)"
    translator.block(text, HTML)
    assert len(translator.notes) == 4


def test_line_ends_break_only_in_moodles_own_format_and_in_plain_text() -> None:
    for form, markdown in [
        (MOODLE, "a\n\nb"),
        (PLAIN, "a\n\nb"),
        (HTML, "a b"),
        (MARKDOWN, "a\nb"),
    ]:
        assert Translator().block("a\nb", form) == markdown


def test_markdown_stays_markdown() -> None:
    translator = Translator(_keep)
    text = "# Judul\n*a* <b>b</b> ![c](d.png) [e](http://f) [g](h)\n```\n# x"
    expected = "**Judul**\n*a* b ![c](img/d.png) [e](http://f) g\n```\n# x\n```"
    assert translator.block(text, MARKDOWN) == expected
    assert len(translator.notes) == 2


def test_one_line() -> None:
    line = Translator(_keep).line
    assert line("<p>a</p><ul><li>b<li>c</ul><table><tr><td>d<td>e</table>", HTML) == "a b c d, e"
    assert line("- a\nb {tetap}", PLAIN) == "\\- a b {tetap&#125;"
    assert line("* a", MARKDOWN) == "\\* a"


def test_feedback_holds_no_fences() -> None:
    translator = Translator()
    assert translator.aside("<p>a</p><pre>x\n y</pre>", HTML) == "a\n\n\n`x`\n`y`"
    assert translator.aside("", HTML) == ""


def test_long_paragraphs_are_broken_and_long_words_are_refused() -> None:
    block = Translator().block("kata " * 2000, PLAIN)
    assert max(map(len, block.split("\n"))) < 2000
    assert block.split() == ["kata"] * 2000
    with pytest.raises(Unusable):
        Translator().block("a" * 5000, PLAIN)
    with pytest.raises(Unusable):
        Translator().line("kata " * 2000, PLAIN)
