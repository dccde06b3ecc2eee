"""A unit's feed: whatever is published is heard once, in pages that are never too long."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync_server.feed import PAGE, News, publish, read_page
from sync_server.tables import FeedKind
from tests.sync_server.city import SESAI
from tests.sync_server.conftest import empty

if TYPE_CHECKING:
    from tests.sync_server.city import City

PC, OTHER = UUID(int=1), UUID(int=2)


def tell(city: City, news: list[News]) -> None:
    city.database.write(lambda session: publish(session, SESAI, news))


def read_all(city: City, cursor: int = 0) -> tuple[list[News], int]:
    heard: list[News] = []
    with city.database.reading() as session:
        while True:
            page = read_page(session, SESAI, PC, cursor)
            assert len(page.news) <= PAGE
            heard.extend(page.news)
            cursor = page.cursor
            if not page.more:
                return heard, cursor


@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.integers(1, 700), min_size=1, max_size=4))
def test_every_page_is_short_and_nothing_is_missed(city: City, sizes: list[int]) -> None:
    empty(city.database)
    numbers = iter(range(10**6))
    for size in sizes:
        tell(city, [News(FeedKind.MEMBER, UUID(int=next(numbers))) for _ in range(size)])
    heard, cursor = read_all(city)
    assert sorted(each.ref.int for each in heard) == list(range(sum(sizes)))
    assert read_all(city, cursor) == ([], cursor)


def test_a_change_is_heard_again_but_once(city: City) -> None:
    news = [News(FeedKind.MEMBER, UUID(int=7))]
    tell(city, news)
    _, cursor = read_all(city)
    tell(city, news)
    assert read_all(city, cursor)[0] == news
    assert read_all(city)[0] == news


def test_a_pc_hears_verdicts_on_its_own_records_and_all_other_records(city: City) -> None:
    news = [
        News(kind, UUID(int=number), device)
        for number, (kind, device) in enumerate(
            [
                (FeedKind.RECORD, PC),
                (FeedKind.RECORD, OTHER),
                (FeedKind.VERDICT, PC),
                (FeedKind.VERDICT, OTHER),
            ]
        )
    ]
    tell(city, news)
    assert read_all(city)[0] == [news[1], news[2]]


def test_nothing_to_say_changes_nothing(city: City) -> None:
    tell(city, [])
    assert read_all(city) == ([], 0)
