"""The server's package on fresh systems of Debian 12 and 13, from nothing to a restored backup.

systemd can't run in such a system: the service is started as its unit says, by its user and with
memory protected as it asks; the unit itself is examined by systemd's own tool.
"""

from __future__ import annotations

import dataclasses
import subprocess
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests

from installers.debian import server_deb
from installers.workshop import ROOT
from lessons.catalogue import bundled_root, load_catalogue
from sync_server import upgrades
from sync_server.database import Database
from sync_server.units import fill_units
from tests import postgres
from tests.sync_server.city import BUDI, City
from tests.together.pc import Pc
from trials import roots
from trials.conftest import need
from trials.debian_server import BACKUPS, DATA, PACKAGES, SETTINGS, USER, Server, placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from installers.workshop import Workshop

pytestmark = pytest.mark.timeout(300)

# What depends on no release; with the newest programs of PostgreSQL.
on_one_release = pytest.mark.parametrize("number", ["13"], indirect=True)
UNIT, NAME, NIP = "14.72.01.1003", "Budi Contoh", "198503122010011004"
PASSWORD = "kelapa muda 7 butir"


@pytest.fixture(scope="session")
def package(workshop: Workshop) -> Path:
    return server_deb.build(workshop)


@pytest.fixture(scope="session")
def older_package(workshop: Workshop) -> Path:
    """The same sources as an earlier version."""
    older = dataclasses.replace(workshop, version="0.0.9", work=workshop.work / "older")
    return server_deb.build(older)


@pytest.fixture(scope="module")
def installed(
    bare: Path, package: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, ...]:
    """The layers of a system after the first two commands of the README."""
    with roots.started((bare,), tmp_path_factory.mktemp("installed")) as root:
        root.put(package.parent, PACKAGES, is_read_only=True)
        server = Server(root)
        server.apt("update")
        server.apt("install", "--yes", placed(package))
        server.set("BINA_ASN_SERVER_PORT", "0")
    return (root.changes, bare)


@pytest.fixture
def start(
    installed: tuple[Path, ...], package: Path, older_package: Path, tmp_path: Path
) -> Iterator[Callable[[], Server]]:
    """Makes systems on which the server was just installed."""
    with ExitStack() as stack:

        def another() -> Server:
            folder = tmp_path / f"system{len(list(tmp_path.glob('system*')))}"
            root = stack.enter_context(roots.started(installed, folder))
            root.put(package.parent, PACKAGES, is_read_only=True)
            return Server(root)

        assert older_package.parent == package.parent
        yield another


@pytest.fixture
def server(start: Callable[[], Server]) -> Server:
    return start()


def test_three_commands_and_an_admin_signs_in(server: Server, package: Path) -> None:
    *before, last = three_commands()
    # As the fixture has done them.
    assert before == ["apt update", f"apt install ./{package.name}"]
    server.do(*last.split()[1:], "--password-stdin", typed=f"{PASSWORD}\n")
    with server.serving() as address, requests.Session() as browser:
        page = browser.get(address, timeout=10)
        assert "<title>Masuk · Bina ASN</title>" in page.text
        token = page.text.partition('name="csrf_token" value="')[2].partition('"')[0]
        form = {"csrf_token": token, "nama": last.split()[-1], "sandi": PASSWORD}
        answer = browser.post(f"{address}/admin/masuk", data=form, timeout=10)
        assert answer.status_code == 200
        assert "Keluar" in answer.text


def three_commands() -> list[str]:
    """What the README says leads from a bare Debian to the sign-in page."""
    text = (ROOT / "README.md").read_text("utf-8").partition("Dari Debian 12")[2]
    return text.split("```")[1].strip().splitlines()


def test_no_file_of_the_server_is_roots(server: Server) -> None:
    server.do("regrade")
    with server.serving():
        pass
    server.do("backup")
    foreign = server.root.must("find", DATA, BACKUPS, "!", "-user", USER, "-o", "-perm", "/077")
    assert foreign == ""
    look = ("stat", "-c", "%A %U %G")
    assert server.root.must(*look, SETTINGS) == f"-rw-r----- root {USER}\n"
    writable = server.root.must(
        "find", "/usr/lib/bina-asn-server", "!", "-user", "root", "-o", "-perm", "/022"
    )
    assert writable == ""


@on_one_release
def test_a_stranger_is_told_to_be_root(server: Server) -> None:
    done = server.root.run("bina-asn-server", "regrade", account="www-data")
    assert (done.code, done.error) == (
        3,
        "Jalankan sebagai root: sudo bina-asn-server regrade\n",
    )


