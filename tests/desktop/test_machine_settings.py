from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.machine_settings import MachineSettings, SettingsRefused, load, read
from lessons.packages.keys import PublicKey
from tests.desktop.rights import folder_for_all, hidden

if TYPE_CHECKING:
    from pathlib import Path

KEY = f"bina-asn-public-{'0f' * 32}"
WHOLE = f"""# Kelurahan
server = "https://Bina.Dumaikota.go.id/"
kunci_kota = "{KEY}"
kode_pendaftaran = "k7qm 2f9x"
unit = "14.72.01.1003"
bahasa = "en"
kunci_layar = 15
aktivasi = false
"""
KEYS = (
    "server",
    "kunci_kota",
    "kode_pendaftaran",
    "unit",
    "bahasa",
    "kunci_layar",
    "aktivasi",
)


def refused(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(SettingsRefused) as caught:
        read(text.encode())
    return [(each.line, each.key, each.message) for each in caught.value.problems]


def test_every_key_is_read() -> None:
    assert read(WHOLE.encode()) == MachineSettings(
        server="https://bina.dumaikota.go.id",
        city_key=PublicKey(bytes.fromhex("0f" * 32)),
        code="K7QM-2F9X",
        unit="14.72.01.1003",
        language="en",
        lock_minutes=15,
        activation=False,
    )


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"# kosong\r\n", b"\n\n"])
def test_what_names_nothing_leaves_everything_as_usual(data: bytes) -> None:
    assert read(data) == MachineSettings()


def test_a_missing_file_is_no_error(tmp_path: Path) -> None:
    assert load(tmp_path / "tidak ada" / "pengaturan.toml") == MachineSettings()


def test_a_file_is_read_with_the_mark_of_notepad(tmp_path: Path) -> None:
    file = tmp_path / "pengaturan é.toml"
    file.write_text(WHOLE, encoding="utf-8-sig", newline="\r\n")
    assert load(file) == read(WHOLE.encode())


def test_what_can_not_be_opened_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused, match="tidak dapat dibaca"):
        load(tmp_path)
    with folder_for_all() as folder:
        (folder / "pengaturan.toml").write_text(WHOLE)
        with hidden(folder), pytest.raises(SettingsRefused, match="tidak ada izin"):
            load(folder / "pengaturan.toml")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("server = 3", "harus teks"),
        ('server = ""', "Alamat server"),
        ('server = "http://bina.id"', "https://"),
        ('kunci_kota = "bina-asn-public-0f"', "bina-asn-public-"),
        ('kode_pendaftaran = "K7QM"', "8 huruf dan angka"),
        ('kode_pendaftaran = "K7QM-2F9\u00c9"', "8 huruf dan angka"),
        ('unit = "Pangkalan Sesai"', "kode wilayah"),
        ('unit = "14.72.01.1003\u0661"', "kode wilayah"),
        ("unit = 14.72", "harus teks"),
        ('bahasa = "jv"', '"id" atau "en"'),
        ("kunci_layar = 0", "1 sampai 120"),
        ("kunci_layar = 121", "1 sampai 120"),
        ('kunci_layar = "5"', "tanpa tanda kutip"),
        ("kunci_layar = true", "1 sampai 120"),
        ("kunci_layar = 5.0", "bilangan bulat"),
        ('aktivasi = "false"', "true atau false"),
        ("aktivasi = 0", "true atau false"),
        ('servr = "https://x.id"', "Mungkin maksud Anda “server”"),
        ("server.alamat = 'x'", "harus teks"),
        ("SERVER = 'https://x.id'", "tidak dikenal"),
    ],
)
def test_what_does_not_fit_says_what_is_expected(line: str, expected: str) -> None:
    (found,) = refused(f"# catatan\n{line}\n")
    assert (found[0], found[1]) == (2, line.split("=")[0].split(".")[0].strip())
    assert expected in found[2]


def test_everything_wrong_is_said_at_once_in_order() -> None:
    text = "kunci_layar = 0\nserver = https\nlain = 1\n[umum]\nunit = 'tanya'\nunit = 'tanya'\n"
    found = refused(text)
    assert [(line, key) for line, key, _ in found] == [
        (1, "kunci_layar"),
        (2, ""),
        (3, "lain"),
        (4, ""),
        (6, "unit"),
    ]
    assert "baris 5" in found[-1][2]


def test_problems_are_told_with_their_place() -> None:
    with pytest.raises(SettingsRefused) as caught:
        read(b"\nkunci_layar = 0")
    assert caught.value.message.startswith("Baris 2: kunci_layar: harus bilangan bulat")


_values = st.one_of(
    st.integers().map(str),
    st.booleans().map(lambda value: str(value).lower()),
    st.text(alphabet="abK7QM2F9X.-:/14é ", max_size=20).map(lambda text: f'"{text}"'),
    st.sampled_from(["[1]", "{a = 1}", "1979-05-27", "nan", "'''x\ny'''", "https://x", ""]),
)
_lines = st.tuples(st.sampled_from([*KEYS, "lain", "[a]", "#"]), _values)


def told(data: bytes) -> MachineSettings | None:
    """The settings, or None where problems were named instead."""
    try:
        return read(data)
    except SettingsRefused as error:
        return None if error.problems and error.message else MachineSettings(lock_minutes=0)


@given(st.lists(_lines, max_size=8))
def test_any_lines_give_settings_or_problems(lines: list[tuple[str, str]]) -> None:
    found = told("\n".join(f"{key} = {value}" for key, value in lines).encode())
    assert found is None or 1 <= found.lock_minutes <= 120


@given(st.binary(max_size=300))
def test_any_bytes_give_settings_or_problems(data: bytes) -> None:
    found = told(data)
    assert found is None or 1 <= found.lock_minutes <= 120
