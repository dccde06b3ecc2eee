"""Who may see the admin pages."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from sync_server.accounts import create_admin
from sync_server.app import create_app
from sync_server.errors import InputError
from sync_server.tables import AdminRow, AuditRow
from tests.sync_server.admin.conftest import NAME, sign_in, token

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from tests.sync_server.city import City

PAGES = [
    "/admin/",
    "/admin/unit/14.72.01",
    "/admin/orang/00000000-0000-0000-0000-000000000001",
    "/admin/perangkat",
    "/admin/kode",
    "/admin/unit/14.72.01/kode-aktivasi",
    "/admin/jejak",
    "/admin/rekap.xlsx",
]


def actions(city: City) -> list[str]:
    return sorted(row.action for row in city.rows(AuditRow))


@pytest.mark.parametrize("path", PAGES)
def test_no_page_without_sign_in(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer.location.startswith("/admin/masuk")


def test_the_root_leads_to_the_pages(client: FlaskClient) -> None:
    assert client.get("/").location == "/admin/"


def test_sign_in_leads_to_the_page_that_was_wanted(client: FlaskClient) -> None:
    wanted = client.get("/admin/perangkat").location
    assert wanted == "/admin/masuk?lanjut=/admin/perangkat"
    assert sign_in(client, next_page="/admin/perangkat").location == "/admin/perangkat"
    assert client.get("/admin/perangkat").status_code == 200


@pytest.mark.parametrize("elsewhere", ["https://jahat.example/", "//jahat.example", "/admin/masuk"])
def test_sign_in_never_leads_elsewhere(client: FlaskClient, elsewhere: str) -> None:
    assert sign_in(client, next_page=elsewhere).location == "/admin/"


@pytest.mark.parametrize(("name", "password"), [(NAME, "salah-salah-salah"), ("siapa", "x")])
def test_a_wrong_name_or_password_gets_the_same_words(
    client: FlaskClient, city: City, name: str, password: str
) -> None:
    answer = sign_in(client, name, password)
    assert answer.status_code == 401
    assert "Nama pengguna atau kata sandi belum tepat" in answer.text
    assert actions(city) == ["sign-in-failed"]
    assert {(row.admin, row.subject) for row in city.rows(AuditRow)} == {("", "")}


def test_too_many_wrong_tries_must_wait(client: FlaskClient) -> None:
    statuses = [sign_in(client, password="x").status_code for _ in range(6)]
    assert statuses == [401] * 5 + [429]
    assert sign_in(client).status_code == 429


def test_a_form_without_its_token_is_refused(client: FlaskClient, admin: FlaskClient) -> None:
    assert client.post("/admin/masuk", data={"nama": "x", "sandi": "y"}).status_code == 400
    answer = admin.post("/admin/kode", data={"unit": "14.72", "jumlah": "1", "hari": "1"})
    assert answer.status_code == 400
    assert "kedaluwarsa" in answer.text


def test_sign_out_ends_the_session(admin: FlaskClient, city: City) -> None:
    page = admin.get("/admin/")
    assert admin.post("/admin/keluar", data={"csrf_token": token(page)}).status_code == 302
    assert admin.get("/admin/").status_code == 302
    assert actions(city) == ["sign-in", "sign-out"]


def test_a_new_password_ends_every_session(admin: FlaskClient, city: City) -> None:
    create_admin(city.context, NAME, "kata-sandi-baru")
    assert admin.get("/admin/").status_code == 302


def test_a_stolen_cookie_is_of_no_use_in_another_browser(admin: FlaskClient) -> None:
    assert admin.get("/admin/", headers={"User-Agent": "lain"}).status_code == 302


def test_a_session_ends_by_itself(admin: FlaskClient) -> None:
    admin.application.config["PERMANENT_SESSION_LIFETIME"] = timedelta(seconds=-1)
    assert admin.get("/admin/").status_code == 302


def test_a_forged_or_removed_account_is_nobody(admin: FlaskClient, city: City) -> None:
    city.database.write(lambda session: session.delete(session.query(AdminRow).one()))
    assert admin.get("/admin/").status_code == 302
    with admin.session_transaction() as session:
        session["_user_id"] = "bukan-id"
    assert admin.get("/admin/").status_code == 302


@pytest.mark.parametrize(
    ("method", "path", "data", "status", "word"),
    [
        ("GET", "/admin/keluar", b"", 405, "tidak dapat dibuka"),
        ("POST", "/admin/masuk", b"x" * 70_000, 413, "terlalu besar"),
    ],
)
def test_what_browsers_do_wrong_is_told_in_words(
    *, client: FlaskClient, method: str, path: str, data: bytes, status: int, word: str
) -> None:
    form = "application/x-www-form-urlencoded"
    answer = client.open(path, method=method, data=data, content_type=form)
    assert answer.status_code == status
    assert word in answer.text


def test_cookies_are_for_this_site_and_its_server_alone(city: City) -> None:
    create_admin(city.context, NAME, "rahasia-sekali")
    client = create_app(city.context).test_client()
    cookie = client.get("/admin/masuk").headers["Set-Cookie"]
    assert all(word in cookie for word in ("Secure", "HttpOnly", "SameSite=Lax"))


def test_pages_forbid_what_they_do_not_need(admin: FlaskClient) -> None:
    headers = admin.get("/admin/").headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "script" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in headers
    by_tls = admin.get("/admin/masuk", base_url="https://localhost").headers
    assert by_tls["Strict-Transport-Security"] == "max-age=31536000"
    with admin.get("/static/admin.css") as style:
        assert "no-store" not in style.headers["Cache-Control"]


def test_a_password_must_be_long_and_a_name_must_be(city: City) -> None:
    for name, password in (
        (NAME, "pendek"),
        (" ", "rahasia-sekali"),
        ("x" * 101, "rahasia-sekali"),
    ):
        with pytest.raises(InputError):
            create_admin(city.context, name, password)
