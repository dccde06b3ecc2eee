"""Drafts: as strict as a quiz, but without a place in a course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.course import QuizKind
from lessons.draft_reader import draft_paths, is_draft, read_draft, reread
from lessons.problems import Report

if TYPE_CHECKING:
    from pathlib import Path

QUESTION = "## Waktu {#waktu}\nKapan?\n- (x) a) Hari ini\n- ( ) b) Besok"
DRAFT = f"---\njudul: Bank soal lama\n---\n{QUESTION}\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "draf-bank.kuis.md"
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_questions_that_test_nothing_yet(tmp_path: Path) -> None:
    report = Report(tmp_path)
    quiz = read_draft(written(tmp_path, DRAFT), report)
    assert quiz
    assert not report.problems
    assert (quiz.id, quiz.title, quiz.kind) == ("draf-bank", "Bank soal lama", QuizKind.PRACTICE)
    assert (quiz.draw_count, quiz.questions[0].head.tests) == (1, "")


def test_takes_what_will_matter_in_the_course(tmp_path: Path) -> None:
    report = Report(tmp_path)
    fields = "id: asn-01-01\njenis: latihan\nlulus: 60\nambil: 1\nacak: [soal]"
    quiz = read_draft(written(tmp_path, f"---\n{fields}\n---\n{QUESTION}\n"), report)
    assert quiz
    assert (quiz.pass_mark, report.problems) == (60, [])


def test_is_as_strict_as_a_quiz(tmp_path: Path) -> None:
    path = written(
        tmp_path, DRAFT.replace("judul", "jdul") + f"\n{QUESTION}\n\n## Lain {{#lain}}\n"
    )
    report = Report(path)
    read_draft(path, report)
    assert [problem.line for problem in report.problems] == [14, 14, 9, 2]


def test_tells_of_a_file_that_is_no_draft_at_all(tmp_path: Path) -> None:
    report = Report(tmp_path)
    assert read_draft(written(tmp_path, "halo"), report) is None
    assert read_draft(tmp_path / "draf-lain.kuis.md", report) is None
    assert len(report.problems) == 2


def test_knows_drafts_by_their_name(tmp_path: Path) -> None:
    (tmp_path / "01-surat.kuis.md").touch()
    assert draft_paths(tmp_path) == []
    assert draft_paths(written(tmp_path, DRAFT).parent) == [tmp_path / "draf-bank.kuis.md"]
    assert is_draft("draf-a.kuis.md")
    assert not is_draft("draf-a.md")


def test_rereads_a_question_with_notes_below_its_heading() -> None:
    question, problems = reread(QUESTION.replace("}\n", "}\n<!-- bobot hilang -->\n", 1))
    assert question
    assert (question.head.text, problems) == ("Kapan?", ())


def test_says_why_a_question_does_not_reread() -> None:
    question, problems = reread("## Waktu {#waktu}\nKapan?\n")
    assert question is None
    assert problems[0].message == "Soal ini belum mempunyai pilihan jawaban."
