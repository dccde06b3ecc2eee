"""All scenes by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.together.tour import entrance, quizzing, reading, syncing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.together.tour.driver import Scene

SCENES: Mapping[str, Callable[..., Scene]] = {
    scene.__name__: scene
    for scene in (
        entrance.first_start,
        entrance.start,
        entrance.enrol,
        entrance.put_off_enrolment,
        entrance.first_sign_in,
        entrance.sign_in,
        entrance.sign_in_by_tile,
        entrance.look_at_code,
        entrance.lock,
        entrance.switch,
        entrance.close,
        reading.open_course,
        reading.read_lesson,
        reading.go_home,
        reading.see_in_the_dark,
        quizzing.open_quiz,
        quizzing.choose,
        quizzing.fill_in,
        quizzing.mistype,
        quizzing.look_at_reviews,
        quizzing.next_question,
        quizzing.look_back,
        quizzing.send,
        syncing.read_status,
        syncing.open_detail,
        syncing.sync_now,
    )
}
