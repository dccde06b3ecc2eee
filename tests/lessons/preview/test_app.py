from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from lessons.drawing import draw
from lessons.preview.app import Preview
from lessons.preview.workspace import Workspace
from tests.lessons.building import edit
from tests.lessons.preview.answering import fields_of

if TYPE_CHECKING:
    from pathlib import Path

    from lessons.course import Quiz

BANK = "/kuis/draf-bank"
TRAINER = "?pandangan=pengajar"


def _text(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", html))


def _full(quiz: Quiz, seed: int) -> dict[str, list[str]]:
    keys = {question.head.id: question.full_key() for question in quiz.questions}
    sent: dict[str, list[str]] = {}
    for form in draw(quiz, seed):
        sent |= fields_of(form, form.question, keys[form.question])
    return sent


def test_every_page_is_reached_from_the_overview(preview: Preview) -> None:
    seen: set[str] = set()
    waiting = ["/", "/" + TRAINER]
    while waiting:
        address = waiting.pop()
        answer = preview.get(address)
        assert answer.status == 200, address
        seen.add(address)
        links = {unescape(link) for link in re.findall(r'href="(/[^"#]*)', answer.text)}
        # Each quiz leads to its next seed, for ever.
        waiting.extend({link for link in links if "benih" not in link} - seen - {*waiting})
    lessons = {"/pelajaran/asn-99-01", "/pelajaran/asn-99-02", "/cetak/asn-99-01"}
    quizzes = {"/kuis/asn-99-01", "/kuis/asn-99-akhir", BANK}
    assert lessons | quizzes <= seen
    assert {f"{address}{TRAINER}" for address in lessons} <= seen


@pytest.mark.parametrize(
    "address",
    [
        "/x",
        "/kuis",
        "/kuis/",
        "/kuis/tidak-ada",
        "/kuis/draf-bank/x",
        "/pelajaran/../course.md",
        "/..%2f..%2fetc/passwd",
        "/cetak/%00",
        "//etc/passwd",
        "/img/buku.png",
        "/course.md",
    ],
)
def test_nothing_else_is_there(preview: Preview, address: str) -> None:
    answer = preview.get(address)
    assert answer.status == 404
    assert "Halaman tidak ada" in answer.text


def test_only_quizzes_take_answers(preview: Preview) -> None:
    assert preview.post("/", {}).status == 404
    assert preview.post("/pelajaran/asn-99-01", {}).status == 404


def test_a_learner_sees_no_key_and_a_trainer_sees_all(preview: Preview, bank: Quiz) -> None:
    learner, trainer = preview.get(BANK).text, preview.get(BANK + TRAINER).text
    for word in ("Tepat. Lihat Pasal 46.", "tiga puluh", "KPK", "nilai=50", "Rev"):
        assert word not in learner.replace("lapor ke KPK", "")
        assert word in trainer
    assert bank.revision in trainer
    for question in bank.questions:
        assert question.head.title in learner


def test_a_trainer_sees_the_questions_that_were_not_drawn(preview: Preview, workshop: Path) -> None:
    edit(workshop / "draf-bank.kuis.md", "judul: Bank soal impor", "judul: Bank\nambil: 2")
    assert preview.get(BANK).text.count('<fieldset class="soal"') == 2
    assert preview.get(BANK + TRAINER).text.count('<fieldset class="soal"') == 9


@pytest.mark.parametrize("seed", [1, 2, 4294967295])
def test_the_full_key_is_worth_100(preview: Preview, bank: Quiz, seed: int) -> None:
    text = preview.post(f"{BANK}?benih={seed}", _full(bank, seed)).text
    assert "Nilai 100" in text
    assert "Lulus; nilai lulus 60." in text
    assert text.count("✓ Benar") == 9 + 2
    assert "Belum" not in _text(text)


def test_nothing_sent_is_worth_0(preview: Preview) -> None:
    text = preview.post(BANK, {}).text
    assert "Nilai 0" in text
    assert "Belum lulus" in text


def test_a_part_of_the_truth(preview: Preview) -> None:
    text = preview.post(BANK, {"d-satu": ["b"], "d-kasus/langkah": ["a"]}).text
    assert "◐ Sebagian benar (50%)" in text
    assert "◐ Sebagian benar (66%)" in text
    assert "Hampir." in text
    assert '<input type="radio" name="d-satu" value="b" checked>' in text


def test_a_number_that_cannot_be_read_is_asked_again(preview: Preview, bank: Quiz) -> None:
    sent = _full(bank, 1) | {"d-angka": ["1.5"]}
    text = preview.post(BANK, sent).text
    assert "1 jawaban belum dapat dinilai" in text
    assert "Angka ini belum terbaca" in text
    assert "Nilai 100" not in text
    assert 'value="1.5"' in text


def test_what_was_missed_leads_to_its_heading(preview: Preview) -> None:
    text = preview.post("/kuis/asn-99-01?pandangan=pengajar", {}).text
    links = re.findall(r'href="(/pelajaran/[^"]*#[^"]*)"', text)
    assert links
    for link in links:
        address, _, heading = unescape(link).partition("#")
        assert address.endswith(TRAINER)
        assert f'id="{heading}"' in preview.get(address).text


@pytest.mark.parametrize("seed", ["", "0", "x", "-1", "4294967296", "9" * 5000, "²"])
def test_a_seed_that_is_none_is_the_usual(preview: Preview, seed: str) -> None:
    assert "benih 1<" in preview.get(f"{BANK}?benih={seed}").text


def test_the_same_seed_shows_the_same_quiz(preview: Preview) -> None:
    orders = [
        re.findall(r"<h2>\d+\. ([^<]*)", preview.get(f"{BANK}?benih={seed}").text)
        for seed in (1, 1, 2)
    ]
    assert orders[0] == orders[1] != orders[2]


def test_a_broken_course_is_told_and_its_good_version_stays(
    preview: Preview, workshop: Path
) -> None:
    preview.get("/")
    line = edit(workshop / "01-surat-masuk.md", "## Menyimpan surat {#menyimpan}", "## Menyimpan")
    for address in ("/", "/masalah"):
        text = preview.get(address).text
        assert f"01-surat-masuk.md:{line}" in text
        assert "Judul ini belum mempunyai teks dan id." in text
        assert "Tulis misalnya “## Batas waktu {#batas-waktu}”" in text
    lesson = preview.get("/pelajaran/asn-99-01").text
    assert 'role="alert"' in lesson
    assert 'id="menyimpan"' in lesson


def test_without_any_good_version_there_are_the_problems(workshop: Path) -> None:
    edit(workshop / "course.md", "versi: 1", "versi: x")
    preview = Preview(Workspace(workshop))
    assert "“versi: x”" in preview.get("/").text
    assert preview.get("/pelajaran/asn-99-01").status == 404


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    preview = Preview(Workspace(tmp_path))
    assert "course.md" in preview.get("/").text


def test_words_of_trainers_are_no_html(preview: Preview, workshop: Path) -> None:
    edit(workshop / "draf-bank.kuis.md", "judul: Bank soal impor", "judul: \"<b>Bank & 'soal'\"")
    edit(workshop / "draf-bank.kuis.md", "## Pilihan {", "## <i>Pilihan</i> {")
    for address in ("/", BANK, BANK + TRAINER):
        text = preview.get(address).text
        assert "<b>Bank" not in text
        assert "<i>" not in text


def test_gaps_stand_in_their_text(preview: Preview) -> None:
    text = preview.get(BANK).text
    assert "[[1]]" not in text
    assert re.search(r'dalam <input [^>]*aria-label="Isian 1"[^>]*> hari <select', text)
