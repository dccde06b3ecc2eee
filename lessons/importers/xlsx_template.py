"""The workbook in which trainers write questions: one row is one question."""

from __future__ import annotations

import io

from lessons.importers import xlsx_columns as columns

_HELP_SHEET = "Petunjuk"
_ROWS = 1000
_WIDTHS = {
    columns.KIND: 24,
    columns.TITLE: 28,
    columns.TEXT: 60,
    columns.EXPLANATION: 50,
    columns.LEVEL: 10,
    columns.WEIGHT: 8,
}
_USUAL_WIDTH = 26
_HELP = (
    "Cara mengisi lembar “Soal”",
    "Satu baris adalah satu soal. Baris contoh boleh dihapus; urutan kolom boleh diubah,"
    " judul kolomnya tidak.",
    "Isi sel dibaca sebagai teks biasa. Angka ditulis seperti biasa di Indonesia: 1.000.000,5.",
    "",
    "Jenis: pilih dari daftar. Tingkat: mudah, sedang, atau sulit. Bobot: 1 sampai 10;"
    " kosong berarti 1.",
    "Judul: nama pendek soal; bila kosong, diambil dari soalnya.",
    "",
    "pilihan ganda: satu pilihan per kolom Jawaban; Kunci berisi satu huruf, misalnya B.",
    "pilihan ganda kompleks: Kunci berisi beberapa huruf, misalnya A, C.",
    "benar/salah: Kunci berisi Benar atau Salah; kolom Jawaban kosong."
    " Umpan balik A untuk Benar, B untuk Salah.",
    "menjodohkan: setiap Jawaban berisi “kiri => kanan”;"
    " pengecoh tidak berisi sisi kiri: “=> kanan”.",
    "mengurutkan: tulis langkahnya berurut dari Jawaban A; urutan ini yang benar.",
    "angka: Jawaban berisi satu bilangan, bilangan dengan toleransi (“12,5 ± 0,5”),"
    " atau rentang (“80 .. 90”). Satuan boleh diisi.",
    "isian singkat: setiap Jawaban yang diterima dipisahkan tanda |,"
    " misalnya “KPK | Komisi Pemberantasan Korupsi”.",
    "isian rumpang: tulis [[1]], [[2]], … di dalam soal. Jawaban A untuk [[1]], B untuk [[2]]."
    " Yang diketik: “30 | tiga puluh”. Yang dipilih: “kerja ~ kalender ~ libur”,"
    " yang pertama benar.",
    "",
    "Umpan balik A sampai H tampil bila pilihan dengan huruf itu dipilih.",
    "Soal kasus dengan beberapa bagian tidak ditulis di sini, karena tidak muat dalam satu baris;"
    " tulis langsung dalam berkas kuis.",
)
_EXAMPLES: tuple[dict[str, str], ...] = (
    {
        columns.KIND: columns.SINGLE,
        columns.TITLE: "Batas waktu pemberitahuan",
        columns.TEXT: "Paling lambat berapa lama kegagalan pelindungan data diberitahukan?",
        "Jawaban A": "3 × 24 jam",
        "Jawaban B": "7 hari kerja",
        "Jawaban C": "30 hari kalender",
        columns.KEY: "A",
        columns.LEVEL: "mudah",
        columns.EXPLANATION: "Dihitung sejak kegagalan diketahui.",
        "Umpan balik B": "Terlalu lama.",
    },
    {
        columns.KIND: columns.MULTIPLE,
        columns.TITLE: "Data pribadi spesifik",
        columns.TEXT: "Manakah yang termasuk data pribadi spesifik?",
        "Jawaban A": "Data kesehatan",
        "Jawaban B": "Nama lengkap",
        "Jawaban C": "Data biometrik",
        "Jawaban D": "Jenis kelamin",
        columns.KEY: "A, C",
    },
    {
        columns.KIND: columns.TRUE_FALSE,
        columns.TITLE: "Kata sandi bersama",
        columns.TEXT: "Satu kata sandi boleh dipakai bersama oleh satu seksi.",
        columns.KEY: "Salah",
        columns.LEVEL: "mudah",
        "Umpan balik A": "Setiap orang bertanggung jawab atas akunnya sendiri.",
    },
    {
        columns.KIND: columns.MATCHING,
        columns.TITLE: "Suap dan gratifikasi",
        columns.TEXT: "Jodohkan istilah dengan artinya.",
        "Jawaban A": "Suap => Pemberian agar pejabat berbuat sesuatu",
        "Jawaban B": "Gratifikasi => Pemberian dalam arti luas",
        "Jawaban C": "=> Pungutan tanpa dasar hukum",
    },
    {
        columns.KIND: columns.ORDERING,
        columns.TITLE: "Menangani surat masuk",
        columns.TEXT: "Urutkan langkah menangani surat masuk.",
        "Jawaban A": "Terima dan periksa",
        "Jawaban B": "Catat dalam agenda",
        "Jawaban C": "Serahkan kepada pimpinan",
    },
    {
        columns.KIND: columns.NUMBER,
        columns.TITLE: "Lama satu JP",
        columns.TEXT: "Berapa lama satu jam pelajaran?",
        "Jawaban A": "45 ± 0",
        columns.UNIT: "menit",
    },
    {
        columns.KIND: columns.SHORT_TEXT,
        columns.TITLE: "Lembaga antirasuah",
        columns.TEXT: "Lembaga apa yang menerima laporan gratifikasi?",
        "Jawaban A": "Komisi Pemberantasan Korupsi | KPK",
        columns.WEIGHT: "2",
    },
    {
        columns.KIND: columns.GAPS,
        columns.TITLE: "Batas waktu laporan",
        columns.TEXT: "Laporan disampaikan paling lambat [[1]] hari [[2]] sejak diterima.",
        "Jawaban A": "30 | tiga puluh",
        "Jawaban B": "kerja ~ kalender ~ libur",
        columns.LEVEL: "sulit",
    },
)


