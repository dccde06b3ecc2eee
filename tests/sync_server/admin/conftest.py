"""An admin who is signed in, on a server with people and results."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher

from sync_server.app import create_app
from sync_server.tables import AdminRow
from sync_server.web import limiter

if TYPE_CHECKING:
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from tests.sync_server.city import City

NAME, PASSWORD = "sari", "rahasia-sekali"


@pytest.fixture(scope="session")
def hashed() -> str:
    """The hash of the password, made once: it is meant to take its time."""
    return PasswordHasher().hash(PASSWORD)


@pytest.fixture
def client(city: City, hashed: str) -> FlaskClient:
    row = AdminRow(id=city.context.new_id(), name=NAME, password=hashed, created_at=city.clock())
    city.database.write(lambda session: session.add(row))
    client = create_app(city.context, secure_cookies=False).test_client()
    limiter.reset()
    return client


@pytest.fixture
def admin(client: FlaskClient) -> FlaskClient:
    assert sign_in(client).status_code == 302
    return client


def token(page: TestResponse) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
    assert found
    return found[1]


def sign_in(
    client: FlaskClient, name: str = NAME, password: str = PASSWORD, next_page: str = ""
) -> TestResponse:
    page = client.get("/admin/masuk")
    form = {"nama": name, "sandi": password, "lanjut": next_page, "csrf_token": token(page)}
    return client.post("/admin/masuk", data=form)
