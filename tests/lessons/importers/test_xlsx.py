"""Questions from workbooks, those of the template and hostile ones."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons.importers import xlsx_cells
from lessons.importers.outcome import Outcome, UnreadableFile
from lessons.importers.xlsx import read_xlsx
from lessons.importers.xlsx_template import template
from lessons.questions.multiple_choice import MultipleChoice
from lessons.questions.single_choice import SingleChoice

TEMPLATE = template()


def book(*rows: dict[str, object], order: list[str] | None = None, before: int = 0) -> bytes:
    """A workbook with these rows under a heading."""
    names = order or list(dict.fromkeys(name for row in rows for name in row))
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for _ in range(before):
        sheet.append(["Bank soal"])
    sheet.append(names)
    for row in rows:
        sheet.append([row.get(name) for name in names])
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    memory = io.BytesIO()
    made.save(memory)
    made.close()
    return memory.getvalue()


def choice(**more: object) -> dict[str, object]:
    usual: dict[str, object] = {
        "Jenis": "pilihan ganda",
        "Soal": "Apa?",
        "Jawaban A": "ya",
        "Jawaban B": "bukan",
    }
    return usual | {"Kunci": "A"} | {name.replace("_", " "): value for name, value in more.items()}


def only(data: bytes) -> SingleChoice | MultipleChoice:
    outcome = read_xlsx(data)
    assert not outcome.rejected, outcome.rejected
    (found,) = outcome.questions
    assert isinstance(found.question, SingleChoice | MultipleChoice)
    return found.question


def reason(**more: object) -> str:
    outcome = read_xlsx(book(choice(**more)))
    assert not outcome.questions
    return outcome.rejected[0].reason


def test_the_template_reads_back_as_one_question_of_each_type() -> None:
    outcome = read_xlsx(TEMPLATE)
    assert [each.question.kind for each in outcome.questions] == [
        "single-choice",
        "multiple-choice",
        "true-false",
        "matching",
        "ordering",
        "number",
        "short-text",
        "gaps",
    ]
    assert [each.line for each in outcome.questions] == list(range(2, 10))
    assert outcome.rejected == ()
    assert outcome.skipped == ()
    assert all(each.notes == () for each in outcome.questions)


def test_every_example_of_the_template_grades_its_own_key_as_right() -> None:
    for each in read_xlsx(TEMPLATE).questions:
        assert each.question.grade(each.question.full_key()).right


def test_the_template_offers_lists_keeps_text_and_holds_its_heading() -> None:
    made = openpyxl.load_workbook(io.BytesIO(TEMPLATE))
    sheet = made["Soal"]
    assert sheet.freeze_panes == "C2"
    assert len(sheet.data_validations.dataValidation) == 3
    assert sheet.column_dimensions["D"].number_format == sheet["D2"].number_format == "@"
    assert made["Petunjuk"]["A1"].value


def test_columns_in_any_order_empty_rows_and_a_line_above() -> None:
    row = choice(Tingkat="Sulit", Bobot=2, Catatan="bukan kolom kita")
    data = book({}, row, {}, {}, row, order=sorted({*row}, reverse=True), before=2)
    outcome = read_xlsx(data)
    assert [each.line for each in outcome.questions] == [5, 8]
    head = outcome.questions[0].question.head
    assert (head.level.value, head.weight, head.title) == ("sulit", 2, "Apa?")


def test_numbers_and_dates_show_as_indonesians_write_them() -> None:
    answers = {"Jawaban_A": 1.5, "Jawaban_B": 1000000, "Jawaban_C": date(2024, 10, 7)}
    found = only(book(choice(**answers, Jawaban_D="007", Jawaban_E=True)))
    assert [option.text for option in found.options] == [
        "1,5",
        "1000000",
        "07-10-2024",
        "007",
        "Benar",
    ]


def test_what_looks_like_markdown_is_text() -> None:
    found = only(book(choice(Soal="# a * b <c>\n- (x) d", Jawaban_A="{tetap}", Pembahasan="[x]")))
    assert found.head.text.startswith("\\# a \\* b &lt;c>")
    assert found.head.explanation == "\\[x\\]"
    assert len(found.options) == 2


def test_a_formula_gives_the_value_that_was_saved_with_it() -> None:
    made = io.BytesIO()
    import xlsxwriter

    writer = xlsxwriter.Workbook(made)
    sheet = writer.add_worksheet()
    for index, (name, value) in enumerate(choice().items()):
        sheet.write(0, index, name)
        sheet.write(1, index, value)
    sheet.write_formula(1, 2, '="ya"&"!"', None, "ya!")
    writer.close()
    assert only(made.getvalue()).options[0].text == "ya!"


def test_merged_cells_are_read_once() -> None:
    made = openpyxl.load_workbook(io.BytesIO(book(choice(), choice())))
    made.worksheets[0].merge_cells("B2:C2")
    outcome = read_xlsx(saved(made))
    assert len(outcome.questions) + len(outcome.rejected) == 2


@pytest.mark.parametrize("key", ["a", "A.", " A "])
def test_a_key_is_a_letter(key: str) -> None:
    assert only(book(choice(Kunci=key))).full_key() == "a"


@pytest.mark.parametrize("key", ["A, B", "AB", "a dan b", "A;B"])
def test_several_keys_in_any_writing(key: str) -> None:
    row = choice(Jenis="Pilihan Ganda Kompleks", Kunci=key)
    assert only(book(row)).full_key() == ["a", "b"]


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("Jenis", None, "kosong"),
        ("Jenis", "pilihan gnda", "Mungkin maksud Anda “pilihan ganda”"),
        ("Kunci", "C", "menunjuk pilihan yang kosong"),
        ("Kunci", None, "huruf pilihan"),
        ("Kunci", "A, B", "pilihan ganda kompleks"),
        ("Soal", None, "pertanyaan"),
        ("Bobot", "20", "bobot=20"),
        ("Tingkat", "mudh", "mudah"),
        ("Jenis", "menjodohkan", "=>"),
        ("Jenis", "benar/salah", "Benar atau Salah"),
    ],
)
def test_what_is_wrong_with_a_row_is_told(cell: str, value: str | None, said: str) -> None:
    assert said in reason(**{cell: value})


def test_an_essay_is_skipped_and_a_row_with_settings_only_is_none() -> None:
    outcome = read_xlsx(book(choice(Jenis="Esai"), {"Jenis": "pilihan ganda"}))
    assert [(each.line, each.kind) for each in outcome.skipped] == [(2, "essay")]
    assert outcome.rejected == ()


def packed(**parts: bytes) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return memory.getvalue()


def with_part(data: bytes, name: str, change: bytes) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(memory, "w") as new:
        for part in old.namelist():
            new.writestr(part, change if part == name else old.read(part))
    return memory.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"not a zip",
        packed(a=b"x"),
        packed(xl__worksheets__sheet1=b"\0" * 40_000_000),
        packed(xl__styles=b"\0" * 5_000_000),
        packed(**{f"a{number}": b"" for number in range(600)}),
        book({"Nama": "Budi"}),
        with_part(
            book(choice()),
            "xl/workbook.xml",
            b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]><x>&a;&c;</x>',
        ),
    ],
)
def test_what_is_no_workbook_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_xlsx(data)


def test_a_sheet_of_too_many_rows_is_refused() -> None:
    made = openpyxl.load_workbook(io.BytesIO(book(choice())))
    made.worksheets[0].cell(xlsx_cells.MAX_ROWS + 1, 1, "x")
    with pytest.raises(UnreadableFile, match="baris"):
        read_xlsx(saved(made))


@pytest.mark.parametrize(
    "reference", [b'ref="A1:XFD1048576"', b'ref="A1"', b'ref="ZZZZ99:A1"', b'ref="?"']
)
def test_what_a_sheet_claims_to_be_is_not_believed(reference: bytes) -> None:
    data = book(choice())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    start = sheet.index(b'ref="')
    end = sheet.index(b'"', start + 5) + 1
    changed = sheet[:start] + reference + sheet[end:]
    with suppress(UnreadableFile):
        assert len(read_xlsx(with_part(data, "xl/worksheets/sheet1.xml", changed)).questions) == 1


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_any_change_to_a_part_of_the_template(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(TEMPLATE)) as archive:
        name = data.draw(st.sampled_from(archive.namelist()))
        part = archive.read(name)
    start = data.draw(st.integers(0, len(part)))
    end = start + data.draw(st.integers(0, 40))
    changed = part[:start] + data.draw(st.binary(max_size=6)) + part[end:]
    with suppress(UnreadableFile):
        assert isinstance(read_xlsx(with_part(TEMPLATE, name, changed)), Outcome)


@settings(deadline=None)
@given(st.integers(0, len(TEMPLATE)), st.binary(max_size=6))
def test_any_change_to_the_bytes_of_the_template(start: int, new: bytes) -> None:
    with suppress(UnreadableFile):
        assert isinstance(read_xlsx(TEMPLATE[:start] + new + TEMPLATE[start + 4 :]), Outcome)
