"""Why a package is refused, in one word for programs and in a sentence for people."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a package is refused; the values are for programs, for ever."""

    UNREADABLE = "unreadable"
    NO_ZIP = "no-zip"
    TRAILING_DATA = "trailing-data"
    LEADING_DATA = "leading-data"
    HIDDEN_DATA = "hidden-data"
    COMMENT = "comment"
    TOO_MANY = "too-many"
    TOO_LARGE = "too-large"
    ENCRYPTED = "encrypted"
    COMPRESSED = "compressed"
    LINK = "link"
    DEVICE = "device"
    DIRECTORY = "directory"
    OVERLAP = "overlap"
    HEADER = "header"
    ABSOLUTE = "absolute"
    PARENT = "parent"
    BACKSLASH = "backslash"
    DRIVE = "drive"
    RESERVED = "reserved"
    NAME = "name"
    CLASH = "clash"
    DUPLICATE = "duplicate"
    MISSING = "missing"
    SURPLUS = "surplus"
    SIZE = "size"
    HASH = "hash"
    FILE_TYPE = "file-type"
    NO_PICTURE = "no-picture"
    UNKNOWN_KEY = "unknown-key"
    SIGNATURE = "signature"
    MANIFEST = "manifest"
    FORMAT = "format"
    COURSE = "course"
    NOT_CANONICAL = "not-canonical"
    SERVER_EDITION = "server-edition"
    NO_KEYS = "no-keys"
    OLD_VERSION = "old-version"
    CLIENT_TOO_OLD = "client-too-old"
    DISK = "disk"


_WORDS = {
    Reason.UNREADABLE: "Berkas paket tidak dapat dibuka",
    Reason.NO_ZIP: "Berkas ini bukan paket pelatihan, atau terpotong saat disalin",
    Reason.TRAILING_DATA: "Ada data tambahan di akhir paket",
    Reason.LEADING_DATA: "Ada data tambahan di awal paket",
    Reason.HIDDEN_DATA: "Ada data tersembunyi di antara isi paket",
    Reason.COMMENT: "Paket memuat catatan yang tidak diizinkan",
    Reason.TOO_MANY: "Isi paket terlalu banyak",
    Reason.TOO_LARGE: "Isi paket terlalu besar",
    Reason.ENCRYPTED: "Isi paket terkunci kata sandi",
    Reason.COMPRESSED: "Isi paket dimampatkan, padahal tidak boleh",
    Reason.LINK: "Paket memuat tautan berkas",
    Reason.DEVICE: "Paket memuat berkas perangkat",
    Reason.DIRECTORY: "Paket memuat folder",
    Reason.OVERLAP: "Isi paket saling bertumpuk",
    Reason.HEADER: "Susunan paket tidak cocok",
    Reason.ABSOLUTE: "Paket memuat alamat mutlak",
    Reason.PARENT: "Paket memuat alamat yang keluar dari foldernya",
    Reason.BACKSLASH: "Paket memuat nama dengan garis miring terbalik",
    Reason.DRIVE: "Paket memuat nama dengan titik dua",
    Reason.RESERVED: "Paket memuat nama yang tidak dapat dipakai di Windows",
    Reason.NAME: "Paket memuat nama berkas yang tidak dikenal",
    Reason.CLASH: "Paket memuat nama yang hanya berbeda huruf besar atau bentuk hurufnya",
    Reason.DUPLICATE: "Paket memuat nama yang sama dua kali",
    Reason.MISSING: "Isi paket tidak lengkap",
    Reason.SURPLUS: "Paket memuat berkas yang tidak semestinya",
    Reason.SIZE: "Ukuran isi paket tidak cocok",
    Reason.HASH: "Isi paket telah berubah atau rusak",
    Reason.FILE_TYPE: "Paket memuat jenis berkas yang tidak diizinkan",
    Reason.NO_PICTURE: "Gambar dalam paket bukan PNG, JPEG, atau GIF",
    Reason.UNKNOWN_KEY: "Paket ditandatangani dengan kunci yang tidak dipercaya",
    Reason.SIGNATURE: "Tanda tangan paket tidak sah",
    Reason.MANIFEST: "Daftar isi paket tidak dapat dibaca",
    Reason.FORMAT: "Format paket tidak dikenal program ini",
    Reason.COURSE: "Pelatihan dalam paket tidak dapat dibaca",
    Reason.NOT_CANONICAL: "Bentuk paket tidak seperti yang dibuat perkakas pelatihan",
    Reason.SERVER_EDITION: "Paket ini memuat kunci jawaban dan hanya untuk server",
    Reason.NO_KEYS: "Paket ini tidak memuat kunci tes akhir; server memerlukan edisi dengan kunci",
    Reason.OLD_VERSION: "Versi yang sama atau lebih baru sudah ada",
    Reason.CLIENT_TOO_OLD: "Paket ini memerlukan program yang lebih baru",
    Reason.DISK: "Paket tidak dapat disimpan; pelatihan yang lama tetap dapat dipakai",
}


_ADVICE = {
    Reason.UNREADABLE: "Periksa nama dan izin berkas itu.",
    Reason.NO_ZIP: "Salin ulang paketnya dari sumbernya.",
    Reason.UNKNOWN_KEY: "Bila pembuatnya dikenal, percayai dahulu kunci publiknya.",
    Reason.SERVER_EDITION: "Minta paket untuk komputer pegawai kepada pembuatnya.",
    Reason.NO_KEYS: "Minta paket edisi server kepada pembuatnya.",
    Reason.OLD_VERSION: "Paket ini tidak diperlukan lagi.",
    Reason.CLIENT_TOO_OLD: "Perbarui program, lalu ulangi.",
    Reason.FORMAT: "Perbarui program, lalu ulangi.",
    Reason.DISK: "Periksa ruang disk dan izin foldernya, lalu ulangi.",
}
_USUAL_ADVICE = "Jangan dipakai; minta paket baru kepada pembuatnya."


class PackageError(Exception):
    """A package is refused; nothing that was there before has changed.

    Attributes:
        reason: For programs.
        title: For people, in Indonesian.
        message: For people, in Indonesian: what is wrong.
        advice: For whoever was given the package, in Indonesian: what to do.
    """

    title = "Paket pelatihan ditolak"

    def __init__(self, reason: Reason, what: str = "") -> None:
        """Take the reason, and what exactly was met, for example a name."""
        # A name from a hostile file may hold anything; it is shown in one short harmless line.
        shown = ascii(what)[1:-1] if not what.isprintable() else what
        self.reason = reason
        self.message = f"{_WORDS[reason]} ({shown[:100]})." if what else f"{_WORDS[reason]}."
        self.advice = _ADVICE.get(reason, _USUAL_ADVICE)
        super().__init__(self.message)
