"""The pages of a course that are not a quiz."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lessons.course import QuizKind
from lessons.preview.controls import block
from lessons.preview.shell import Page, document, place_of
from lessons.rendering import web_fragment, web_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lessons.course import Course, Lesson, Quiz
    from lessons.problems import Problem

_KINDS = {
    QuizKind.PRACTICE: "Kuis latihan",
    QuizKind.PRE_TEST: "Tes awal",
    QuizKind.END_TEST: "Tes akhir",
}


def overview(page: Page) -> str:
    """The course with its lessons, quizzes and drafts; above them what must be mended."""
    course = page.snapshot.course
    parts = [
        _problems(page) if page.snapshot.findings.problems else "",
        _course(course, page) if course else "",
        _drafts(page),
    ]
    main = "\n".join(part for part in parts if part)
    return document(page, course.title if course else "Draf", main or _nothing())


def lesson_page(page: Page, lesson: Lesson) -> str:
    """A lesson, its quiz and its neighbours."""
    course = page.snapshot.course
    lessons = course.lessons if course else ()
    at = lessons.index(lesson)
    links = [
        _lesson_link(page, lessons[at - 1], "‹ ") if at else "",
        f'<a class="tombol" href="{page.link("kuis", lesson.quiz.id)}">Kuis latihan</a>'
        if lesson.quiz
        else "",
        f'<a href="{page.link("cetak", lesson.id)}">Lembar cetak</a>',
        _lesson_link(page, lessons[at + 1], "", " ›") if at + 1 < len(lessons) else "",
    ]
    foot = " ".join(f"<li>{link}</li>" for link in links if link)
    body = f'{web_page(lesson)}<nav aria-label="Sesudah membaca"><ul class="kaki">{foot}</ul></nav>'
    return document(page, lesson.title, body)


def problems_page(page: Page) -> str:
    """What ``check`` says."""
    return document(page, "Hasil pemeriksaan", _problems(page))


def missing_page(page: Page) -> str:
    """There is nothing at this address."""
    main = (
        "<h1>Halaman tidak ada</h1>"
        f'<p>Mungkin berkasnya berganti nama. <a href="{page.link()}">Kembali ke ikhtisar</a></p>'
    )
    return document(page, "Halaman tidak ada", main)


def _course(course: Course, page: Page) -> str:
    facts = f"{course.code} · versi {course.version} · {course.jp} JP · {course.minutes} menit"
    lessons = "".join(_lesson_row(page, lesson) for lesson in course.lessons)
    tests = "".join(
        f"<li>{_quiz_link(page, test)}</li>" for test in (course.pre_test, course.end_test) if test
    )
    parts = [
        f"<h1>{escape(course.title)}</h1>\n<p class='keterangan'>{escape(facts)}</p>",
        block(web_fragment(course.description, course.folder)),
        _list("Tujuan", course.goals),
        f"<h2>Pelajaran</h2>\n<ol class='pelajaran'>{lessons}</ol>",
        f"<h2>Tes</h2>\n<ul>{tests}</ul>" if tests else "",
        _list("Sumber", course.sources) if page.for_trainer else "",
    ]
    return "\n".join(part for part in parts if part)


def _lesson_row(page: Page, lesson: Lesson) -> str:
    quiz = f"<br>{_quiz_link(page, lesson.quiz)}" if lesson.quiz else ""
    link = _lesson_link(page, lesson)
    return f"<li>{link} <span class='keterangan'>{lesson.minutes:g} menit</span>{quiz}</li>"


def _lesson_link(page: Page, lesson: Lesson, before: str = "", after: str = "") -> str:
    address = page.link("pelajaran", lesson.id)
    return f'<a href="{address}">{before}{escape(lesson.title)}{after}</a>'


def _quiz_link(page: Page, quiz: Quiz) -> str:
    pool = f" dari {len(quiz.questions)}" if page.for_trainer else ""
    facts = f"{quiz.draw_count}{pool} soal"
    if quiz.pass_mark:
        facts += f", lulus {quiz.pass_mark}"
    address = page.link("kuis", quiz.id)
    kind = _KINDS[quiz.kind]
    return f'<a href="{address}">{kind}</a> <span class="keterangan">{facts}</span>'


def _drafts(page: Page) -> str:
    items = "".join(
        f'<li><a href="{page.link("kuis", key)}">{escape(quiz.title)}</a>'
        f" <span class='keterangan'>{len(quiz.questions)} soal</span></li>"
        for key, quiz in page.snapshot.drafts.items()
    )
    return f"<h2>Draf</h2>\n<ul>{items}</ul>" if items else ""


def _problems(page: Page) -> str:
    findings = page.snapshot.findings
    good = page.snapshot.course or page.snapshot.drafts
    parts = [
        f"<h1>{len(findings.problems)} kesalahan</h1>"
        if findings.problems
        else "<h1>Tidak ada kesalahan</h1>",
        _table(page, findings.problems),
        "<p>Versi baik terakhir tetap dapat dibuka dari ikhtisar.</p>"
        if good and findings.problems
        else "",
        f"<details><summary>{len(findings.warnings)} peringatan</summary>"
        f"{_table(page, findings.warnings)}</details>"
        if findings.warnings
        else "",
    ]
    return f'<section class="pemeriksaan">{"".join(parts)}</section>'


def _table(page: Page, problems: Iterable[Problem]) -> str:
    rows = "".join(
        f"<tr><td><code>{escape(place_of(each, page))}</code></td>"
        f"<td>{escape(each.message)}</td><td>{escape(each.hint)}</td></tr>"
        for each in problems
    )
    if not rows:
        return ""
    head = "".join(
        f'<th scope="col">{word}</th>' for word in ("Berkas:baris:kolom", "Yang salah", "Saran")
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="gulir" role="region" aria-label="Daftar" tabindex="0">{table}</div>'


def _list(title: str, texts: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return f"<h2>{title}</h2>\n<ul>{items}</ul>" if items else ""


def _nothing() -> str:
    return "<h1>Belum ada yang dapat ditampilkan</h1>"
