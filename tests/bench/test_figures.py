from __future__ import annotations

import json

import pytest

from bench.figures import AT_LEAST, Figure
from bench.table import render, to_json

START = Figure("start", 150.0, "ms", "bare window", 120.0, target=1.5, of_peer=True)
MEMORY = Figure("memory", 113.4, "MiB", target=110)
INTAKE = Figure("intake", 5321.0, "/s", target=1000, sense=AT_LEAST)
REQUESTS = Figure("requests", 1, "", target=1)
PLAIN = Figure("down", 182, "B")


@pytest.mark.parametrize(
    ("figure", "met"),
    [(START, True), (MEMORY, False), (INTAKE, True), (REQUESTS, True), (PLAIN, None)],
)
def test_target(figure: Figure, met: bool | None) -> None:
    assert figure.met is met


def test_target_of_a_peer_that_was_not_measured_is_neither_met_nor_missed() -> None:
    assert Figure("start", 150.0, "ms", target=1.5, of_peer=True).met is None


def test_table_reads_as_text_and_as_markdown() -> None:
    assert render([START, MEMORY, INTAKE, REQUESTS, PLAIN]) == "\n".join(
        [
            "| what     | ours     | beside it          | ratio | target     |      |",
            "|----------|----------|--------------------|-------|------------|------|",
            "| start    | 150 ms   | 120 ms bare window | 1.25  | ≤ 1.5 ×    | ok   |",
            "| memory   | 113 MiB  |                    |       | ≤ 110 MiB  | over |",
            "| intake   | 5,321 /s |                    |       | ≥ 1,000 /s | ok   |",
            "| requests | 1        |                    |       | ≤ 1        | ok   |",
            "| down     | 182 B    |                    |       |            |      |",
        ]
    )


def test_json_holds_what_the_table_shows() -> None:
    written = json.loads(to_json("two cores", [START], {"memory": "only on Linux"}))
    (figure,) = written["figures"]
    assert (written["machine"], written["left_out"]) == ("two cores", {"memory": "only on Linux"})
    assert (figure["what"], figure["ratio"], figure["met"]) == ("start", 1.25, True)
