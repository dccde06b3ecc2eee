"""What every test gets: no screen needed, no unexpected log line, and in CI no test left out."""

from __future__ import annotations

import logging
import os
import re
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests import postgres

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

CI = os.environ.get("CI") == "true"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What IT staff decided for this PC is no part of any test.
os.environ["BINA_ASN_SETTINGS"] = os.devnull

# Time is measured in bench/, never asserted. CI repeats the same examples: no result by luck.
hypothesis.settings.register_profile("bina", deadline=None, derandomize=CI)
hypothesis.settings.load_profile("bina")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turns a skipped test into a failed one where CI=true."""
    report = yield
    if CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and in CI nothing is: {report.longreprtext}"
    return report


@pytest.fixture(autouse=True)
def expected_logs_only(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fails a test that logs a warning or worse, unless `expects_log` names it; each must come."""
    yield
    patterns = [text for mark in request.node.iter_markers("expects_log") for text in mark.args]
    records = [one for phase in ("setup", "call", "teardown") for one in caplog.get_records(phase)]
    lines = [f"{one.name}: {one.getMessage()}" for one in records if one.levelno >= logging.WARNING]
    unexpected = [line for line in lines if not any(re.search(text, line) for text in patterns)]
    absent = [text for text in patterns if not any(re.search(text, line) for line in lines)]
    assert not unexpected, f"unexpected log lines: {unexpected}"
    assert not absent, f"expected log lines that did not come: {absent}"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The SQLAlchemy address of an empty database in a PostgreSQL of this test process alone."""
    programs = postgres.find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (initdb and pg_ctl)")
    with postgres.private_cluster(programs) as url:
        yield url