def template() -> bytes:
    """The workbook with a heading row, lists to choose from, and an example of each type."""
    # Slow to load, and no other command needs it.
    import xlsxwriter

    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True, "strings_to_formulas": False})
    heading = book.add_format({"bold": True, "bg_color": "#D9E2F3", "border": 1, "text_wrap": True})
    # As text, what looks like a date or begins with 0 stays as it was typed.
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(columns.SHEET)
    for index, name in enumerate(columns.COLUMNS):
        sheet.set_column(index, index, _WIDTHS.get(name, _USUAL_WIDTH), text)
        sheet.write_string(0, index, name, heading)
    for row, example in enumerate(_EXAMPLES, 1):
        for name, value in example.items():
            sheet.write_string(row, columns.COLUMNS.index(name), value, text)
    sheet.freeze_panes(1, 2)
    _offer_lists(sheet)
    _write_help(book)
    book.close()
    return memory.getvalue()


def _offer_lists(sheet: object) -> None:
    lists = (
        (columns.KIND, columns.KINDS),
        (columns.LEVEL, columns.LEVELS),
        (columns.WEIGHT, columns.WEIGHTS),
    )
    for name, words in lists:
        column = columns.COLUMNS.index(name)
        rule = {
            "validate": "list",
            "source": list(words),
            "error_title": f"{name} tidak dikenal",
            "error_message": "Pilih dari daftar.",
        }
        sheet.data_validation(1, column, _ROWS, column, rule)  # type: ignore[attr-defined]


def _write_help(book: object) -> None:
    sheet = book.add_worksheet(_HELP_SHEET)  # type: ignore[attr-defined]
    sheet.set_column(0, 0, 110, book.add_format({"text_wrap": True}))  # type: ignore[attr-defined]
    for row, line in enumerate(_HELP):
        bold = book.add_format({"bold": True}) if row == 0 else None  # type: ignore[attr-defined]
        sheet.write_string(row, 0, line, bold)
