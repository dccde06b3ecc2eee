"""Why a PC and its server could not speak: which step failed, and what to do.

Whatever the reason, nothing is lost: results stay on the PC and are sent in a later round.
"""

from __future__ import annotations

from enum import StrEnum

from desktop.errors import ProgramError


class Step(StrEnum):
    """The steps of one request, in their order; the values are what people read."""

    ADDRESS = "alamat server"
    PROXY = "proksi"
    NAME = "nama server"
    CONNECTION = "sambungan"
    TLS = "sertifikat keamanan"
    ANSWER = "jawaban server"


class SyncError(ProgramError):
    """A round or an enrolment failed.

    Attributes:
        step: Which step failed; those before it went well.
    """

    title = "Belum tersinkron"
    step = Step.ANSWER


class NotEnrolled(SyncError):
    """The PC belongs to no office yet."""

    title = "Belum terhubung"
    step = Step.ADDRESS

    def __init__(self) -> None:
        super().__init__(
            "Komputer ini belum terhubung dengan server BKPSDM. Hubungkan dengan kode pendaftaran."
        )


class AddressWrong(SyncError):
    """The address can't be one of a server."""

    title = "Alamat server keliru"
    step = Step.ADDRESS


class CodeIncomplete(SyncError):
    """What was typed has not the length of an enrolment code."""

    title = "Kode pendaftaran belum lengkap"
    step = Step.ADDRESS


class ProxyFailed(SyncError):
    """The proxy can't be reached, or asks for a sign-in."""

    step = Step.PROXY

    def __init__(self, details: str = "") -> None:
        super().__init__(
            "Proksi jaringan kantor tidak dapat dipakai atau meminta kata sandi. "
            "Minta petugas TI memeriksa pengaturan proksi.",
            details,
        )


class NameNotFound(SyncError):
    """No address is known for the server's name: no internet, or a slip in the name."""

    step = Step.NAME

    def __init__(self, details: str = "") -> None:
        super().__init__(
            "Tidak ada internet, atau nama server tidak ditemukan. "
            "Periksa sambungan internet dan alamat server.",
            details,
        )


class NotReachable(SyncError):
    """No connection could be made."""

    step = Step.CONNECTION

    def __init__(self, details: str = "") -> None:
        super().__init__(
            "Server tidak dapat dihubungi. Periksa sambungan internet; "
            "jika internet lancar, server mungkin sedang dimatikan.",
            details,
        )


class TimedOut(SyncError):
    """Waited in vain; ``step`` says for what."""

    def __init__(self, step: Step, details: str = "") -> None:
        super().__init__(
            "Server terlalu lama tidak menjawab. Jaringan mungkin lambat; "
            "program akan mencoba lagi nanti.",
            details,
        )
        self.step = step


class TlsFailed(SyncError):
    """The server's certificate can't be trusted, or the line is intercepted."""

    step = Step.TLS

    def __init__(self, details: str = "") -> None:
        super().__init__(
            "Sertifikat keamanan server tidak dapat dipercaya. Periksa tanggal komputer ini; "
            "jika sudah benar, minta petugas TI memeriksa sertifikat.",
            details,
        )


class NotOurServer(SyncError):
    """Something else answered: a captive portal, another web server, a redirect."""

    def __init__(self, details: str = "") -> None:
        super().__init__(
            "Yang menjawab bukan server Bina ASN. Jika Wi-Fi meminta masuk lewat peramban, "
            "masuklah dahulu; jika tidak, periksa alamat server.",
            details,
        )


class ServerTrouble(SyncError):
    """The server answered that it is in trouble (5xx)."""

    def __init__(self, details: str = "") -> None:
        super().__init__(
            "Server BKPSDM sedang terganggu. Program akan mencoba lagi nanti.", details
        )


class AnswerBroken(SyncError):
    """The answer was cut, damaged, too long, or to another question."""

    def __init__(self, details: str = "") -> None:
        super().__init__(
            "Jawaban server terputus atau rusak. Program akan mencoba lagi nanti.", details
        )


class Refused(SyncError):
    """The server understood and said no.

    Attributes:
        code: As in ``lessons.exchange.messages.Refusal``.
    """

    title = "Ditolak server"

    def __init__(self, code: str, message: str) -> None:
        super().__init__(_REFUSALS.get(code, message), code)
        self.code = code


class OfficeDiffers(Refused):
    """The server has put this PC into another office than the one that was named."""

    title = "Kantor tidak cocok"

    def __init__(self, wanted: str, place: str) -> None:
        super().__init__(
            "office-differs",
            f"Server mencatat komputer ini di {place}, bukan di {wanted}. "
            "Periksa kode pendaftaran dan kode kantor bersama admin.",
        )


_REFUSALS = {
    "code-unknown": "Kode pendaftaran tidak dikenal. Periksa kembali kode dari admin.",
    "code-used": "Kode pendaftaran sudah dipakai. Minta kode baru kepada admin.",
    "code-expired": "Masa berlaku kode pendaftaran sudah habis. Minta kode baru kepada admin.",
    "device-unknown": "Komputer ini tidak dikenal server. Minta kode pendaftaran kepada admin, "
    "lalu hubungkan kembali.",
    "device-revoked": "Sambungan komputer ini sudah dicabut admin. "
    "Hubungi admin; hasil tetap tersimpan di komputer ini.",
    "device-taken": "Identitas komputer ini sudah dipakai komputer lain. Hubungi admin.",
    "bad-signature": "Server tidak mengenali tanda pengenal komputer ini. "
    "Minta kode pendaftaran kepada admin, lalu hubungkan kembali.",
    "too-many-tries": "Terlalu banyak percobaan. Tunggu beberapa menit, lalu coba lagi.",
}
