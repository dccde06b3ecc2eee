"""What stands in the columns of the workbook in which trainers write questions."""

from __future__ import annotations

from lessons.questions.base import Level

SHEET = "Soal"
KIND = "Jenis"
TITLE = "Judul"
TEXT = "Soal"
KEY = "Kunci"
UNIT = "Satuan"
LEVEL = "Tingkat"
WEIGHT = "Bobot"
EXPLANATION = "Pembahasan"
LETTERS = "ABCDEFGH"
ANSWERS = tuple(f"Jawaban {letter}" for letter in LETTERS)
FEEDBACK = tuple(f"Umpan balik {letter}" for letter in LETTERS)

SINGLE = "pilihan ganda"
MULTIPLE = "pilihan ganda kompleks"
TRUE_FALSE = "benar/salah"
MATCHING = "menjodohkan"
ORDERING = "mengurutkan"
NUMBER = "angka"
SHORT_TEXT = "isian singkat"
GAPS = "isian rumpang"
KINDS = (SINGLE, MULTIPLE, TRUE_FALSE, MATCHING, ORDERING, NUMBER, SHORT_TEXT, GAPS)
LEVELS = tuple(level.value for level in Level)
WEIGHTS = tuple(str(weight) for weight in range(1, 11))

COLUMNS = (
    KIND,
    TITLE,
    TEXT,
    *ANSWERS,
    KEY,
    UNIT,
    LEVEL,
    WEIGHT,
    EXPLANATION,
    *FEEDBACK,
)
