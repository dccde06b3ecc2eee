"""``new``: what it writes passes ``check`` without a warning, and nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.__main__ import main
from lessons.commands.new import _in_yaml
from lessons.questions.registry import TYPES
from lessons.reader import read_course
from lessons.yaml_nodes import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path


def new(folder: Path, title: str = "Surat masuk", code: str = "ASN-09") -> int:
    return main(["new", str(folder), "--kode", code, "--judul", title])


def test_a_new_course_passes_check_without_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(tmp_path / "a" / "asn-09", "Surat: “masuk” & 'keluar'") == 0
    assert "python -m lessons check" in capsys.readouterr().out
    assert main(["check", str(tmp_path / "a" / "asn-09")]) == 0
    out = capsys.readouterr().out
    assert out == "1 pelatihan diperiksa: 0 kesalahan, 0 peringatan.\n"
    course = read_course(tmp_path / "a" / "asn-09")
    assert (course.code, course.title) == ("ASN-09", "Surat: “masuk” & 'keluar'")
    assert (course.folder / "img").is_dir()


def test_a_new_course_shows_every_question_type(tmp_path: Path) -> None:
    new(tmp_path / "a")
    quizzes = read_course(tmp_path / "a").quizzes()
    shown = {question.kind for quiz in quizzes for question in quiz.questions}
    assert shown == {kind.kind for kind in TYPES}


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    assert new(tmp_path) == 0


@pytest.mark.parametrize(
    ("title", "code", "said"),
    [("", "ASN-09", "judul"), ("\x07", "ASN-09", "judul"), ("Baik", "asn-9", "misalnya ASN-09")],
)
def test_wrong_use(
    tmp_path: Path, title: str, code: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        new(tmp_path / "a", title, code)
    assert caught.value.code == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "a").exists()


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "course.md"
    kept.write_text("milik saya", encoding="utf-8")
    for target in (tmp_path, kept):
        with pytest.raises(SystemExit) as caught:
            new(target)
        assert caught.value.code == 2
    assert kept.read_text(encoding="utf-8") == "milik saya"
    assert [path.name for path in tmp_path.iterdir()] == ["course.md"]
    assert "tidak ada yang ditimpa" in capsys.readouterr().err


def test_a_folder_that_can_not_be_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "berkas").touch()
    assert new(tmp_path / "berkas" / "a") == 1
    assert "tidak dapat ditulis" in capsys.readouterr().err


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_any_title_reads_back(title: str) -> None:
    root = parse_yaml(f"judul: {_in_yaml(title)}").value
    assert isinstance(root, dict)
    assert root["judul"].value == title
