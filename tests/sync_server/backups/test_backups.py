"""A server goes into one file while it runs and comes back from it, on both databases."""

from __future__ import annotations

import json
import stat
import subprocess
import tarfile
from contextlib import closing
from pathlib import Path

from sqlalchemy import text

from sync_server import settings, upgrades
from sync_server.backups import postgres_copy
from sync_server.database import Database
from sync_server.tables import GradeRow, LearnerRow
from sync_server.units import fill_units
from tests.sync_server.backups.server import BAD_INPUT, NOT_READY, Server
from tests.sync_server.city import BUDI, SITI, City
from tests.sync_server.conftest import fresh_postgres
from tests.sync_server.process import COMMAND, environment, run, serving


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_backup_made_while_the_server_runs_comes_back_whole(server: Server) -> None:
    secret = (server.data / "secret").read_bytes()
    with serving(server.data, url=server.url):
        file = server.back_up()
    server.take_in(("Budi", BUDI), ("Siti", SITI))
    server.do("init", "--organisation", "Lain")
    assert "Server sebelumnya disimpan di" in server.do("restore", str(file))
    assert server.nips() == {BUDI}
    assert settings.load(server.data).organisation == "Pemko Dumai"
    assert (server.data / "secret").read_bytes() == secret
    with serving(server.data, url=server.url):
        pass


def test_the_file_is_private_and_says_what_it_is(server: Server) -> None:
    file = server.back_up()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with tarfile.open(file) as tar:
        content = tar.extractfile("manifest.json")
        assert content is not None
        manifest = json.load(content)
        assert {"manifest.json", *manifest["files"]} == set(tar.getnames())
        assert {entry.mode for entry in tar} == {0o600}
    assert names(file.parent) == {file.name}


def test_the_former_server_is_put_aside_complete(server: Server) -> None:
    file = server.back_up()
    server.take_in(("Budi", BUDI), ("Siti", SITI))
    former = (server.data / "settings.json").read_bytes()
    server.do("restore", str(file))
    (aside,) = server.data.glob("before-restore-*")
    assert (aside / "settings.json").read_bytes() == former
    assert stat.S_IMODE(aside.stat().st_mode) == 0o700
    if not server.url:
        with closing(Database(f"sqlite:///{aside / 'server.db'}")) as database:
            assert {row.nip for row in City(database).rows(LearnerRow)} == {BUDI, SITI}
    else:
        assert (aside / "server.dump").read_bytes().startswith(b"PGDMP")


def test_a_backup_makes_a_new_server(server: Server, tmp_path: Path) -> None:
    file = server.back_up()
    if server.url:
        with closing(Database(server.url)) as database, database.engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    other = Server(tmp_path / "other", server.url)
    assert "Server sebelumnya" not in other.do("restore", str(file))
    assert other.nips() == {BUDI}
    assert not list(other.data.glob("before-restore-*"))


def test_nothing_is_restored_under_a_running_server(server: Server) -> None:
    file = server.back_up()
    server.take_in(("Siti", SITI))
    with serving(server.data, url=server.url):
        refused = server.run("restore", str(file))
    assert refused.returncode == NOT_READY
    assert "Hentikan dahulu" in refused.stderr
    assert server.nips() == {BUDI, SITI}


def test_a_server_elsewhere_on_the_same_postgresql_is_noticed(
    postgres_url: str, tmp_path: Path
) -> None:
    server = Server(tmp_path / "data", fresh_postgres(postgres_url, "backups"))
    server.do("init")
    file = server.back_up()
    with closing(Database(server.url)) as elsewhere, elsewhere.reading() as session:
        session.execute(text("SELECT 1"))
        refused = server.run("restore", str(file))
    assert refused.returncode == NOT_READY
    assert "masih dipakai oleh 1 sambungan" in refused.stderr
    assert not list(server.data.glob("restore-*"))
    server.do("restore", str(file))


def test_an_older_database_is_upgraded_on_its_way_back(server: Server, tmp_path: Path) -> None:
    with server.database() as database:
        start_again_at_the_first_step(database)
        city = City(database)
        people, pc = city.people(tmp_path), city.pc()
        pc.send(pc.attempt(people[BUDI], claim=90))
    file = server.back_up()
    server.do("init")
    server.do("restore", str(file))
    with server.database() as database:
        assert upgrades.state_of(database) is upgrades.State.CURRENT
        assert [row.claim for row in City(database).rows(GradeRow)] == [90]


