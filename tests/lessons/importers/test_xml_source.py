"""Bytes of Moodle XML files as text."""

from __future__ import annotations

import pytest

from lessons.importers.outcome import UnreadableFile
from lessons.importers.xml_source import blocks, read_xml, resolved
from lessons.importers.xml_tree import parse

SMALL = "<quiz><question>é – ya</question></quiz>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("UTF-16", "utf-16"),
        ("windows-1252", "cp1252"),
        ("cp1251", "utf-8-sig"),
        ("no-such-encoding", "utf-8"),
        ("utf-7", "utf-8"),
    ],
)
def test_any_encoding(declared: str, encoding: str) -> None:
    data = f'<?xml version="1.0" encoding="{declared}"?>\n{SMALL}'.encode(encoding)
    assert parse(resolved(read_xml(data))).children[0].text == "é – ya"


def test_a_wrong_declaration_is_not_believed() -> None:
    data = f'<?xml version="1.0" encoding="utf-8"?>{SMALL}'.encode("cp1252")
    assert parse(resolved(read_xml(data))).children[0].text == "é – ya"


def test_named_entities_are_those_of_html() -> None:
    text = "<a>&eacute;&nbsp;&amp;&lt;&unknown;<![CDATA[&eacute;]]><!-- &nbsp; --></a>"
    assert parse(resolved(text)).text == "é\u00a0&<&unknown;&eacute;"


@pytest.mark.parametrize("name", ["<!DOCTYPE quiz>", "<!doctype quiz [<!ENTITY x 'y'>]>"])
def test_a_dtd_is_refused_before_anything_is_parsed(name: str) -> None:
    with pytest.raises(UnreadableFile, match="DOCTYPE"):
        resolved(f"{name}<quiz/>")


def test_a_dtd_in_cdata_is_text() -> None:
    text = "<a><![CDATA[<!DOCTYPE html>]]></a>"
    assert resolved(text) == text


def test_blocks_begin_on_their_lines() -> None:
    text = "<quiz>\n<question a='1'>x</question>\n<questiontext/>\n<question>y"
    found = [(block.line, block.text) for block in blocks(text)]
    assert found == [(2, "<question a='1'>x</question>"), (4, "<question>y")]


def test_long_rows_of_what_is_never_closed_take_no_time() -> None:
    for piece in ("<![CDATA[", "<!--", "<question>", " ", "&a"):
        text = read_xml((piece * 200_000).encode())
        assert resolved(text)
        assert sum(1 for _ in blocks(text)) in (0, 200_000)
