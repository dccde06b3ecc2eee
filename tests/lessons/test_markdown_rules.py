"""What Markdown in a course may hold, and what would keep the reader busy for minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lessons.markdown_rules import check_markdown
from lessons.problems import Problem, Report
from lessons.source_text import Line

if TYPE_CHECKING:
    from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\n"


def problems(folder: Path, *texts: str) -> list[Problem]:
    found: list[Problem] = []
    lines = tuple(Line(number, text) for number, text in enumerate(texts, 1))
    check_markdown(lines, frozenset(), Report(folder / "01-a.md", found))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "> > > > > > x",
        ">>>>>>x",
        "- > - > - > x",
        "1. > 1. > 1. > x",
        " " * 20 + "!!! contoh",
        ">     !!! contoh".replace(">", "> > > >"),
        " " * 20 + "- x",
        "\t" * 5 + "> x",
    ],
)
def test_boxes_in_boxes_end_somewhere(tmp_path: Path, text: str) -> None:
    (problem,) = problems(tmp_path, "", text)
    assert (problem.line, "bersarang" in problem.message) == (2, True)


@pytest.mark.parametrize(
    "text",
    ["> > > > > x", " " * 16 + "> x", "- - - - x", "* * *", " " * 40 + "kode", "-" * 60, "1. 2. x"],
)
def test_what_trainers_write_is_not_too_deep(tmp_path: Path, text: str) -> None:
    assert not problems(tmp_path, text)


def test_a_line_has_an_end(tmp_path: Path) -> None:
    assert not problems(tmp_path, "a" * 2000)
    (problem,) = problems(tmp_path, "[" * 2001)
    assert "2000 huruf" in problem.message


@pytest.mark.parametrize("data", [b"", b"bukan gambar", b"<svg/>"])
def test_a_picture_must_be_one(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "buku.png").write_bytes(data)
    (problem,) = problems(tmp_path, "![Buku](buku.png)")
    assert "buku.png" in problem.message


def test_a_picture_lies_in_the_folder_of_its_course(tmp_path: Path) -> None:
    course = tmp_path / "kursus"
    course.mkdir()
    (tmp_path / "luar.png").write_bytes(PNG)
    (course / "buku.png").write_bytes(PNG)
    assert not problems(course, "![Buku](buku.png)")
    (course / "buku.png").unlink()
    (course / "buku.png").symlink_to(tmp_path / "luar.png")
    assert problems(course, "![Buku](buku.png)")


def test_a_formula_that_cannot_be_read_is_told_by_line_and_column(tmp_path: Path) -> None:
    texts = ("!!! contoh", "    ```rumus", "    a // b", "    a // b // c", "    ```")
    (problem,) = problems(tmp_path, *texts)
    assert (problem.line, problem.column) == (4, 7)
    assert "Pecahan di dalam pecahan" in problem.message


def test_a_formula_has_content_and_an_end(tmp_path: Path) -> None:
    (empty,) = problems(tmp_path, "```rumus", "", "```")
    assert (empty.line, "kosong" in empty.message) == (1, True)
    (long,) = problems(tmp_path, "```rumus", "a + " * 60 + "a", "```")
    assert (long.line, "200 huruf" in long.message) == (2, True)
    (open_,) = problems(tmp_path, "", "```rumus", "a // b")
    assert (open_.line, "belum ditutup" in open_.message) == (2, True)


def test_latex_is_refused_with_what_to_write_instead(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "Nilai `$x$` lalu $x^2$.")
    assert (problem.line, problem.column) == (1, 18)
    assert "```rumus" in problem.hint
    assert not problems(tmp_path, "Harga $5 atau US$ 10; `$x$`", "```", "$x$ \\frac", "```")


def test_code_and_addresses_before_it_do_not_move_the_column(tmp_path: Path) -> None:
    text = "`<i>` dan <https://jdih.go.id> lalu <b>"
    (problem,) = problems(tmp_path, text)
    assert problem.column == text.index("<b>") + 1
