"""The client's package on each release, from the offline set on.

What does not depend on the release is tried on one: the oldest Python, or the newest system.
"""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from trials.debian.packages import place_another, placed

if TYPE_CHECKING:
    from pathlib import Path

    from installers.workshop import Workshop
    from trials.debian.client import Actor, Client
    from trials.screens import Screen

pytestmark = pytest.mark.timeout(300)

on_the_oldest = pytest.mark.parametrize("number", ["12"], indirect=True)
on_the_newest = pytest.mark.parametrize("number", ["13"], indirect=True)
DATA = "/var/lib/bina-asn"
PASSWORD = "kelapa muda 7"


@pytest.fixture
def earlier_package(client: Client, earlier_debs: Path) -> str:
    """Where the package of the last version before this lies inside."""
    return place_another(client.root, next(earlier_debs.glob("bina-asn_*.deb")))


def test_it_is_whole_and_finds_all_it_needs(client: Client, workshop: Workshop) -> None:
    told = client.root.must("bina-asn", "--version", account="ani")
    assert told == f"bina-asn {workshop.version}\n"
    done = client.root.run("bina-asn", "--selftest", account="ani")
    assert done.code == 0, done.said
    # Those two serve desktops that have GTK or a printer.
    find = "find /usr/lib/bina-asn -name '*.so*' ! -name '*qgtk3*' ! -name '*cups*'"
    lacking = client.root.must("sh", "-c", f"{find} -exec ldd {{}} + | grep 'not found' || true")
    assert lacking == ""


def test_its_folders_belong_to_whom_they_should(client: Client) -> None:
    look = ("stat", "-c", "%A %U %G")
    assert client.root.must(*look, DATA) == "drwxrws--- root bina-asn\n"
    assert client.root.must(*look, "/etc/bina-asn") == "drwxr-xr-x root root\n"
    group = client.root.must("getent", "group", "bina-asn").strip()
    assert sorted(group.split(":")[-1].split(",")) == ["ani", "budi"]
    writable = client.root.must(
        "find", "/usr/lib/bina-asn", "!", "-user", "root", "-o", "-perm", "/022"
    )
    assert writable == ""


def test_it_was_compiled_when_it_was_installed(client: Client) -> None:
    sources = "find /usr/lib/bina-asn/app -name '*.py' | wc -l"
    compiled = "find /usr/lib/bina-asn/app -name '*.pyc' | wc -l"
    assert client.root.must("sh", "-c", sources) == client.root.must("sh", "-c", compiled)


@on_the_newest
def test_neither_folder_nor_variables_change_what_is_loaded(client: Client) -> None:
    client.root.must("sh", "-c", "mkdir /tmp/x; echo 'raise SystemExit(99)' >/tmp/x/desktop.py")
    words = "cd /tmp/x; PYTHONPATH=/tmp/x PYTHONHOME=/tmp/x PYTHONSTARTUP=/tmp/x/desktop.py"
    done = client.root.run("sh", "-c", f"{words} bina-asn --version", account="ani")
    assert (done.code, done.error) == (0, "")


def test_its_window_opens_once_and_closes_in_order(
    client: Client, screen: Screen, tmp_path: Path
) -> None:
    window = client.root.start(
        ["bina-asn"], account="ani", network=True, environment=screen.environment
    )
    screen.wait_for_window("Bina ASN")
    screen.picture(tmp_path / "window.png")
    again = client.root.start(
        ["bina-asn"], account="ani", network=True, environment=screen.environment
    )
    assert "sudah terbuka" in again.communicate()[1]
    assert again.returncode == 7
    assert client.root.run("bina-asn", "quit", network=True).code == 0
    _, complaints = window.communicate()
    assert (window.returncode, complaints) == (0, "")
    assert screen.colours(tmp_path / "window.png") > 20


def test_an_answer_is_there_for_every_account(client: Client, screen: Screen) -> None:
    client.do("learn", "1")
    option = client.do("begin")["option"]
    with client.acting(screen) as actor:
        actor.play("put_off_enrolment")
        actor.play("sign_in_by_tile", password=PASSWORD)
        answer_the_first_question(actor, option)
        assert actor.close() == (0, "")
    assert len(client.pictures()) == 4
    assert client.do("count", account="budi") == counted(quizzes=1, answers=1)


def test_results_come_through_an_upgrade(
    client: Client, package: Path, earlier_package: str
) -> None:
    older = client.dpkg("--install", earlier_package)
    assert older.code == 0, older.said
    assert "downgrading" in older.said
    before = client.do("learn", "3")
    newer = client.dpkg("--install", placed(package))
    assert newer.code == 0, newer.said
    assert client.do("count", account="budi") == before == counted(quizzes=3)
    assert client.root.run("bina-asn", "--selftest", "--files").code == 0