def test_results_come_through_upgrade_backup_and_restoration(
    start: Callable[[], Server], package: Path, older_package: Path, tmp_path: Path
) -> None:
    server, fresh = start(), start()
    older = server.dpkg("--install", placed(older_package))
    assert older.code == 0, older.said
    take_roster_in(server)
    code = server.do("enrol-code", "--unit", UNIT, "--uses", "2").split()[0]
    course = load_catalogue(bundled_root()).courses[0]
    assert course.end_test is not None
    with server.serving() as address, closing(Pc(tmp_path / "pc")) as pc:
        pc.enrol(address, code)
        pc.take(pc.person(NAME), course, course.end_test, seed=1)
        pc.sync()
        assert pc.unsent() == 0
    before = server.count("grades")
    kept = len(server.backups())

    newer = server.dpkg("--install", placed(package))
    assert newer.code == 0, newer.said
    assert len(server.backups()) == kept + 1
    assert server.count("grades") == before == 1
    with server.serving():
        server.root.must("mkdir", "/root/bawa")
        made = server.do("backup").strip()

    server.root.must("cp", made, "/root/bawa")
    carried = server.root.changes / "root" / "bawa"
    fresh.root.put(carried, "/root/flashdisk")
    assert "Server dipulihkan" in fresh.do("restore", f"/root/flashdisk/{made.rsplit('/', 1)[1]}")
    assert fresh.count("grades") == before
    with fresh.serving() as address, closing(Pc(tmp_path / "pc2")) as pc:
        pc.enrol(address, code)
        assert pc.person(NAME) is not None


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


def test_an_upgrade_backs_up_and_then_migrates(
    server: Server, package: Path, tmp_path: Path
) -> None:
    put_in(server, older_database(tmp_path / "older"))
    refused = server.run("bina-asn-server", "regrade")
    assert (refused.code, "perlu diperbarui" in refused.error) == (3, True)
    done = server.dpkg("--install", placed(package))
    assert done.code == 0, done.said
    assert len(server.backups()) == 1
    assert server.count("grades") == 1
    server.do("regrade")


@on_one_release
def test_a_migration_that_fails_is_healed_later(
    server: Server, package: Path, tmp_path: Path
) -> None:
    folder = older_database(tmp_path / "older")
    with closing(Database(f"sqlite:///{folder / 'server.db'}")) as database:
        obstacle(database, "CREATE TABLE _alembic_tmp_grades (x)")
    put_in(server, folder)
    failed = server.dpkg("--install", placed(package))
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
    assert server.count("grades") == 1


def obstacle(database: Database, statement: str) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql(statement)


@on_one_release
def test_an_older_program_refuses_newer_data_in_words(
    server: Server, package: Path, older_package: Path
) -> None:
    newer = "import sqlite3; c = sqlite3.connect('{}'); c.execute({!r}); c.commit()"
    update = "UPDATE alembic_version SET version_num = '9999'"
    script = newer.format(f"{DATA}/server.db", update)
    server.root.must("python3", "-c", script, account=USER)
    refused = server.dpkg("--install", placed(older_package))
    assert refused.code == 1
    assert "versi program yang lebih baru" in refused.error
    server.root.must("python3", "-c", script.replace("9999", head()), account=USER)
    assert server.dpkg("--install", placed(package)).code == 0


def head() -> str:
    """The last step that this program knows."""
    with closing(Database("sqlite://")) as database:
        upgrades.upgrade(database)
        return str(upgrades.revision_of(database))


@pytest.mark.parametrize("erase", [False, True])
def test_purge_keeps_the_results_unless_told_otherwise(
    server: Server, package: Path, *, erase: bool
) -> None:
    take_roster_in(server)
    server.do("backup")
    answer = f"{USER} {USER}/erase-data boolean {str(erase).lower()}"
    server.root.must("sh", "-c", f"echo '{answer}' | debconf-set-selections")
    assert server.dpkg("--remove", USER).code == 0
    assert server.root.run("ls", f"{DATA}/server.db").code == 0
    done = server.dpkg("--purge", USER)
    assert done.code == 0, done.said
    gone = ("/etc/bina-asn-server", "/usr/lib/bina-asn-server")
    assert [server.root.run("ls", place).code for place in gone] == [2, 2]
    kept = [server.root.run("ls", place).code for place in (DATA, BACKUPS)]
    assert kept == ([2, 2] if erase else [0, 0])
    again = server.dpkg("--install", placed(package))
    assert again.code == 0, again.said
    assert server.count("learners") == (0 if erase else 1)


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


@on_one_release
def test_the_unit_is_sound_and_keeps_little_open(server: Server, tmp_path: Path) -> None:
    need("systemd-analyze")
    unit = tmp_path / "bina-asn-server.service"
    text = server.root.must("cat", f"/usr/lib/systemd/system/{unit.name}")
    assert server.unit()["User"] == USER
    # The tool looks for the program on this machine.
    unit.write_text(text.replace("/usr/bin/bina-asn-server", "/bin/true"), "utf-8")
    verify = ["systemd-analyze", "verify", "--man=no", str(unit)]
    verified = subprocess.run(verify, capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")
    rate = ["systemd-analyze", "security", "--offline=true", "--threshold=15", str(unit)]
    assert subprocess.run(rate, capture_output=True, check=False).returncode == 0


def test_the_same_sources_give_the_same_bytes(
    workshop: Workshop, package: Path, tmp_path: Path
) -> None:
    again = dataclasses.replace(workshop, output=tmp_path / "out", work=tmp_path / "work")
    again.output.mkdir()
    assert server_deb.build(again).read_bytes() == package.read_bytes()


def test_lintian_finds_nothing_that_is_not_explained(package: Path) -> None:
    need("lintian")
    words = ["lintian", "--allow-root", "--fail-on=error,warning,info", str(package)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
