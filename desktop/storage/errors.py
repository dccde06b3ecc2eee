"""What can go wrong in the store, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.errors import ProgramError

if TYPE_CHECKING:
    from pathlib import Path


class StoreProblem(ProgramError):
    """The database can't be used as it is.

    Attributes:
        path: The database file, so that a person can look for it.
    """

    def __init__(self, message: str, path: Path, details: str = "") -> None:
        super().__init__(message, details)
        self.path = path


class StoreDamaged(StoreProblem):
    """The file is damaged or no database of ours; it was left as it is."""

    title = "Basis data rusak"

    def __init__(self, path: Path, details: str = "") -> None:
        super().__init__(
            "Berkas basis data rusak atau bukan milik Bina ASN. Berkas itu tidak diubah. "
            "Simpan salinannya dan hubungi admin.",
            path,
            details,
        )


class StoreTooNew(StoreProblem):
    """The file was written by a newer program; it was left as it is."""

    title = "Basis data lebih baru"

    def __init__(self, path: Path, version: int) -> None:
        super().__init__(
            "Basis data ini dibuat oleh Bina ASN yang lebih baru. Berkas itu tidak diubah. "
            "Pasang Bina ASN versi terbaru di komputer ini.",
            path,
            f"user_version {version}",
        )


class StoreUnavailable(StoreProblem):
    """The file can't be opened or written: full disk, no rights, read-only, busy."""

    title = "Data tidak dapat disimpan"


class LearnerUnknown(ProgramError):
    """No such person on this PC."""

    title = "Peserta tidak ditemukan"

    def __init__(self) -> None:
        super().__init__("Peserta ini tidak ada di komputer ini. Pilih kembali nama Anda.")


class AttemptClosed(ProgramError):
    """The attempt was sent already, replaced, or never begun here."""

    title = "Kuis sudah ditutup"

    def __init__(self) -> None:
        super().__init__("Percobaan kuis ini sudah dikirim atau diganti. Buka kembali kuisnya.")


class WrongCode(ProgramError):
    """The activation code is not the one of this person."""

    title = "Kode aktivasi belum tepat"


class WrongPassword(ProgramError):
    """The password is not the one of this person on this PC."""

    title = "Kata sandi belum tepat"


class TooManyTries(ProgramError):
    """Too many wrong tries; the next one must wait.

    Attributes:
        seconds: How long to wait from now.
    """

    title = "Terlalu banyak percobaan"

    def __init__(self, message: str, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds


class PasswordTooShort(ProgramError):
    """The password that was chosen is too short."""

    title = "Kata sandi terlalu pendek"


class PasswordTooEasy(PasswordTooShort):
    """The password holds the NIP or the birth date, which colleagues know."""

    title = "Kata sandi mudah ditebak"


class NipRefused(ProgramError):
    """The number typed at registration can't be a NIP, or no name was given."""

    title = "Data belum lengkap"


class NipTaken(ProgramError):
    """Somebody with this NIP is in the list already."""

    title = "NIP sudah terdaftar"

    def __init__(self) -> None:
        super().__init__("NIP ini sudah ada di daftar. Kembali, lalu pilih nama Anda.")


class BackupFailed(ProgramError):
    """The copy could not be written or did not pass its check."""

    title = "Salinan belum tersimpan"
