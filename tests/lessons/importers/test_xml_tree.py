"""XML as elements with lines."""

from __future__ import annotations

import pytest

from lessons.importers.xml_tree import NotWellFormed, parse

BOMB = '<!DOCTYPE quiz [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>'
EXTERNAL = '<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>'


def test_elements_know_their_lines_and_texts() -> None:
    root = parse(
        '<quiz>\n<Question Type="essay">\n<name><text> Satu </text></name></Question></quiz>'
    )
    question = root.children[0]
    assert (question.tag, question.line, question.attributes) == ("question", 2, {"type": "essay"})
    assert question.value("name", "text") == "Satu"
    assert question.value("name", "nothing", default="-") == "-"


def test_text_and_cdata_are_one_text() -> None:
    assert parse("<a>x<![CDATA[<b>]]>y<c/>z</a>").text == "x<b>yz"


@pytest.mark.parametrize("text", [BOMB, EXTERNAL, "", "x", "<a>", "<a>&nbsp;</a>", "<a/><b/>"])
def test_what_is_no_plain_document_is_refused(text: str) -> None:
    with pytest.raises(NotWellFormed):
        parse(text)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(NotWellFormed):
        parse("<a>" * 5000 + "</a>" * 5000)


def test_the_line_of_the_fault_is_told() -> None:
    with pytest.raises(NotWellFormed) as caught:
        parse("<quiz>\n<a>\n</b>\n</quiz>")
    assert caught.value.line == 3
