"""``check`` as a trainer calls it; what is wrong with a course is tried in the readers' tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lessons.__main__ import main
from tests.lessons.building import copy_mini, edit
from tests.lessons.test_past import git

if TYPE_CHECKING:
    from pathlib import Path

QUIZ = "01-surat-masuk.kuis.md"
DRAFT = "---\njudul: Dari bank soal\n---\n## Satu {#satu}\nApa?\n- (x) a) Ini\n- ( ) b) Itu\n"


def checked(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[str]]:
    code = main(["check", *map(str, arguments)])
    return code, capsys.readouterr().out.splitlines()


def test_drafts_beside_a_course_are_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = folder / "draf-bank.kuis.md"
    draft.write_text(DRAFT, encoding="utf-8")
    assert checked(capsys, folder)[0] == 0
    line = edit(draft, "- (x) a)", "- ( ) a)") - 2
    code, lines = checked(capsys, folder)
    assert code == 1
    assert lines[0].startswith(f"{draft}:{line}: Soal pilihan tunggal ini mempunyai 0 kunci.")


def test_a_folder_that_only_holds_drafts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draf-bank.kuis.md"
    draft.write_text(DRAFT, encoding="utf-8")
    assert checked(capsys, tmp_path) == (0, ["1 pelatihan diperiksa: 0 kesalahan, 0 peringatan."])
    assert checked(capsys, draft)[0] == 0
    edit(draft, "{#satu}", "{#satu tingkat=sdang}")
    assert "“sedang”" in checked(capsys, tmp_path)[1][0]
    (tmp_path / "01-a.md").write_text("x", encoding="utf-8")
    assert any("course.md" in line for line in checked(capsys, tmp_path)[1])


def test_one_file_of_a_course(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder / QUIZ, "uji=mencatat", "uji=mencatatt")
    edit(folder / "tes-akhir.kuis.md", "lulus: 70", "lulus: 700")
    code, lines = checked(capsys, folder / QUIZ)
    assert (code, len(lines)) == (1, 2)
    assert "“mencatat”" in lines[0]
    assert checked(capsys, folder / "02-kata-sandi.md")[0] == 0


def test_one_file_of_a_course_whose_head_is_broken(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(folder / "course.md", "kode: ASN-99", "kode: x")
    code, lines = checked(capsys, folder / QUIZ)
    assert code == 1
    assert "“kode: x”" in lines[0]


def test_one_file_whose_name_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / QUIZ).rename(folder / "1-surat.kuis.md")
    code, lines = checked(capsys, folder / "1-surat.kuis.md")
    assert code == 1
    assert "“01-surat.kuis.md”" in lines[0]


def test_against_a_revision(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy_mini(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Awal")
    assert checked(capsys, "--against", "HEAD", folder)[0] == 0
    edit(folder / QUIZ, "{#surat-isi", "{#surat-lain")
    assert main(["check", "--json", "--against", "HEAD", str(folder)]) == 1
    report = json.loads(capsys.readouterr().out)
    assert "Soal “#surat-isi” hilang." in [each["message"] for each in report["problems"]]


def test_against_a_revision_that_is_not_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["check", "--against", "HEAD", str(folder)])
    assert caught.value.code == 2
    assert "repositori Git" in capsys.readouterr().err
