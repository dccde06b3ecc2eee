from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from desktop.services.logbook import close_logbook, open_logbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NIP = "198503122010011004"


@pytest.fixture
def logbook(tmp_path: Path) -> Iterator[Path]:
    handler = open_logbook(tmp_path)
    yield tmp_path / "bina-asn.log"
    close_logbook(handler)


def _fail_on(person: str) -> None:
    try:
        raise KeyError(person)
    except KeyError as error:
        raise ValueError(f"no score of {person}") from error


@pytest.mark.expects_log("unexpected")
def test_it_tells_where_it_broke_and_never_on_whom(logbook: Path) -> None:
    try:
        _fail_on("Siti Aminah")
    except ValueError as error:
        logging.getLogger("desktop.test").error("unexpected", exc_info=error)
    text = logbook.read_text("utf-8")
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "_fail_on" in text
    assert "Siti" not in text


def test_long_numbers_are_blotted_out(logbook: Path) -> None:
    logging.getLogger("desktop.test").info("asked for %s", NIP)
    text = logbook.read_text("utf-8")
    assert "asked for [angka]" in text
    assert NIP not in text


def test_it_is_turned_over_before_it_grows_large(logbook: Path) -> None:
    for _ in range(4000):
        logging.getLogger("desktop.test").info("x" * 800)
    sizes = [path.stat().st_size for path in logbook.parent.glob("bina-asn.log*")]
    assert len(sizes) == 4
    assert max(sizes) <= 512 * 1024


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="tidak-ada"):
        open_logbook(tmp_path / "tidak-ada")
