"""What the recap holds: units, people, their courses, and the PCs."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from xlsxwriter.workbook import Workbook

from sync_server import words
from sync_server.excel.sheet import Column, Kind, Sheet, SheetWriter, Value
from sync_server.reports.devices import DeviceLine
from sync_server.reports.people import PNS, PersonLine
from sync_server.reports.person import CourseLine
from sync_server.reports.units import UnitLine
from sync_server.units import Unit


@dataclass(frozen=True, slots=True)
class Recap:
    """What is exported: a unit with all below it, in a year.

    Attributes:
        at: As of when.
        jp_target: JP a year that a PNS must reach.
        units: Every unit by code, to name them.
        titles: Course titles by code.
    """

    organisation: str
    unit: Unit
    year: int
    at: datetime
    jp_target: int
    units: Mapping[str, Unit]
    lines: tuple[UnitLine, ...]
    people: tuple[PersonLine, ...]
    courses: tuple[CourseLine, ...]
    devices: tuple[DeviceLine, ...]
    titles: Mapping[str, str]

    @property
    def by_unit(self) -> list[PersonLine]:
        """Everybody, unit by unit."""
        return sorted(self.people, key=lambda person: person.unit)

    @property
    def subtitle(self) -> str:
        """Whose data, and as of when."""
        return f"{self.organisation} · {self.unit.title} · per tanggal {words.moment(self.at)} WIB"


def workbook_of(recap: Recap) -> bytes:
    """The bytes of an .xlsx file; cells with text are text, never formulas."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True})
    writer = SheetWriter(book)
    for sheet in (_units(recap), _people(recap), _courses(recap), _devices(recap)):
        writer.write(sheet)
    book.close()
    return file.getvalue()


def _units(recap: Recap) -> Sheet:
    return Sheet(
        name="Rekap unit",
        title=f"Rekap unit kerja tahun {recap.year}",
        subtitle=recap.subtitle,
        columns=(
            Column("Kode", 16),
            Column("Unit", 34),
            Column("Jumlah ASN", 10, Kind.COUNT),
            Column("Sudah mulai", 10, Kind.COUNT),
            Column("Lulus ≥ 1 pelatihan", 12, Kind.COUNT),
            Column("Total JP", 10, Kind.COUNT),
            Column("PNS", 8, Kind.COUNT),
            Column(f"PNS ≥ {recap.jp_target} JP", 10, Kind.COUNT),
            Column(f"PNS ≥ {recap.jp_target} JP (%)", 12),
            Column("Menunggu verifikasi", 12, Kind.COUNT),
        ),
        rows=[_unit(line) for line in recap.lines],
        strong=frozenset(index for index, line in enumerate(recap.lines) if line.unit.level <= 1),
        note="Tanda – berarti unit tanpa pegawai pada daftar. Kewajiban JP hanya untuk PNS.",
    )


def _unit(line: UnitLine) -> tuple[Value, ...]:
    share = f"{100 * line.pns_reached // line.pns}%" if line.pns else words.NOTHING
    counts: tuple[Value, ...] = (line.people, line.begun, line.passed, line.jp)
    return (
        line.unit.code,
        line.unit.title,
        *(counts if line.people else (words.NOTHING,) * len(counts)),
        line.pns if line.people else words.NOTHING,
        line.pns_reached if line.pns else words.NOTHING,
        share,
        line.waiting,
    )


def _people(recap: Recap) -> Sheet:
    return Sheet(
        name="Daftar ASN",
        title=f"Daftar ASN tahun {recap.year}",
        subtitle=recap.subtitle,
        columns=(
            Column("No.", 6, Kind.COUNT),
            Column("Nama", 30),
            Column("NIP/NI PPPK", 22),
            Column("Status", 16),
            Column("Jabatan", 28),
            Column("Kode unit", 16),
            Column("Unit", 30),
            Column("JP tahun ini", 9, Kind.COUNT),
            Column(f"≥ {recap.jp_target} JP", 9),
            Column("Pelatihan lulus", 10, Kind.COUNT),
            Column("Kegiatan terakhir", 18, Kind.MOMENT),
            Column("Keterangan", 20),
        ),
        rows=[_person(recap, index, line) for index, line in enumerate(recap.by_unit, start=1)],
        note="Kolom ≥ JP hanya berlaku untuk PNS; bagi PPPK 24 JP adalah batas atas.",
    )


def _person(recap: Recap, index: int, line: PersonLine) -> tuple[Value, ...]:
    reached = "Ya" if line.jp >= recap.jp_target else "Tidak"
    return (
        index,
        line.name,
        line.nip,
        line.status,
        line.position,
        line.unit,
        recap.units[line.unit].title,
        line.jp,
        reached if line.status == PNS else words.NOTHING,
        line.passed,
        line.last_at,
        "" if line.verified else "Menunggu verifikasi",
    )


def _courses(recap: Recap) -> Sheet:
    people = {person.id: person for person in recap.people}
    order = {person.id: index for index, person in enumerate(recap.by_unit)}
    courses = sorted(recap.courses, key=lambda line: (order[line.person], line.course))
    return Sheet(
        name="Rincian pelatihan",
        title="Rincian pelatihan (semua tahun)",
        subtitle=recap.subtitle,
        columns=(
            Column("Nama", 30),
            Column("NIP/NI PPPK", 22),
            Column("Kode", 10),
            Column("Pelatihan", 44),
            Column("Pelajaran selesai", 10, Kind.COUNT),
            Column("Mulai", 12, Kind.DAY),
            Column("Lulus", 12, Kind.DAY),
            Column("Nilai terbaik", 9, Kind.COUNT),
            Column("Percobaan tes akhir", 11, Kind.COUNT),
        ),
        rows=[_course(recap, people[line.person], line) for line in courses],
    )


def _course(recap: Recap, person: PersonLine, line: CourseLine) -> tuple[Value, ...]:
    return (
        person.name,
        person.nip,
        line.course,
        recap.titles.get(line.course, line.course),
        line.lessons,
        line.begun_at,
        line.passed_at,
        line.best,
        line.attempts,
    )


def _devices(recap: Recap) -> Sheet:
    return Sheet(
        name="Perangkat",
        title="Perangkat",
        subtitle=recap.subtitle,
        columns=(
            Column("Kode unit", 16),
            Column("Unit", 30),
            Column("Perangkat", 24),
            Column("Versi aplikasi", 12),
            Column("Sinkron terakhir", 18, Kind.MOMENT),
            Column("Catatan diterima", 10, Kind.COUNT),
            Column("Belum dikirim", 18),
            Column("Ditolak", 9, Kind.COUNT),
            Column("Jam komputer", 18),
            Column("Perlu diperiksa", 60),
        ),
        rows=[_device(recap, line) for line in recap.devices],
    )


def _device(recap: Recap, line: DeviceLine) -> tuple[Value, ...]:
    marks = [words.flag(flag) for flag in line.flags]
    if line.revoked_at:
        marks.insert(0, f"Dicabut {words.date(line.revoked_at)}")
    return (
        line.unit,
        recap.units[line.unit].title,
        line.name,
        line.app,
        line.seen_at,
        line.received,
        words.runs(line.missing),
        line.refused,
        words.clock(line.clock_offset),
        "; ".join(marks),
    )
