"""The server's commands, run as an administrator runs them."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from sync_server import accounts, cli, settings
from sync_server.database import Database
from tests.sync_server.city import BUDI, SESAI, SITI
from tests.sync_server.process import run

if TYPE_CHECKING:
    from pathlib import Path

OK, BAD_INPUT, USAGE, NOT_READY, LINES_REFUSED = range(5)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    assert run(folder, "init").returncode == OK
    return folder


def roster(folder: Path, *lines: str) -> str:
    path = folder / "pegawai.csv"
    path.write_text("\n".join(["nama;nip;status;unit", *lines]), encoding="utf-8")
    return str(path)


def test_everything_before_init_says_what_to_do(tmp_path: Path) -> None:
    for words in (["run"], ["regrade"], ["activation-codes", "--unit", SESAI]):
        done = run(tmp_path, *words)
        assert done.returncode == NOT_READY
        assert "bina-asn-server init" in done.stderr
    assert not list(tmp_path.iterdir())


def test_init_keeps_the_secret_private_and_for_ever(data: Path) -> None:
    secret = (data / "secret").read_bytes()
    assert run(data, "init", "--organisation", "Pemko Dumai").returncode == OK
    assert (data / "secret").read_bytes() == secret
    assert settings.load(data).organisation == "Pemko Dumai"
    if os.name == "posix":
        for name in ("secret", "settings.json", "server.db"):
            assert stat.S_IMODE((data / name).stat().st_mode) == 0o600


def test_options_that_are_not_given_stay(data: Path) -> None:
    run(data, "init", "--no-activation-codes", "--trusted-proxy", "127.0.0.1")
    run(data, "init", "--organisation", "Pemko Dumai")
    kept = settings.load(data)
    assert (kept.activation_codes, kept.trusted_proxy) == (False, "127.0.0.1")


def test_a_roster_comes_in_and_its_bad_lines_are_told(data: Path) -> None:
    path = roster(
        data, f"Budi;{BUDI};PNS;{SESAI}", f"Siti;1,98503E+17;PNS;{SESAI}", f"Ani;1;;{SESAI}"
    )
    done = run(data, "import-roster", path)
    assert done.returncode == LINES_REFUSED
    assert "Baru 1, berubah 0, tetap 0." in done.stdout
    assert "Baris 3 ditolak: Excel memotong NIP ini" in done.stdout
    again = run(data, "import-roster", path, "--json")
    report = json.loads(again.stdout)
    assert (report["new"], report["unchanged"]) == (0, 1)
    assert [line["line"] for line in report["refused"]] == [3, 4]


def test_a_useless_file_is_bad_input(data: Path) -> None:
    done = run(data, "import-roster", str(data / "tidak-ada.xlsx"))
    assert (done.returncode, "tidak dapat dibuka" in done.stderr) == (BAD_INPUT, True)


def test_codes_are_made_and_shown(data: Path) -> None:
    run(data, "import-roster", roster(data, f"Budi;{BUDI};;{SESAI}", f"Siti;{SITI};;{SESAI}"))
    made = json.loads(run(data, "enrol-code", "--unit", SESAI, "--uses", "3", "--json").stdout)
    assert (made["unit"], made["uses"], len(made["code"])) == (SESAI, 3, 9)
    shown = run(data, "enrol-code", "--unit", "14.72.01").stdout
    assert "14.72.01" in shown
    assert "Berlaku untuk Kecamatan Dumai Barat dan semua kelurahan di dalamnya." in shown
    told = json.loads(run(data, "activation-codes", "--unit", SESAI, "--json").stdout)
    assert [person["nip"] for person in told["people"]] == [BUDI, SITI]
    assert told["people"][0]["code"] in run(data, "activation-codes", "--unit", SESAI).stdout


@pytest.mark.parametrize("words", [["enrol-code"], ["activation-codes"]])
def test_an_unknown_unit_is_bad_input(data: Path, words: list[str]) -> None:
    done = run(data, *words, "--unit", "99")
    assert (done.returncode, "Unit 99 tidak dikenal." in done.stderr) == (BAD_INPUT, True)


def test_an_admin_gets_an_account_and_later_a_new_password(data: Path) -> None:
    assert run(data, "create-admin", "sari", "--password-stdin", stdin="pendek\n").returncode == 1
    for password in ("rahasia-sekali", "lebih-rahasia-lagi"):
        done = run(data, "create-admin", "sari", "--password-stdin", stdin=f"{password}\n")
        assert done.returncode == OK
    with (
        closing(Database(f"sqlite:///{data / 'server.db'}")) as database,
        database.reading() as session,
    ):
        assert accounts.sign_in(session, "sari", "rahasia-sekali") is None
        assert accounts.sign_in(session, "sari", "lebih-rahasia-lagi") is not None


def test_a_password_typed_twice_must_be_the_same(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BINA_ASN_SERVER_DATA", str(data))
    typed = iter(["rahasia-sekali", "rahasia-sekalii", "rahasia-sekali", "rahasia-sekali"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    assert cli.run(["create-admin", "sari"]) == BAD_INPUT
    assert "tidak sama" in capsys.readouterr().err
    assert cli.run(["create-admin", "sari"]) == OK


def test_regrade_tells_what_it_did(data: Path) -> None:
    assert json.loads(run(data, "regrade", "--json").stdout) == {"graded": 0, "waiting": 0}
    assert "Dinilai 0, masih menunggu 0." in run(data, "regrade").stdout


def test_no_command_and_wrong_words_are_wrong_usage(tmp_path: Path) -> None:
    assert run(tmp_path).returncode == USAGE
    assert run(tmp_path, "run", "--port", "x").returncode == USAGE


def test_an_old_a_newer_and_a_broken_database_are_told_apart(data: Path) -> None:
    def set_version(version: str) -> None:
        with closing(sqlite3.connect(data / "server.db")) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (version,))

    set_version("9999")
    before = (data / "server.db").read_bytes()
    for words in ("run", "init"):
        done = run(data, words)
        assert (done.returncode, "versi program yang lebih baru" in done.stderr) == (
            NOT_READY,
            True,
        )
    assert (data / "server.db").read_bytes() == before
    (data / "server.db").write_bytes(b"bukan basis data sama sekali, hanya teks" * 100)
    done = run(data, "run")
    assert (done.returncode, "tidak dapat dibuka" in done.stderr) == (NOT_READY, True)


@pytest.mark.parametrize(
    ("file", "content", "word"),
    [
        ("settings.json", "{", "tidak dapat dibaca"),
        ("secret", "zz", "tidak dapat dibaca"),
        ("secret", "aa", "rusak"),
    ],
)
def test_damaged_settings_are_told(data: Path, file: str, content: str, word: str) -> None:
    (data / file).write_text(content, encoding="ascii")
    done = run(data, "regrade")
    assert (done.returncode, word in done.stderr) == (NOT_READY, True)


@pytest.mark.parametrize("url", ["mysql://x/y", "bukan alamat"])
def test_other_databases_are_refused(tmp_path: Path, url: str) -> None:
    done = run(tmp_path, "init", "--database", url)
    assert done.returncode == NOT_READY
    assert "asis data" in done.stderr


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="ascii")
    done = run(tmp_path / "berkas" / "data", "init")
    assert (done.returncode, "tidak dapat dibuat" in done.stderr) == (NOT_READY, True)


def test_the_same_commands_work_on_postgresql(tmp_path: Path, empty_postgres: str) -> None:
    url = empty_postgres
    assert run(tmp_path, "regrade", url=url).returncode == NOT_READY
    assert run(tmp_path, "init", url=url).returncode == OK
    path = roster(tmp_path, f"Budi;{BUDI};PNS;{SESAI}")
    assert run(tmp_path, "import-roster", path, url=url).returncode == OK
    assert not (tmp_path / "server.db").exists()
