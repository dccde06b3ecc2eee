"""The server's package and what the city's people answered: it outlasts upgrades and removal."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests

from lessons.catalogue import bundled_root, load_catalogue
from sync_server import upgrades
from sync_server.database import Database
from sync_server.units import fill_units
from tests import postgres
from tests.sync_server.city import BUDI, City
from tests.together.pc import Pc
from trials.debian.packages import place_another, placed
from trials.debian.server import BACKUPS, DATA, USER, Server

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.timeout(300)

# What depends on no release; with the newest programs of PostgreSQL.
on_one_release = pytest.mark.parametrize("number", ["13"], indirect=True)
UNIT, NAME, NIP = "14.72.01.1003", "Budi Contoh", "198503122010011004"


@pytest.fixture
def earlier_package(earlier_debs: Path) -> Path:
    """The server's package of the last version before this."""
    return next(earlier_debs.glob(f"{USER}_*.deb"))


def test_results_come_through_an_upgrade(
    server: Server, server_package: Path, earlier_package: Path, tmp_path: Path
) -> None:
    begin_with_earlier(server, earlier_package)
    take_roster_in(server)
    code = server.do("enrol-code", "--unit", UNIT).split()[0]
    course = load_catalogue(bundled_root()).courses[0]
    assert course.end_test is not None
    with closing(Pc(tmp_path / "pc")) as pc:
        with server.serving() as address:
            pc.enrol(address, code)
            pc.take(pc.person(NAME), course, course.end_test, seed=1)
            pc.sync()
        kept = len(server.backups())
        newer = server.dpkg("--install", placed(server_package))
        assert newer.code == 0, newer.said
        assert len(server.backups()) == kept + 1
        assert server.count("grades") == 1
        with server.serving():
            pass
        assert pc.unsent() == 0


@on_one_release
def test_a_backup_is_restored_on_another_system(
    start_server: Callable[[], Server], tmp_path: Path
) -> None:
    server, fresh = start_server(), start_server()
    take_roster_in(server)
    code = server.do("enrol-code", "--unit", UNIT).split()[0]
    with server.serving():
        made = server.do("backup").strip()
    server.root.must("mkdir", "/root/bawa")
    server.root.must("cp", made, "/root/bawa")
    fresh.root.put(server.root.changes / "root" / "bawa", "/root/flashdisk")
    assert "Server dipulihkan" in fresh.do("restore", f"/root/flashdisk/{made.rsplit('/', 1)[1]}")
    with fresh.serving() as address, closing(Pc(tmp_path / "pc")) as pc:
        pc.enrol(address, code)
        assert pc.person(NAME) is not None


def begin_with_earlier(server: Server, package: Path) -> None:
    """Install the last version before this as if it were the first."""
    server.root.must("sh", "-c", f"rm -rf {DATA}/*")
    done = server.dpkg("--install", place_another(server.root, package))
    assert done.code == 0, done.said


def take_roster_in(server: Server) -> None:
    """By a file in root's own folder, where the server's user can't look."""
    line = f"nama;nip;status;unit\\n{NAME};{NIP};PNS;{UNIT}\\n"
    server.root.must("sh", "-c", f"chmod 700 /root; printf '{line}' >/root/pegawai.csv")
    server.root.must("chmod", "600", "/root/pegawai.csv")
    assert "Baru 1" in server.do("import-roster", "/root/pegawai.csv")


def older_database(folder: Path) -> Path:
    """A database as the first step of all left it, with one result."""
    folder.mkdir()
    with closing(Database(f"sqlite:///{folder / 'server.db'}")) as database:
        upgrades.upgrade(database, "0001")
        database.write(fill_units)
        city = City(database)
        budi, pc = city.people(folder)[BUDI], city.pc()
        pc.send(pc.attempt(budi, claim=90))
    return folder


def put_in(server: Server, database: Path) -> None:
    """In place of the one that is there."""
    server.root.put(database, "/older")
    owner = ("install", "-o", USER, "-g", USER, "-m", "600")
    server.root.must("sh", "-c", f"rm -f {DATA}/server.db*")
    server.root.must(*owner, "/older/server.db", f"{DATA}/server.db")


