"""Whole courses: what is read, and what is said about each thing that can be wrong."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons.course import Heading, QuizKind
from lessons.problems import CourseError, Problem
from lessons.questions.base import Level
from lessons.questions.multiple_choice import MultipleChoice, Scoring
from lessons.questions.true_false import TrueFalse
from lessons.reader import read_course
from tests.lessons.building import MINI, copy_mini, edit

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.course import Course

LESSON = "01-surat-masuk.md"
QUIZ = "01-surat-masuk.kuis.md"
END = "tes-akhir.kuis.md"


def problems_of(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(CourseError) as caught:
        read_course(folder)
    return caught.value.problems


def test_reads_the_course(mini: Course) -> None:
    assert (mini.code, mini.title, mini.version) == ("ASN-99", "Contoh pelatihan kecil", 1)
    assert (mini.valid_on, mini.jp, mini.minutes) == (date(2026, 11, 24), 1, 45)
    assert mini.organiser == "BKPSDM Kota Dumai"
    assert mini.goals == ("Menata berkas surat masuk", "Menjaga kata sandi komputer bersama")
    assert (mini.prerequisites, mini.sources) == ((), ("Buku contoh, 2026",))
    assert mini.description == "Pelatihan kecil ini hanya dipakai untuk menguji program."
    assert mini.folder == MINI
    assert mini.pre_test is None


def test_reads_a_lesson(mini: Course) -> None:
    lesson = mini.lessons[0]
    assert (lesson.id, lesson.title, lesson.minutes) == ("asn-99-01", "Surat masuk", 20.0)
    assert lesson.glossary[0] == ("Agenda", "Buku tempat mencatat surat.")
    assert lesson.headings == (
        Heading("mencatat", "Mencatat surat", 2),
        Heading("menyimpan", "Menyimpan surat", 2),
        Heading("rahasia", "Surat rahasia", 3),
    )
    assert lesson.body.startswith("Senin pagi Bu Melati")
    assert (MINI / LESSON).read_text(encoding="utf-8").split("\n")[
        lesson.body_line - 1
    ] == lesson.body.split("\n", 1)[0]


def test_reads_a_quiz(mini: Course) -> None:
    quiz = mini.lessons[0].quiz
    assert quiz
    assert (quiz.id, quiz.kind, quiz.title) == ("asn-99-01", QuizKind.PRACTICE, "Surat masuk")
    assert (quiz.pass_mark, quiz.draw_count, len(quiz.questions)) == (60, 3, 4)
    assert quiz.shuffle_questions
    assert quiz.shuffle_options
    first = quiz.questions[0].head
    assert (first.id, first.title, first.text) == (
        "surat-waktu",
        "Waktu mencatat",
        "Kapan surat masuk dicatat?",
    )
    assert (first.tests, first.level) == ("asn-99-01#mencatat", Level.EASY)
    assert first.explanation == "Catatan dibuat pada hari surat tiba."
    assert [question.full_key() for question in quiz.questions] == [
        "a",
        ["a", "b", "d"],
        "benar",
        ["b"],
    ]


def test_reads_what_each_type_has_of_its_own(mini: Course) -> None:
    assert mini.lessons[0].quiz
    first, multiple, statement, all_or_nothing = mini.lessons[0].quiz.questions
    assert first.feedback("d") == ("Tanpa catatan, surat sulit dicari.",)
    assert first.form(lambda _, ids: ids).choices[-1].text == "Tidak perlu dicatat"
    assert isinstance(multiple, MultipleChoice)
    assert isinstance(all_or_nothing, MultipleChoice)
    assert (multiple.scoring, all_or_nothing.scoring) == (Scoring.PER_OPTION, Scoring.ALL)
    assert isinstance(statement, TrueFalse)
    assert statement.feedback("salah") == ("Surat rahasia perlu lemari yang terkunci.",)


def test_a_test_names_lesson_and_heading(mini: Course) -> None:
    assert mini.end_test
    assert (mini.end_test.id, mini.end_test.title) == ("asn-99-akhir", "Tes akhir")
    assert mini.end_test.questions[0].head.tests == "asn-99-01#mencatat"


def test_a_pre_test_needs_no_pass_mark(folder: Path) -> None:
    shutil.copy(folder / END, folder / "tes-awal.kuis.md")
    (folder / END).unlink()
    edit(folder / "tes-awal.kuis.md", "id: asn-99-akhir", "id: asn-99-awal")
    edit(folder / "tes-awal.kuis.md", "jenis: tes-akhir\nlulus: 70", "jenis: tes-awal")
    course = read_course(folder)
    assert course.end_test is None
    assert course.pre_test
    assert (course.pre_test.id, course.pre_test.title) == ("asn-99-awal", "Tes awal")
    assert (course.pre_test.kind, course.pre_test.pass_mark) == (QuizKind.PRE_TEST, 0)


def test_a_lesson_may_have_no_quiz(folder: Path) -> None:
    (folder / QUIZ).unlink()
    assert read_course(folder).lessons[0].quiz is None


def test_line_ends_and_a_byte_order_mark_do_not_matter(folder: Path, mini: Course) -> None:
    for path in folder.glob("*.md"):
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    course = read_course(folder)
    assert [quiz.revision for quiz in course.quizzes()] == [
        quiz.revision for quiz in mini.quizzes()
    ]
    assert course.lessons[0].body == mini.lessons[0].body


def test_the_discussion_sheet_is_left_alone(folder: Path) -> None:
    (folder / "diskusi.md").write_text("# Bebas", encoding="utf-8")
    assert read_course(folder).code == "ASN-99"


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        ("course.md", ("kode: ASN-99", "kode: asn99"), ("“kode: asn99” tidak dapat", "ASN-05")),
        ("course.md", ("versi: 1", "versi: dua"), ("“versi: dua” tidak dapat", "bulat 1 sampai")),
        ("course.md", ("jp: 1", "jp: 0"), ("“jp: 0” tidak dapat", "1 sampai 100")),
        ("course.md", ("2026-11-24", "24-11-2026"), ("tidak dapat dibaca", "2026-11-24")),
        ("course.md", ("2026-11-24", "2026-02-30"), ("tidak dapat dibaca", "2026-11-24")),
        (
            "course.md",
            ("prasyarat: []", "prasarat: []"),
            ("“prasarat” tidak dikenal", "“prasyarat”"),
        ),
        ("course.md", ("prasyarat: []", "prasyarat: satu"), ("harus berupa daftar", "“- ”")),
        ("course.md", ("sumber:", "sumber: [a: b]\nlain:"), ("Butir dalam “sumber”", "kutip")),
        ("course.md", ("judul: Contoh", "judul: [Contoh]\nx:"), ("“judul” harus berupa teks", "")),
        (LESSON, ("menit: 20", "menit: 22,5"), ("“menit: 22,5” tidak dapat", "22.5")),
        (LESSON, ("menit: 20", "menit: 0"), ("“menit: 0” tidak dapat", "lebih dari 0")),
        (LESSON, ("istilah:", "istilah: a\nlain:"), ("“istilah” harus berisi pasangan", "arti")),
        (LESSON, ("## Mencatat surat {#mencatat}", "## Mencatat surat"), ("teks dan id", "{#")),
        (LESSON, ("{#menyimpan}", "{#mencatat}"), ("“#mencatat” sudah dipakai", "lain")),
        (LESSON, ("{#menyimpan}", "{#Menyimpan}"), ("“#Menyimpan” tidak dapat", "huruf kecil")),
        (LESSON, ("{#menyimpan}", "{#menyimpan uji=a}"), ("tidak mengenal uji", "{#id}")),
        (LESSON, ("## Mencatat", "# Mencatat"), ("tingkat 1 tidak dipakai", "## ")),
        (LESSON, ("](#mencatat)", "](#mencata)"), ("id “#mencata”", "“mencatat”")),
        (LESSON, ("](#mencatat)", "](file:///etc/passwd)"), ("tidak dapat dipakai", "https://")),
        (LESSON, ("](#mencatat)", "](img/tabel.png)"), ("tidak dapat dipakai", "https://")),
        (LESSON, ("Catat setiap", "<b>Catat</b> setiap"), ("HTML tidak dipakai", "Markdown")),
        (LESSON, ("Catat setiap", "![Buku](img/x.png) setiap"), ("“img/x.png” tidak ada", "img")),
        (LESSON, ("Catat setiap", "![B](https://x.id/x.png) S"), ("tidak ada dalam folder", "img")),
        (LESSON, ("Catat setiap", "![B](../mini/img/x.png) S"), ("tidak ada dalam folder", "img")),
        (LESSON, ("!!! contoh", "!!! conto"), ("“!!! conto” tidak dikenal", "“contoh”")),
        (
            QUIZ,
            ("id: asn-99-01", "id: asn-99-02"),
            ("“id: asn-99-02” tidak cocok", "id: asn-99-01"),
        ),
        (QUIZ, ("jenis: latihan", "jenis: tes-akhir"), ("tidak cocok", "jenis: latihan")),
        (QUIZ, ("lulus: 60", "lulus: 101"), ("“lulus: 101”", "0 sampai 100")),
        (QUIZ, ("ambil: 3", "ambil: 5"), ("melebihi soal yang ada (4)", "paling banyak 4")),
        (QUIZ, ("ambil: 3", "ambil: 0"), ("“ambil: 0”", "1 sampai")),
        (QUIZ, ("[soal, opsi]", "[soal, opsi, jawab]"), ("tidak mengenal “jawab”", "soal, opsi")),
        (QUIZ, ("lulus: 60", "lulus: 60\nlulus: 70"), ("tertulis dua kali", "satu kali")),
        (QUIZ, ("## Waktu", "Pengantar\n## Waktu"), ("sebelum soal pertama", "dalam soal")),
        (QUIZ, ("## Waktu", "### Waktu"), ("judul tingkat 2", "## ")),
        (QUIZ, ("{#surat-waktu ", "{"), ("judul dan id", "{#")),
        (QUIZ, ("{#surat-isi", "{#surat-waktu"), ("“#surat-waktu” sudah dipakai", "sendiri")),
        (QUIZ, ("uji=mencatat ", ""), ("menyebut “uji=”", "judul")),
        (QUIZ, ("uji=mencatat", "uji=mencatatt"), ("“uji=mencatatt” tidak ada", "“mencatat”")),
        (QUIZ, ("uji=mencatat", "uji =mencatat"), ("tidak dapat dibaca", "tanpa spasi")),
        (QUIZ, ("tingkat=mudah", "tingkat=gampang"), ("“tingkat=gampang”", "mudah, sedang")),
        (QUIZ, ("tingkat=mudah", "tinkat=mudah"), ("tidak mengenal “tinkat=”", "“tingkat”")),
        (QUIZ, ("tingkat=mudah", "nilai=semua"), ("tidak mengenal “nilai=”", "tingkat")),
        (QUIZ, ("nilai=semua", "nilai=semuanya"), ("“nilai=semuanya”", "“semua”")),
        (QUIZ, ("Kapan surat masuk dicatat?\n", ""), ("belum berisi pertanyaan", "judul")),
        (QUIZ, ("- (x) a)", "- (v) a)"), ("Tanda “v” tidak dikenal", "(x)")),
        (QUIZ, ("- (x) a)", "- ( ) a)"), ("mempunyai 0 kunci", "tepat satu")),
        (QUIZ, ("- ( ) b)", "- (x) b)"), ("mempunyai 2 kunci", "[x]")),
        (QUIZ, ("- ( ) b) P", "- ( ) a) P"), ("“a” dipakai dua kali", "huruf sendiri")),
        (QUIZ, ("- ( ) b) P", "- ( ) P"), ("tidak berhuruf", "b)")),
        (QUIZ, ("- ( ) b) P", "- [ ] b) P"), ("mencampur ( ) dan [ ]", "beberapa")),
        (QUIZ, ("- (x) a) Pada", "- a) Pada"), ("mirip pilihan jawaban", "- (x) a)")),
        (QUIZ, ("- (x) a) Pada", "(x) a) Pada"), ("mirip pilihan jawaban", "- (x) a)")),
        (QUIZ, ("b) Pada", "b) 1. Pada"), ("tampak sebagai judul", "1\\. Januari")),
        (QUIZ, ("> Tepat. Surat", "> <b>Tepat</b>. Surat"), ("HTML tidak dipakai", "Markdown")),
        (QUIZ, ("Kapan surat", "![B](img/x.png) Kapan"), ("“img/x.png” tidak ada", "img")),
        (QUIZ, ("Kapan surat", "[Kapan](#mencatat) surat"), ("“#mencatat” di sini", "")),
        (QUIZ, ("dicatat {tetap}", "dicatat\nlalu"), ("bukan pilihan jawaban", "empat spasi")),
        (QUIZ, ("d) Tidak perlu dicatat {tetap}", "d) {tetap}"), ("kosong", "sebelum")),
        (QUIZ, ("- ( ) Salah", "- (v) Salah"), ("Tanda “v” tidak dikenal", "(x)")),
        (QUIZ, ("- ( ) Salah", "- (x) Salah"), ("satu kunci", "Benar")),
        (QUIZ, ("- ( ) Salah", "- ( ) Mungkin"), ("tidak lengkap", "tepat dua")),
        (QUIZ, ("- [x] b) Tanggal\n", "- [ ] b) Tanggal\n"), ("belum mempunyai kunci", "[x]")),
        (END, ("uji=asn-99-01#mencatat", "uji=mencatat"), ("tidak ada", "asn-99-01#mencatat")),
        (END, ("{#akhir-kapan", "{#surat-waktu"), (f"sudah dipakai di {QUIZ}", "sendiri")),
    ],
)
def test_says_what_is_wrong_where_and_what_to_write(
    folder: Path, file: str, change: tuple[str, str], said: tuple[str, str]
) -> None:
    line = edit(folder / file, *change)
    message, hint = said
    problems = problems_of(folder)
    found = [problem for problem in problems if message in problem.message]
    assert found, [str(problem) for problem in problems]
    assert found[0].path == folder / file
    assert 0 <= found[0].line - line <= 1 or found[0].line == _question_line(folder / file, line)
    assert hint in found[0].hint


def _question_line(path: Path, line: int) -> int:
    """A fault of a question as a whole is told at its heading."""
    lines = path.read_text(encoding="utf-8").split("\n")[:line]
    return max(
        (number for number, text in enumerate(lines, 1) if text.startswith("## ")), default=0
    )


def test_options_and_feedback_may_take_several_lines(folder: Path) -> None:
    edit(folder / QUIZ, "Pada hari surat tiba\n", "Pada hari\n    surat tiba\n\n")
    edit(folder / QUIZ, "> Tepat. Surat", "> Tepat.\n    >\n    > Surat")
    quiz = read_course(folder).lessons[0].quiz
    assert quiz
    assert quiz.questions[0].form(lambda _, ids: ids).choices[0].text == "Pada hari surat tiba"
    assert quiz.questions[0].feedback("a") == ("Tepat.\n\nSurat dicatat pada hari itu juga.",)


def test_a_question_without_options(folder: Path) -> None:
    text = "## Satu {#satu uji=mencatat}\nApa?\n\nPembahasan: Begitu."
    line = edit(folder / QUIZ, "## Waktu", f"{text}\n\n## Waktu")
    (problem,) = problems_of(folder)
    assert (problem.path, problem.line) == (folder / QUIZ, line)
    assert problem.message == "Soal ini belum mempunyai pilihan jawaban."
    assert "“- (x) Benar” atau “- (x) a) …” atau “- [x] a) …”" in problem.hint


def test_a_question_with_one_option(folder: Path) -> None:
    text = "## Satu {#satu uji=mencatat}\nApa?\n- (x) a) Ini"
    line = edit(folder / QUIZ, "## Waktu", f"{text}\n\n## Waktu") + 2
    (problem,) = problems_of(folder)
    assert (problem.line, problem.message) == (line, "Soal ini hanya mempunyai satu pilihan.")


def test_a_quiz_without_questions(folder: Path) -> None:
    path = folder / QUIZ
    path.write_text(path.read_text(encoding="utf-8").split("##")[0], encoding="utf-8")
    (problem,) = problems_of(folder)
    assert problem.message == "Kuis ini belum mempunyai soal."


def test_a_lesson_that_can_not_be_read_does_not_echo_in_its_quizzes(folder: Path) -> None:
    (folder / LESSON).write_bytes(b"\xff")
    (problem,) = problems_of(folder)
    assert problem.path == folder / LESSON


def test_without_a_code_the_quizzes_wait(folder: Path) -> None:
    edit(folder / "course.md", "kode: ASN-99", "kode: x")
    edit(folder / LESSON, "menit: 20", "menit: x")
    edit(folder / QUIZ, "lulus: 60", "lulus: x")
    assert [problem.path.name for problem in problems_of(folder)] == [LESSON, "course.md"]


@pytest.mark.parametrize(
    ("field", "file"),
    [("judul", "course.md"), ("berlaku_per", "course.md"), ("menit", LESSON), ("ambil", QUIZ)],
)
def test_a_missing_field_is_named(folder: Path, field: str, file: str) -> None:
    lines = (folder / file).read_text(encoding="utf-8").split("\n")
    kept = [line for line in lines if not line.startswith(f"{field}:")]
    (folder / file).write_text("\n".join(kept), encoding="utf-8")
    (problem,) = problems_of(folder)
    assert problem.message == f"Isian “{field}” belum ada."
    assert (problem.path, problem.line) == (folder / file, 1)


def test_all_problems_come_in_one_go_in_order(folder: Path) -> None:
    edit(folder / "course.md", "versi: 1", "versi: x")
    edit(folder / "02-kata-sandi.md", "menit: 20", "menit: x")
    edit(folder / QUIZ, "uji=menyimpan", "uji=x")
    edit(folder / QUIZ, "uji=mencatat", "uji=x")
    problems = problems_of(folder)
    assert [(problem.path.name, problem.line) for problem in problems] == [
        (QUIZ, 8),
        (QUIZ, 43),
        ("02-kata-sandi.md", 3),
        ("course.md", 4),
    ]


def test_the_error_reads_like_a_compiler(folder: Path) -> None:
    edit(folder / LESSON, "Catat setiap", "<b>Catat</b> setiap")
    with pytest.raises(CourseError) as caught:
        read_course(folder)
    assert caught.value.title == "Pelatihan tidak dapat dibaca"
    assert caught.value.message == (
        f"{folder / LESSON}:17:1: HTML tidak dipakai dalam berkas pelatihan."
        " Pakai Markdown, atau apit dengan ` bila tandanya memang ingin tampak."
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (b"", 0, "kosong"),
        (b"tanpa kepala", 1, "tidak diawali kepala berkas"),
        (b"---\njudul: x\n", 1, "tidak diawali kepala berkas"),
        (b"---\n---\nIsi\n", 2, "belum berisi isian"),
        (b"---\n- a\n---\nIsi\n", 2, "belum berisi isian"),
        (b"---\njudul: a: b\n---\nIsi\n", 2, "sekitar baris ini"),
        (b"---\njudul: x\n\tmenit: 1\n---\nIsi\n", 3, "sekitar baris ini"),
        (b"---\njudul: &a x\nmenit: *a\n---\nIsi\n", 2, "tidak dipakai di sini"),
        (b"---\njudul: !!str x\n---\nIsi\n", 2, "tidak dipakai di sini"),
        (b"---\njudul: [[[[[[[x]]]]]]]\n---\nIsi\n", 2, "tidak dipakai di sini"),
        (b"---\n[a]: x\n---\nIsi\n", 2, "namanya bukan teks"),
        (b"---\njudul: x\nmenit: 1\n---\n", 1, "belum berisi"),
        (b"---\njudul: x\n---\nSatu\nDua \xff tiga\n", 5, "UTF-8"),
        ("---\njudul: x\n---\n".encode("utf-16"), 1, "UTF-8"),
        (b"---\njudul: x\nmenit: 1\n---\nSatu\nDua\x00tiga\n", 6, "kendali U+0000"),
    ],
)
def test_a_file_that_can_not_be_read(folder: Path, text: bytes, line: int, message: str) -> None:
    (folder / LESSON).write_bytes(text)
    problems = [problem for problem in problems_of(folder) if problem.path == folder / LESSON]
    assert (problems[0].line, message in problems[0].message) == (line, True), problems


def test_a_file_that_is_too_large_or_no_file(folder: Path) -> None:
    (folder / LESSON).write_bytes(b"x" * (1024 * 1024 + 1))
    (folder / QUIZ).unlink()
    (folder / QUIZ).mkdir()
    messages = " ".join(problem.message for problem in problems_of(folder))
    assert "lebih dari 1 MB" in messages
    assert "tidak dapat dibuka" in messages


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("pelajaran.md", "“pelajaran.md” tidak dikenal"),
        ("1-satu.md", "“1-satu.md” tidak dikenal"),
        ("03-Nama.md", "“03-Nama.md” tidak dikenal"),
        ("01-lain.md", "Nomor 01 dipakai dua kali"),
        ("03-lain.kuis.md", "“03-lain.kuis.md” tidak mempunyai pelajaran"),
    ],
)
def test_a_file_without_a_place_is_named(folder: Path, name: str, message: str) -> None:
    (folder / name).write_text("x", encoding="utf-8")
    assert any(message in problem.message for problem in problems_of(folder))


@pytest.mark.parametrize(
    ("file", "right", "wrong", "near"),
    [
        (QUIZ, "jenis: latihan", "jenis: >latihn", "“latihan”"),
        (QUIZ, "jenis: latihan", "jenis: >Tes akhir", "jenis: latihan"),
        (END, "jenis: tes-akhir", "jenis: >tes akhir", "“tes-akhir”"),
        (QUIZ, "tingkat=sedang", ">tingkat=sdang", "“sedang”"),
        (QUIZ, "uji=mencatat", ">uji=mencatatt", "“mencatat”"),
        (QUIZ, "tingkat=mudah", ">Tingkt=mudah", "“tingkat”"),
        (QUIZ, "tingkat=mudah", ">bobot=11", "1 sampai 10"),
        (QUIZ, "#surat-waktu", ">#surat_waktu", "tanda hubung"),
        (QUIZ, "lulus: 60", ">luus: 60", "“lulus”"),
        (QUIZ, "lulus: 60", "lulus: >60%", "0 sampai 100"),
        ("course.md", "penyelenggara:", ">Penyelengara:", "“penyelenggara”"),
        ("course.md", "  - Menata berkas surat masuk", "  - >[a]", "kutip"),
        (LESSON, "!!! contoh", "!!! >Conto", "“contoh”"),
        (LESSON, "](#mencatat)", "](>#mencata)", "“mencatat”"),
        (LESSON, "{#mencatat}", "{#mencatat >tingkat=mudah}", "{#id}"),
    ],
)
def test_the_column_is_told_and_the_word_that_was_meant(
    folder: Path, file: str, right: str, wrong: str, near: str
) -> None:
    """``>`` marks the place that is to be told."""
    line = edit(folder / file, right, wrong.replace(">", ""))
    before, _, after = wrong.partition(">")
    text = (folder / file).read_text(encoding="utf-8").split("\n")[line - 1]
    said = {(each.line, each.column): each.hint for each in problems_of(folder)}
    assert near in said[line, text.index(before + after) + len(before) + 1]


def test_an_empty_folder(tmp_path: Path) -> None:
    messages = [problem.message for problem in problems_of(tmp_path)]
    assert messages == [
        "Berkas “course.md” tidak ada.",
        "Pelatihan ini belum mempunyai pelajaran.",
    ]


def test_drafts_are_no_part_of_the_course(folder: Path) -> None:
    (folder / "draf-dari moodle.kuis.md").write_text("belum jadi", encoding="utf-8")
    assert read_course(folder).code == "ASN-99"


def test_why_keys_changed(folder: Path) -> None:
    edit(folder / "course.md", "prasyarat: []", "perubahan:\n  surat-waktu: Kuncinya keliru")
    assert read_course(folder).changes == (("surat-waktu", "Kuncinya keliru"),)


def test_a_course_s_own_text_is_markdown_like_any_other(folder: Path) -> None:
    line = edit(folder / "course.md", "Pelatihan kecil", "<script>x</script> Pelatihan kecil")
    assert [(each.line, each.column) for each in problems_of(folder)] == [(line, 1)]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "tidak dapat dibuka" in problems_of(tmp_path / "tidak-ada")[0].message


def test_pictures_of_the_course_are_allowed(folder: Path) -> None:
    (folder / "img").mkdir()
    (folder / "img" / "buku.png").write_bytes(b"\x89PNG")
    edit(folder / LESSON, "Catat setiap", "![Buku agenda](img/buku.png)\n\nCatat setiap")
    assert read_course(folder).code == "ASN-99"


def test_code_may_show_what_is_not_allowed_elsewhere(folder: Path) -> None:
    code = "`<b>` dan <https://jdih.go.id> serta 3 < 4\n\n```\n# <b>\n```\n\nCatat setiap"
    edit(folder / LESSON, "Catat setiap", code)
    assert read_course(folder).code == "ASN-99"


FILES = st.sampled_from(["course.md", LESSON, QUIZ, END])
PIECES = st.lists(
    st.one_of(
        st.binary(max_size=12),
        st.sampled_from(
            [
                b"---\n",
                b"## ",
                b"{#a}",
                b"- (x) a) ",
                b"- [x] ",
                b"    > ",
                b"judul: ",
                b"\r\n",
                b"Pembahasan:",
                b"```",
                b"!!! ",
                b"](",
                b"![",
                b"[a: &b *c",
                b"\xff",
                b"\x00",
                b"%YAML 1.1\n",
                b"? ",
                b"|\n  ",
                b"!!binary ",
                b"\\x",
                b'"\\UFFFFFFFF"',
                b"{[",
                b"\t",
            ]
        ),
    ),
    max_size=12,
).map(b"".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(file=FILES, piece=PIECES, place=st.floats(0, 1), whole=st.booleans())
def test_any_bytes_are_a_course_or_a_list_of_problems(
    tmp_path_factory: pytest.TempPathFactory, file: str, piece: bytes, place: float, whole: bool
) -> None:
    folder = copy_mini(tmp_path_factory.mktemp("acak"))
    data = (folder / file).read_bytes()
    cut = int(place * len(data))
    (folder / file).write_bytes(piece if whole else data[:cut] + piece + data[cut:])
    assert _outcome(folder)
    shutil.rmtree(folder)


def _outcome(folder: Path) -> tuple[object, ...]:
    try:
        return read_course(folder).lessons
    except CourseError as error:
        return error.problems


@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "2100-01-01", "9999-12-31"])
def test_a_day_of_another_century_is_a_slip(tmp_path: Path, day: str) -> None:
    """Everybody's JP would fall into that year; the first year of all would break the count."""
    folder = copy_mini(tmp_path)
    edit(folder / "course.md", "berlaku_per: 2026-11-24", f"berlaku_per: {day}")
    with pytest.raises(CourseError) as caught:
        read_course(folder)
    assert "dari tahun 2000 sampai 2099" in caught.value.message
