"""``export`` as a trainer types it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lessons.__main__ import main
from lessons.importers.moodle_xml import read_moodle_xml
from tests.lessons.building import COURSES, copy_mini, edit

if TYPE_CHECKING:
    from pathlib import Path

QUIZ = """---
id: x
jenis: latihan
lulus: 70
ambil: 1
---
## Satu {#satu uji=apa-saja}
Apa?
- (x) a) ya
- ( ) b) tidak

## Dua {#dua uji=lain#lagi}
Urutkan.
1. a) satu
2. b) dua
"""


@pytest.fixture
def quiz(tmp_path: Path) -> Path:
    path = tmp_path / "draf-x.kuis.md"
    path.write_text(QUIZ, encoding="utf-8")
    return path


def test_one_quiz_to_one_file(
    quiz: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "hasil" / "x.xml"
    assert main(["export", str(quiz), "--as", "moodle-xml", "--to", str(target)]) == 0
    assert capsys.readouterr().out == f"{target}\n"
    outcome = read_moodle_xml(target.read_bytes())
    assert [each.question.head.title for each in outcome.questions] == ["Satu", "Dua"]


def test_what_gift_can_not_say_is_told_and_left_out(
    quiz: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(quiz), "--as", "gift", "--to", str(tmp_path)]) == 3
    assert "draf-x.kuis.md: “Dua” ditinggalkan" in capsys.readouterr().err
    assert "::Satu::" in (tmp_path / "draf-x.gift").read_text(encoding="utf-8")


def test_a_whole_folder(tmp_path: Path) -> None:
    folder = COURSES / "mini"
    assert main(["export", str(folder), "--as", "moodle-xml", "--to", str(tmp_path)]) == 0
    names = {path.name.removesuffix(".kuis.md") for path in folder.glob("*.kuis.md")}
    assert {path.stem for path in tmp_path.iterdir()} == names


def test_lessons_as_pages_to_print(tmp_path: Path) -> None:
    folder = copy_mini(tmp_path)
    lesson = next(path for path in folder.glob("*-*.md") if not path.name.endswith(".kuis.md"))
    pages, page = tmp_path / "semua", tmp_path / "satu.html"
    assert main(["export", str(folder), "--as", "html", "--to", str(pages)]) == 0
    assert main(["export", str(lesson), "--as", "html", "--to", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert (pages / f"{lesson.stem}.html").read_text(encoding="utf-8") == text


def test_the_workshop_sheet_is_printed_too(tmp_path: Path) -> None:
    folder = copy_mini(tmp_path)
    (folder / "diskusi.md").write_text("# Diskusi\n\n<!-- x -->\n- satu\n", encoding="utf-8")
    assert main(["export", str(folder), "--as", "html", "--to", str(tmp_path / "cetak")]) == 0
    page = (tmp_path / "cetak" / "diskusi.html").read_text(encoding="utf-8")
    assert "<h1>Diskusi</h1>" in page
    assert "<li>satu</li>" in page
    assert "<!-- x" not in page


def test_a_page_of_what_is_no_lesson(tmp_path: Path) -> None:
    folder = copy_mini(tmp_path)
    for source in (folder / "course.md", tmp_path / "no-such-folder" / "x.md"):
        with pytest.raises(SystemExit) as stopped:
            main(["export", str(source), "--as", "html", "--to", str(tmp_path / "x.html")])
        assert stopped.value.code == 2


def test_a_quiz_with_problems_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_mini(tmp_path)
    broken = next(folder.glob("*.kuis.md"))
    edit(broken, "- (x)", "- (?)")
    target = tmp_path / "x.xml"
    assert main(["export", str(broken), "--as", "moodle-xml", "--to", str(target)]) == 1
    assert broken.name in capsys.readouterr().err
    assert not target.exists()


@pytest.mark.parametrize("source", ["no-such-file", "."])
def test_wrong_use(source: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / source
    with pytest.raises(SystemExit) as stopped:
        main(["export", str(path), "--as", "gift", "--to", str(tmp_path)])
    assert stopped.value.code == 2
    assert "kuis" in capsys.readouterr().err


def test_a_target_that_can_not_be_written(quiz: Path, tmp_path: Path) -> None:
    target = quiz / "x.xml"
    with pytest.raises(SystemExit) as stopped:
        main(["export", str(quiz), "--as", "moodle-xml", "--to", str(target)])
    assert stopped.value.code == 2
