from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.problems import Report
from lessons.questions.braces import braces, read_value, split_braces, value_text

KNOWN = ("tetap", "nilai")
LINE = 7


def split(text: str) -> tuple[str, dict[str, str]]:
    report = Report(Path("k.kuis.md"))
    found = split_braces(text, KNOWN, LINE, report)
    assert report.problems == []
    return found


@pytest.mark.parametrize(
    ("text", "rest", "found"),
    [
        ("Teks", "Teks", {}),
        ("Teks {tetap}", "Teks", {"tetap": ""}),
        ("Teks{tetap}  ", "Teks", {"tetap": ""}),
        ("Teks {nilai=50}", "Teks", {"nilai": "50"}),
        ("Teks {tetap nilai=1/3}", "Teks", {"tetap": "", "nilai": "1/3"}),
        ("Teks {nilai=-25 tetap}", "Teks", {"tetap": "", "nilai": "-25"}),
        ("Teks {nilai = 50}", "Teks", {"nilai": "50"}),
        ("Teks {tetap} {nilai=50}", "Teks", {"tetap": "", "nilai": "50"}),
        ("{tetap}", "", {"tetap": ""}),
        ("Teks {tetap} lagi", "Teks {tetap} lagi", {}),
        ("Teks \\{tetap}", "Teks \\{tetap}", {}),
        ("Himpunan {1, 2}", "Himpunan {1, 2}", {}),
        ("Kosong {}", "Kosong {}", {}),
    ],
)
def test_takes_off_what_stands_at_the_end(text: str, rest: str, found: dict[str, str]) -> None:
    assert split(text) == (rest, found)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Teks {tetp}", "“tetap”"),
        ("Teks {nilia=50}", "“nilai”"),
        ("Teks {nilai}", "{nilai=50}"),
        ("Teks {nilai=}", "{nilai=50}"),
        ("Teks {tetap=ya}", "{tetap}"),
        ("Teks {tetap tetap}", "{tetap}"),
        ("Teks {himpunan}", "\\{"),
    ],
)
def test_says_what_can_not_be_read(text: str, hint: str) -> None:
    report = Report(Path("k.kuis.md"))
    split_braces(text, KNOWN, LINE, report)
    (problem,) = report.problems
    assert (problem.line, "tidak dapat dibaca" in problem.message) == (LINE, True)
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("50", Fraction(1, 2)),
        ("50%", Fraction(1, 2)),
        ("-25", Fraction(-1, 4)),
        ("−25", Fraction(-1, 4)),
        ("33,3", Fraction(333, 1000)),
        ("1/3", Fraction(1, 3)),
        ("-1/6", Fraction(-1, 6)),
        ("0", Fraction(0)),
        ("100", Fraction(1)),
    ],
)
def test_a_value_is_percent_or_a_fraction(written: str, value: Fraction) -> None:
    report = Report(Path("k.kuis.md"))
    assert read_value(written, LINE, report) == value
    assert report.problems == []


@pytest.mark.parametrize(
    "written", ["33.3", "101", "-101", "4/3", "1/0", "x", "1e2", "٥٠", "--5", "5-", "1/-3", "+5"]
)
def test_any_other_value_is_told(written: str) -> None:
    report = Report(Path("k.kuis.md"))
    assert read_value(written, LINE, report) == 0
    (problem,) = report.problems
    assert (problem.line, problem.message) == (LINE, f"“nilai={written}” tidak dapat dibaca.")
    assert "33,3, atau 1/3" in problem.hint


@given(
    st.booleans(),
    st.one_of(st.none(), st.fractions(min_value=-1, max_value=1, max_denominator=10**8)),
)
def test_what_is_written_reads_back(fixed: bool, value: Fraction | None) -> None:
    rest, found = split(f"Teks{braces(fixed, value)}")
    assert rest == "Teks"
    assert ("tetap" in found) == fixed
    assert found.get("nilai") == (None if value is None else value_text(value))
    if value is not None:
        assert read_value(found["nilai"], LINE, Report(Path("k.kuis.md"))) == value