def start_again_at_the_first_step(database: Database) -> None:
    if database.engine.dialect.name == "postgresql":
        with database.engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    else:
        Path(str(database.engine.url.database)).unlink()
    upgrades.upgrade(database, "0001")
    database.write(fill_units)


def test_a_newer_backup_is_refused_and_nothing_changes(server: Server) -> None:
    with server.database() as database:
        now = upgrades.revision_of(database)
        set_revision(database, "9999")
    file = server.back_up()
    with server.database() as database:
        set_revision(database, str(now))
    refused = server.run("restore", str(file))
    assert refused.returncode == BAD_INPUT
    assert "versi program yang lebih baru" in refused.stderr
    assert not list(server.data.glob("*restore*"))
    assert server.nips() == {BUDI}


def set_revision(database: Database, revision: str) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :to"), {"to": revision})


def test_an_upgrade_that_fails_leaves_the_server_as_it_was(server: Server) -> None:
    with server.database() as database:
        now = upgrades.revision_of(database)
        # As if the first step had been taken and nothing of the later ones were to do.
        set_revision(database, "0001")
        with database.engine.begin() as connection:
            connection.execute(text("ALTER TABLE grades RENAME TO lost"))
    file = server.back_up()
    with server.database() as database:
        set_revision(database, str(now))
        with database.engine.begin() as connection:
            connection.execute(text("ALTER TABLE lost RENAME TO grades"))
    server.take_in(("Siti", SITI))
    refused = server.run("restore", str(file))
    assert refused.returncode == NOT_READY
    assert "tidak dapat dibuka atau diperbarui" in refused.stderr
    assert server.nips() == {BUDI, SITI}
    assert not list(server.data.glob("restore-*"))


def test_init_backs_up_before_it_upgrades_and_keeps_the_newest(
    server: Server, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    for day in ("01", "02", "03"):
        (kept / f"bina-asn-server-202601{day}-000000.tar").touch()
    (kept / "lain.tar").touch()
    server.do("init", "--backup-to", str(kept), "--keep", "2")
    found = sorted(names(kept))
    assert found[:2] == ["bina-asn-server-20260103-000000.tar", found[1]]
    assert (len(found), found[2]) == (3, "lain.tar")
    server.do("restore", str(kept / found[1]))


def test_a_first_init_has_nothing_to_back_up(tmp_path: Path) -> None:
    server = Server(tmp_path / "data")
    server.do("init", "--backup-to", str(tmp_path / "kept"))
    assert not (tmp_path / "kept").exists()


def test_where_there_is_no_server_there_is_no_backup(tmp_path: Path) -> None:
    refused = run(tmp_path, "backup")
    assert (refused.returncode, "bina-asn-server init" in refused.stderr) == (NOT_READY, True)
    assert names(tmp_path) == set()


def test_a_backup_of_another_kind_of_database_is_refused(postgres_url: str, tmp_path: Path) -> None:
    server = Server(tmp_path / "data")
    server.do("init")
    file = server.back_up()
    refused = Server(tmp_path / "data", fresh_postgres(postgres_url, "other")).run(
        "restore", str(file)
    )
    assert refused.returncode == NOT_READY
    assert "Cadangan ini dari SQLITE" in refused.stderr


def test_postgresql_without_its_programs_is_told(postgres_url: str, tmp_path: Path) -> None:
    server = Server(tmp_path / "data", fresh_postgres(postgres_url, "backups"))
    server.do("init")
    done = subprocess.run(
        [*COMMAND, "backup"],
        env={**environment(server.data, server.url), "PATH": "/nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == NOT_READY
    assert "apt install postgresql-client" in done.stderr


def test_a_setting_that_older_servers_lack_is_left_out_and_nothing_else(tmp_path: Path) -> None:
    script = tmp_path / "server.sql"
    setting = "\nSET transaction_timeout = 0;\n"
    rest = "SET lock_timeout = 0;\n" + "-- \n" * 2000 + f"COPY x FROM stdin;{setting}\\.\n"
    script.write_text(f"--\nSET statement_timeout = 0;{setting}{rest}", encoding="utf-8")
    postgres_copy._let_older_servers_read(script)
    lines = script.read_text(encoding="utf-8")
    assert lines.startswith("--\nSET statement_timeout = 0;\n--")
    assert lines.split("\n", 3)[3] == rest