@on_one_release
def test_a_migration_that_fails_is_healed_later(
    server: Server, server_package: Path, tmp_path: Path
) -> None:
    folder = older_database(tmp_path / "older")
    with closing(Database(f"sqlite:///{folder / 'server.db'}")) as database:
        obstacle(database, "CREATE TABLE _alembic_tmp_grades (x)")
    put_in(server, folder)
    refused = server.run("bina-asn-server", "regrade")
    assert (refused.code, "perlu diperbarui" in refused.error) == (3, True)
    failed = server.dpkg("--install", placed(server_package))
    assert failed.code == 1
    assert "Data lama tidak berubah" in failed.error
    assert "dpkg --configure -a" in failed.error
    assert server.count("grades") == 1
    assert len(server.backups()) == 1
    state = ("dpkg-query", "-W", "-f", "${db:Status-Status}", USER)
    assert server.root.must(*state) == "half-configured"

    with closing(Database(f"sqlite:///{folder / 'server.db'}")) as database:
        obstacle(database, "DROP TABLE _alembic_tmp_grades")
    put_in(server, folder)
    healed = server.dpkg("--configure", "--pending")
    assert healed.code == 0, healed.said
    assert server.root.must(*state) == "installed"
    assert len(server.backups()) == 2
    assert server.count("grades") == 1
    server.do("regrade")


def obstacle(database: Database, statement: str) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql(statement)


@on_one_release
def test_an_older_program_refuses_newer_data_in_words(
    server: Server, server_package: Path, earlier_package: Path
) -> None:
    newer = "import sqlite3; c = sqlite3.connect('{}'); c.execute({!r}); c.commit()"
    update = "UPDATE alembic_version SET version_num = '9999'"
    script = newer.format(f"{DATA}/server.db", update)
    server.root.must("python3", "-c", script, account=USER)
    refused = server.dpkg("--install", place_another(server.root, earlier_package))
    assert refused.code == 1
    assert "versi program yang lebih baru" in refused.error
    server.root.must("python3", "-c", script.replace("9999", head()), account=USER)
    assert server.dpkg("--install", placed(server_package)).code == 0


def head() -> str:
    """The last step that this program knows."""
    with closing(Database("sqlite://")) as database:
        upgrades.upgrade(database)
        return str(upgrades.revision_of(database))


def test_purge_keeps_the_results_unless_told_otherwise(
    server: Server, server_package: Path
) -> None:
    take_roster_in(server)
    server.do("backup")
    assert server.dpkg("--remove", USER).code == 0
    assert server.root.run("ls", f"{DATA}/server.db").code == 0
    purge(server)
    assert left(server, "/etc/bina-asn-server", "/usr/lib/bina-asn-server") == []
    assert left(server, DATA, BACKUPS) == [DATA, BACKUPS]
    again = server.dpkg("--install", placed(server_package))
    assert again.code == 0, again.said
    assert server.count("learners") == 1
    answer = f"{USER} {USER}/erase-data boolean true"
    server.root.must("sh", "-c", f"echo '{answer}' | debconf-set-selections")
    purge(server)
    assert left(server, DATA, BACKUPS) == []
    assert server.root.run("getent", "passwd", USER).code == 2


def purge(server: Server) -> None:
    done = server.dpkg("--purge", USER)
    assert done.code == 0, done.said


def left(server: Server, *folders: str) -> list[str]:
    """Those of the folders that are there."""
    return [folder for folder in folders if server.root.run("ls", folder).code == 0]


@on_one_release
def test_on_postgresql_it_backs_up_and_restores_too(server: Server) -> None:
    programs = postgres.find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (initdb and pg_ctl)")
    with postgres.private_cluster(programs) as url:
        home = Path(url.partition("host=")[2])
        home.chmod(0o711)  # its socket is for the user inside
        server.root.put(home, "/pg")
        server.set("BINA_ASN_SERVER_DATABASE", url.replace(str(home), "/pg"))
        server.do("init")
        take_roster_in(server)
        refused = server.run("bina-asn-server", "backup")
        assert (refused.code, "postgresql-client" in refused.error) == (3, True)
        server.apt("install", "--yes", "--no-install-recommends", "postgresql-client")
        made = server.do("backup").strip()
        with server.serving() as address:
            assert requests.get(f"{address}/healthz", timeout=10).status_code == 200
        assert "Server sebelumnya disimpan" in server.do("restore", made)
        assert "tetap 1" in server.do("import-roster", "/root/pegawai.csv")
