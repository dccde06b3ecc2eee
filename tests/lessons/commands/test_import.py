"""``python -m lessons import``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lessons.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = "// c\n$CATEGORY: a\n\n::Satu::Apa?{=ya ~tidak}\n\nRusak{\n\nEsai{}\n"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.dat"
    path.write_text(_TEXT, encoding="utf-16")
    return path


def test_json_is_exactly_one_object(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(bank), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed.keys() == {"format", "questions", "skipped", "rejected"}
    assert printed["format"] == "gift"
    assert printed["questions"] == [{"title": "Satu", "type": "single-choice", "line": 4}]
    assert [(each["line"], each["kind"]) for each in printed["skipped"]] == [
        (2, "category"),
        (8, "essay"),
    ]
    assert [each["line"] for each in printed["rejected"]] == [6]
    assert all(each["reason"] for each in (*printed["skipped"], *printed["rejected"]))
    assert [path.name for path in bank.parent.iterdir()] == [bank.name]


def test_a_draft_passes_check(
    bank: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "draf"
    assert main(["import", str(bank), "--to", str(folder)]) == 0
    assert "draf-bank.kuis.md" in capsys.readouterr().out
    assert main(["check", str(folder)]) == 0
    assert main(["import", str(bank), "--to", str(folder), "--json"]) == 0
    assert len(list(folder.iterdir())) == 2


def test_without_a_folder_it_says_that_nothing_is_written(
    bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(bank)]) == 0
    printed = capsys.readouterr().out
    assert "Tidak ada yang ditulis" in printed
    assert "baris 6: ditolak." in printed


EMPTY: dict[str, object] = {"questions": [], "skipped": [], "rejected": []}


def test_exit_code_when_nothing_comes_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.txt"
    path.write_text("Rusak{", encoding="utf-8")
    assert main(["import", str(path), "--json", "--to", str(tmp_path / "y")]) == 3
    assert json.loads(capsys.readouterr().out)["questions"] == []
    assert not (tmp_path / "y").exists()
    assert main(["import", str(path)]) == 3
    assert "Tidak ada soal yang masuk" in capsys.readouterr().out


def test_a_file_that_can_not_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4")
    for name in ("x.pdf", "tidak-ada.txt", "."):
        assert main(["import", str(tmp_path / name), "--json"]) == 2
        printed = capsys.readouterr()
        assert json.loads(printed.out) == EMPTY | {"format": None}
        assert "Berkas tidak dapat diimpor" in printed.err


def test_a_folder_that_can_not_be_written(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["import", str(bank), "--to", str(bank)])
    assert caught.value.code == 2
    assert "tidak dapat ditulis" in capsys.readouterr().err


def test_the_template_imports_and_is_not_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "templat.xlsx"
    assert main(["import", "--template", str(path)]) == 0
    assert main(["import", str(path), "--to", str(tmp_path)]) == 0
    assert main(["check", str(tmp_path)]) == 0
    for arguments in (["--template", str(path)], ["--template", str(tmp_path / "a" / "b")]):
        with pytest.raises(SystemExit):
            main(["import", *arguments])
    capsys.readouterr()


@pytest.mark.parametrize("arguments", [[], ["a", "--template", "b"]])
def test_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["import", *arguments])
    assert caught.value.code == 2
    assert "FILE" in capsys.readouterr().err
