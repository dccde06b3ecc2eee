"""The privacy notice: readable by anybody, without signing in and without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit import Spacing, button, card, centred, column, label, page_scroll

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_COLUMN = 720
NOTICE_VERSION = "1 · 24 November 2026"
NOTICE = (
    (
        "Siapa yang bertanggung jawab",
        "BKPSDM Kota Dumai mengelola data pelatihan ini. Pertanyaan dapat disampaikan kepada "
        "admin unit kerja Anda atau langsung kepada BKPSDM.",
    ),
    (
        "Dasar hukum",
        "Data diproses untuk melaksanakan kewajiban hukum dan tugas pemerintah di bidang "
        "pengembangan kompetensi ASN, sesuai Pasal 20 Undang-Undang Nomor 27 Tahun 2022 tentang "
        "Pelindungan Data Pribadi. Karena itu program ini memberi tahu Anda, bukan meminta "
        "persetujuan.",
    ),
    (
        "Untuk apa",
        "Mencatat pelajaran yang Anda selesaikan, nilai kuis, dan JP (jam pelajaran), serta "
        "menyusun laporan pengembangan kompetensi. Data tidak dipakai untuk keperluan lain.",
    ),
    (
        "Data apa",
        "NIP/NI PPPK, nama, unit kerja, jabatan atau status, dan hasil belajar. Program ini tidak "
        "meminta NIK, foto, alamat, atau nomor telepon. Kata sandi hanya disimpan dalam bentuk "
        "teracak di komputer ini dan tidak pernah dikirim.",
    ),
    (
        "Siapa yang melihat",
        "Di komputer ini orang lain hanya melihat nama dan empat angka terakhir NIP Anda. Nilai "
        "hanya terlihat oleh Anda, admin unit kerja, dan BKPSDM.",
    ),
    (
        "Berapa lama disimpan",
        "Rincian jawaban 1 tahun dan hasil pelatihan paling sedikit 5 tahun, kecuali jadwal "
        "retensi arsip BKPSDM menetapkan lain.",
    ),
    (
        "Hak Anda",
        "Anda berhak mengetahui, meminta salinan, memperbaiki, dan meminta penghentian atau "
        "penghapusan data sesuai undang-undang. Sampaikan permintaan kepada admin unit kerja atau "
        "BKPSDM.",
    ),
)


class PrivacyPage(QWidget):
    """The notice as a page to read.

    Signals:
        back(): The person has read enough.
    """

    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        inner = QWidget()
        scroll = page_scroll(inner, takes_keys=True)
        scroll.setAccessibleName("Pemberitahuan Privasi")
        self.setFocusProxy(scroll)
        column(self, 0).addWidget(scroll)
        centred(self._text(), inner, Spacing.XL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _text(self) -> QWidget:
        back = button("&Kembali", "quiet", "arrow-left")
        back.setObjectName("back_button")
        back.clicked.connect(self.back)
        whole = QWidget()
        whole.setMaximumWidth(_COLUMN)
        layout = column(whole, Spacing.S)
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(_notice())
        layout.addStretch()
        return whole


def _notice() -> QWidget:
    frame = card()
    layout = column(frame, Spacing.S, Spacing.XXL)
    layout.addWidget(label("Pemberitahuan Privasi", "display"))
    layout.addWidget(label(f"Versi {NOTICE_VERSION}", "small"))
    for heading, text in NOTICE:
        layout.addSpacing(Spacing.S)
        layout.addWidget(label(heading, "heading"))
        layout.addWidget(label(text))
    return frame
