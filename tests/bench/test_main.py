from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bench.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path


def test_named_benchmarks_are_measured_printed_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--json", "figures.json", "reading", "commit"]) == 0
    printed = capsys.readouterr().out
    written = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert printed.startswith(written["machine"])
    assert len(written["figures"]) == 2
    for figure in written["figures"]:
        assert figure["what"] in printed
        assert figure["value"] > 0
        assert figure["peer_value"] > 0


def test_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["speed"])
    assert ended.value.code == 2
    assert "window_start" in capsys.readouterr().err
