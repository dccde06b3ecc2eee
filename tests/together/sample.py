"""A made-up office for demonstrations: people that nobody can take for real ones."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.together.server_process import Server

ORGANISATION = "BKPSDM Kota Dumai (CONTOH)"
UNIT, UNIT_NAME = "14.72.07.1001", "Ratu Sima"
ADMIN = "admin-contoh"
POSITION = "CONTOH, bukan pegawai sebenarnya"
_HEADINGS = ("nama", "nip", "status", "unit", "jabatan")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody made up; the last three digits of the NIP are from 901, which no office reaches."""

    name: str
    nip: str
    status: str


PEOPLE = (
    Person("Andini Contoh", "198001012005012901", "PNS"),
    Person("Burhan Contoh", "198102022006021902", "PNS"),
    Person("Citra Contoh", "198203032007032903", "PNS"),
    Person("Dedi Contoh", "198304042008041904", "PNS"),
    Person("Elvira Contoh", "198405052009052905", "PNS"),
    Person("Fadhil Contoh", "198506062010061906", "CPNS"),
    Person("Gusnita Contoh", "198607072011072907", "PNS"),
    Person("Hendri Contoh", "198708082022211908", "PPPK"),
    Person("Intan Contoh", "198809092023212909", "PPPK"),
    Person("Jufri Contoh", "198910102024211910", "PPPK Paruh Waktu"),
)


def furnish(server: Server, password: str, courses: Path | None = None) -> None:
    """Give a fresh server the office and an account for its admin pages.

    Args:
        password: Of the account ``ADMIN``; at least ten characters.
        courses: By which it grades; the bundled ones if None.
    """
    server.home.mkdir(parents=True, exist_ok=True)
    chosen = ("--courses", str(courses)) if courses else ()
    server.command("init", "--organisation", ORGANISATION, *chosen)
    table = server.home / "pegawai-contoh.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, delimiter=";")
        lines.writerow(_HEADINGS)
        lines.writerows((each.name, each.nip, each.status, UNIT, POSITION) for each in PEOPLE)
    server.command("import-roster", str(table))
    server.command("create-admin", ADMIN, "--password-stdin", typed=f"{password}\n")


def activation_codes(server: Server) -> Mapping[str, str]:
    """Each person's activation code by NIP, as the admin would print it."""
    answer = json.loads(server.command("activation-codes", "--unit", UNIT, "--json"))
    return {str(each["nip"]): str(each["code"]) for each in answer["people"]}
