"""Seconds of what `bench/fuzz.py` does for minutes: any file is read, or refused in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.fuzz import is_withstood
from bench.fuzz_targets import TARGETS
from lessons.headings import read_heading
from lessons.problems import Report
from lessons.prose import sentences_of
from lessons.source_text import Line
from lessons.yaml_nodes import YamlUnusableError, parse_yaml
from tests.lessons.building import MINI

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

_YAML = st.text(st.sampled_from("a1:-[]{}?&*!|>'\"#%@`, \n\t\\"), max_size=60)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.__name__)
def test_spoiled_files(target: Callable[[Random, Path], None]) -> None:
    @settings(max_examples=40)
    @given(st.integers(0, 2**32 - 1))
    def withstands(seed: int) -> None:
        assert is_withstood(target, seed)

    withstands()


def refusal(text: str) -> YamlUnusableError | None:
    try:
        parse_yaml(text)
    except YamlUnusableError as error:
        return error
    return None


@given(_YAML)
def test_any_yaml_is_read_or_refused_at_a_line(text: str) -> None:
    error = refusal(text)
    assert error is None or (error.place.line >= 1 and error.message)


@given(st.text(st.sampled_from('#{}= a"-_\\'), max_size=40))
def test_any_heading_tells_columns_within_its_line(text: str) -> None:
    report = Report(MINI)
    heading = read_heading(Line(1, text), report)
    columns = [problem.column for problem in report.problems]
    columns += heading.columns.values() if heading else []
    assert all(0 <= column <= len(text) for column in columns)


@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 3000, "a: " + "{" * 3000, "- " * 400_000, "a: " + "[b," * 20_000, "? " * 9000],
)
def test_deep_yaml_is_refused_before_it_is_read(text: str) -> None:
    with pytest.raises(YamlUnusableError, match="tidak dipakai di sini"):
        parse_yaml(text)


def test_a_second_yaml_document_is_refused() -> None:
    with pytest.raises(YamlUnusableError, match="tidak dipakai di sini"):
        parse_yaml("a: b\n--- \nc: d")


@given(st.text(max_size=200))
def test_sentences_of_any_text(text: str) -> None:
    assert all(sentence.text for sentence in sentences_of(text))
