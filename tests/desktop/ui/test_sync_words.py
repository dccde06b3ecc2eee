from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from desktop.storage.model import Enrolment, SyncState
from desktop.ui.sync_words import record_words, refusal_words, round_words, sync_words
from lessons.records import AttemptFinished, Body, LearnerRegistered, LessonFinished, Record

NOW = datetime(2026, 11, 24, 14, 30).astimezone()
PLACE = Enrolment("https://contoh.test", "14.72.01.1003", "Kelurahan Purnama", "BKPSDM Kota Dumai")
FRESH = SyncState(0, 0, NOW, NOW, "", PLACE)
SAVED = "Tersimpan di komputer ini."


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (FRESH, "Tersinkron pukul 14.30."),
        (replace(FRESH, unsent=3), f"{SAVED} 3 hasil belum terkirim."),
        (replace(FRESH, enrolment=None), "Belum terhubung dengan server."),
        (
            replace(FRESH, enrolment=None, unsent=2),
            f"{SAVED} 2 hasil belum terkirim. Belum terhubung dengan server.",
        ),
        (replace(FRESH, last_success=None), "Belum pernah tersinkron."),
        (replace(FRESH, rejected=1), "1 hasil perlu diperiksa admin."),
        (
            replace(FRESH, rejected=1, unsent=2),
            f"{SAVED} 2 hasil belum terkirim. 1 hasil perlu diperiksa admin.",
        ),
        (replace(FRESH, is_other_machine=True), "Data ini dibuat di komputer lain."),
        (
            replace(FRESH, is_other_machine=True, unsent=2, enrolment=None),
            f"{SAVED} 2 hasil belum terkirim. Data ini dibuat di komputer lain.",
        ),
        (
            replace(FRESH, last_success=NOW.replace(day=20)),
            "Tersinkron 20 November 2026 pukul 14.30.",
        ),
    ],
)
def test_the_line(state: SyncState, words: str) -> None:
    assert sync_words(state, is_running=False, now=NOW).text == words


def test_while_a_round_is_running() -> None:
    words = sync_words(replace(FRESH, unsent=3), is_running=True, now=NOW)
    assert words.text == "Sedang menyinkronkan…"


def test_the_round_in_detail() -> None:
    failed = replace(FRESH, last_try=NOW.replace(minute=45))
    assert round_words(failed, NOW) == (
        "Kelurahan Purnama · BKPSDM Kota Dumai",
        "Terakhir tersinkron pukul 14.30.",
        "Terakhir dicoba pukul 14.45.",
    )
    assert round_words(FRESH, NOW)[1:] == ("Terakhir tersinkron pukul 14.30.",)
    assert "Hubungkan komputer ini" in round_words(replace(FRESH, enrolment=None), NOW)[1]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (LessonFinished("ASN-05", 1, "asn-05-01", 60), "Pelajaran selesai, ASN-05"),
        (AttemptFinished("ASN-05", 1, "q", "r", 1, (), 60, 80), "Jawaban kuis, ASN-05"),
        (LearnerRegistered("Siti", "198503122010011004"), "Pendaftaran peserta"),
    ],
)
def test_records_are_named_without_person_and_score(body: Body, words: str) -> None:
    record = Record(UUID(int=1), UUID(int=2), UUID(int=3), 1, NOW, body)
    assert record_words(record) == f"{words}, 24 November 2026 pukul 14.30"


def test_refusals_have_words_and_new_codes_stand_as_they_are() -> None:
    assert refusal_words("unknown-learner") == "peserta tidak dikenal oleh server"
    assert refusal_words("new-code") == "new-code"
