"""What comes over the line: whole and as signed, or nothing is kept."""

from __future__ import annotations

import hashlib
import resource
from typing import TYPE_CHECKING

import pytest

from desktop.sync.client import HttpTransport
from desktop.sync.errors import AnswerBroken, NotOurServer, ServerTrouble, SyncError, TimedOut
from desktop.sync.wire import Patience
from desktop.updates.errors import NothingNewer, UpdateRefused
from desktop.updates.server import fetch_update
from lessons.exchange.messages import Refusal
from lessons.packages.file_signatures import sign_file
from lessons.records import to_json
from tests.desktop.rights import folder_for_all, without_rights
from tests.desktop.sync.servers import Request, http, serving
from tests.desktop.updates.release import CONTENT, DEB, OURS, STRANGER, machine, sums

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Mapping
    from pathlib import Path

FILE = "application/octet-stream"
NOT_FOUND = http(to_json(Refusal("not-found", "Pembaruan itu tidak tersedia.")), 404)
PORTAL = http(b"<html>Masuk Wi-Fi</html>", content_type="text/html")
MOVED = http(b"", 302, extra="Location: http://127.0.0.1:9/\r\n")


class UpdateServer:
    """Hands out a release; ``instead`` has whole answers that go in place of the right ones."""

    def __init__(self, name: str = DEB, instead: Mapping[str, bytes] | None = None) -> None:
        listed = sums({name: hashlib.sha256(CONTENT).hexdigest()})
        self.files = {
            "SHA256SUMS": http(listed, content_type=FILE),
            "SHA256SUMS.sig": http(sign_file(listed, OURS), content_type=FILE),
            name: http(CONTENT, content_type=FILE),
        }
        names = {"sums": "SHA256SUMS", "signature": "SHA256SUMS.sig", "file": name}
        self.files |= {names[key]: answer for key, answer in (instead or {}).items()}
        self.asked: list[str] = []

    def __call__(self, request: Request, line: socket.socket) -> None:
        road, _, name = request.target.rpartition("/")
        is_ours = road == "/api/v1/updates"
        if is_ours:
            self.asked.append(name)
        line.sendall(self.files.get(name, NOT_FOUND) if is_ours else NOT_FOUND)


def ask(behave: Callable[[Request, socket.socket], None], data: Path) -> Path:
    line = HttpTransport(Patience(connect=2, read=2, whole=20))
    with serving(behave) as listening:
        return fetch_update(listening.address, line, machine(), data).file


def kept(data: Path) -> list[str]:
    return sorted(path.name for path in data.rglob("*") if path.is_file())


def test_a_newer_version_is_fetched_once_and_kept(tmp_path: Path) -> None:
    server = UpdateServer()
    file = ask(server, tmp_path)
    assert file == tmp_path / "updates" / DEB
    assert file.read_bytes() == CONTENT
    assert kept(tmp_path) == [DEB]
    ask(server, tmp_path)
    assert server.asked.count(DEB) == 1


def test_what_an_earlier_time_left_behind_goes(tmp_path: Path) -> None:
    folder = tmp_path / "updates"
    folder.mkdir()
    (folder / f"{DEB}.part").symlink_to(tmp_path / "victim")
    (folder / "bina-asn_0.1.5_amd64.deb").write_bytes(b"old")
    (folder / "notes.txt").write_bytes(b"somebody's")
    ask(UpdateServer(), tmp_path)
    assert kept(tmp_path) == [DEB, "notes.txt"]


def test_a_kept_file_that_was_changed_is_fetched_anew(tmp_path: Path) -> None:
    ask(UpdateServer(), tmp_path).write_bytes(b"changed")
    assert ask(UpdateServer(), tmp_path).read_bytes() == CONTENT


@pytest.mark.parametrize("name", ["bina-asn_0.1.0_amd64.deb", "bina-asn_0.0.9_amd64.deb"])
def test_nothing_newer_fetches_nothing(tmp_path: Path, name: str) -> None:
    server = UpdateServer(name)
    with pytest.raises(NothingNewer):
        ask(server, tmp_path)
    assert server.asked == ["SHA256SUMS", "SHA256SUMS.sig"]
    assert kept(tmp_path) == []


def test_a_server_without_updates_says_so(tmp_path: Path) -> None:
    for missing in ("sums", "signature"):
        with pytest.raises(NothingNewer, match="belum menyediakan"):
            ask(UpdateServer(instead={missing: NOT_FOUND}), tmp_path)


@pytest.mark.parametrize("what", ["sums", "signature", "file"])
@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (PORTAL, NotOurServer),
        (MOVED, NotOurServer),
        (http(b"{}", 503), ServerTrouble),
        (http(CONTENT, content_type=FILE)[:-10], AnswerBroken),
        (b"", SyncError),
    ],
)
def test_whatever_else_answers_nothing_is_kept(
    tmp_path: Path, what: str, answer: bytes, error: type[SyncError]
) -> None:
    with pytest.raises(error):
        ask(UpdateServer(instead={what: answer}), tmp_path)
    assert kept(tmp_path) == []


@pytest.mark.parametrize("content", [CONTENT[:-1], CONTENT + b"\0", b"", CONTENT[::-1]])
def test_another_content_than_signed_is_not_kept(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UpdateRefused, match="rusak, terpotong, atau diubah"):
        ask(UpdateServer(instead={"file": http(content, content_type=FILE)}), tmp_path)
    assert kept(tmp_path) == []


def test_a_list_signed_by_a_stranger_is_refused_before_anything_is_fetched(tmp_path: Path) -> None:
    listed = sums({DEB: "0" * 64})
    forged = {
        "sums": http(listed, content_type=FILE),
        "signature": http(sign_file(listed, STRANGER), content_type=FILE),
    }
    server = UpdateServer(instead=forged)
    with pytest.raises(UpdateRefused, match="tidak sah"):
        ask(server, tmp_path)
    assert DEB not in server.asked


def test_an_endless_file_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.updates.server.LARGEST_INSTALLER", 1_000_000)

    def pour(request: Request, line: socket.socket) -> None:
        if not request.target.endswith(".deb"):
            UpdateServer()(request, line)
            return
        line.sendall(f"HTTP/1.1 200 OK\r\nContent-Type: {FILE}\r\n\r\n".encode())
        while True:
            line.sendall(CONTENT)

    with pytest.raises(AnswerBroken):
        ask(pour, tmp_path)
    assert kept(tmp_path) == []


def test_a_line_that_drips_is_given_up(tmp_path: Path) -> None:
    def drip(request: Request, line: socket.socket) -> None:
        if not request.target.endswith(".deb"):
            UpdateServer()(request, line)
            return
        line.sendall(f"HTTP/1.1 200 OK\r\nContent-Type: {FILE}\r\n\r\n!<arch>".encode())
        line.recv(1)

    with pytest.raises(TimedOut):
        ask(drip, tmp_path)
    assert kept(tmp_path) == []


def test_a_disk_that_is_full_keeps_no_part(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(CONTENT) // 2, hard))
    try:
        with pytest.raises(UpdateRefused, match="tidak dapat disimpan"):
            ask(UpdateServer(), tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert kept(tmp_path) == []


def test_a_data_folder_without_rights_is_told() -> None:
    with folder_for_all() as folder, without_rights(folder):
        with pytest.raises(UpdateRefused, match=r"tidak dapat disimpan .* tidak ada izin"):
            ask(UpdateServer(), folder)
        assert list(folder.iterdir()) == []