@on_the_newest
def test_settings_may_be_answered_before_they_are_asked_for(client: Client, package: Path) -> None:
    file = "/root/pengaturan kantor.toml"
    client.root.must("sh", "-c", f"echo 'kunci_layar = 10' >'{file}'")
    client.answer_debconf("settings", "string", file)
    done = client.dpkg("--install", placed(package))
    assert done.code == 0, done.said
    assert client.root.must("cat", "/etc/bina-asn/pengaturan.toml") == "kunci_layar = 10\n"


@on_the_newest
def test_an_older_program_leaves_newer_results_alone(client: Client, earlier_package: str) -> None:
    client.do("learn", "1")
    client.do("outgrow")
    assert client.dpkg("--install", earlier_package).code == 0
    done = client.root.run("bina-asn", "status", account="ani")
    assert (done.code, "lebih baru" in done.said) == (6, True)


@on_the_oldest
def test_an_open_window_goes_on_through_an_upgrade(
    client: Client, screen: Screen, package: Path
) -> None:
    client.do("learn", "1")
    option = client.do("begin")["option"]
    with client.acting(screen) as actor:
        actor.play("put_off_enrolment")
        actor.play("sign_in_by_tile", password=PASSWORD)
        done = client.dpkg("--install", placed(package))
        assert done.code == 0, done.said
        # Harder than any upgrade: no code is left that could still be loaded.
        code = "find /usr/lib/bina-asn -name '*.py' -o -name '*.pyc' -o -name '*.so' | xargs rm"
        client.root.must("sh", "-c", code)
        answer_the_first_question(actor, option)
        assert actor.close() == (0, "")
    assert client.dpkg("--install", placed(package)).code == 0
    assert client.do("count") == counted(quizzes=1, answers=1)


@on_the_newest
def test_removal_closes_the_window_and_installation_finds_the_results(
    client: Client, screen: Screen, package: Path
) -> None:
    before = client.do("learn", "2")
    window = client.root.start(
        ["bina-asn"], account="ani", network=True, environment=screen.environment
    )
    screen.wait_for_window("Bina ASN")
    window.send_signal(signal.SIGSTOP)
    refused = client.remove()
    assert (refused.code, "masih terbuka" in refused.error) == (1, True)
    assert client.root.run("bina-asn", "--version").code == 0
    window.send_signal(signal.SIGCONT)
    removed = client.remove()
    assert removed.code == 0, removed.said
    assert (window.communicate()[1], window.returncode) == ("", 0)
    gone = client.root.run("sh", "-c", "ls -d /usr/lib/bina-asn /usr/bin/bina-asn")
    assert (gone.code, gone.out) == (2, "")
    assert client.dpkg("--install", placed(package)).code == 0
    assert client.do("count") == before


@on_the_newest
def test_purge_keeps_what_nobody_told_to_erase_and_what_the_server_lacks(
    client: Client, package: Path
) -> None:
    before = client.do("learn", "1")
    client.do("deliver")
    assert client.dpkg("--purge", "bina-asn").code == 0
    assert client.root.run("ls", "/etc/bina-asn").code == 2
    assert client.dpkg("--install", placed(package)).code == 0
    assert client.do("count") == {**before, "unsent": 0}
    client.do("learn", "2")
    client.answer_debconf("erase-data", "boolean", "true")
    done = client.dpkg("--purge", "bina-asn")
    assert done.code == 0, done.said
    assert "2 hasil belum dimiliki server" in done.said
    assert client.dpkg("--install", placed(package)).code == 0
    assert client.do("count")["quizzes"] == 3


def test_purge_erases_when_told_and_the_server_has_all(client: Client) -> None:
    client.do("learn", "2")
    assert client.do("deliver")["unsent"] == 0
    client.answer_debconf("erase-data", "boolean", "true")
    done = client.dpkg("--purge", "bina-asn")
    assert done.code == 0, done.said
    assert client.root.run("ls", DATA).code == 2


def counted(quizzes: int = 0, answers: int = 0) -> dict[str, int]:
    """What `count` tells of one person, nothing of whom was sent; registering is a record too."""
    return {"people": 1, "quizzes": quizzes, "answers": answers, "unsent": quizzes + 1}


def answer_the_first_question(actor: Actor, option: str) -> None:
    actor.play("open_course", course="ASN-01", title="pelatihan")
    shown = actor.play("open_quiz", button="start_asn-01-awal", title="kuis")
    assert shown["answer"] is None
    assert actor.play("choose", options=[option], title="tersimpan")["answer"] == option
