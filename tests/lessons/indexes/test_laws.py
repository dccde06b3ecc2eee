from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lessons.indexes.laws import Mention, laws_page, mentions_of

if TYPE_CHECKING:
    from lessons.course import Course

BODY = """\
Menurut UU Nomor 25 Tahun 2009 dan UU 25/2009 pasal 1.

## Satu {#satu}

PP 96/2012, SE MenPANRB 20/2021, dan Peraturan LAN 15/2020; bukan UU 12.

```
UU 1/1945
```

### Dua {#dua}

UU 5/2014 dicabut.
"""


def test_each_law_is_found_where_it_is_named(mini: Course) -> None:
    lesson = replace(mini.lessons[0], body=BODY, sources=("UU 5/2014",))
    found = mentions_of([replace(mini, lessons=(lesson,))])
    assert found == (
        Mention("PP 96/2012", "asn-99-01#satu"),
        Mention("Peraturan LAN 15/2020", "asn-99-01#satu"),
        Mention("SE MenPANRB 20/2021", "asn-99-01#satu"),
        Mention("UU 1/1945", "asn-99-01#satu"),
        Mention("UU 25/2009", "asn-99-01"),
        Mention("UU 5/2014", "asn-99-01 (sumber)"),
        Mention("UU 5/2014", "asn-99-01#dua"),
    )


def test_the_page_lists_all_places_of_a_law_on_one_line(mini: Course) -> None:
    mentions = [Mention("UU 5/2014", "a#b"), Mention("UU 5/2014", "c#d")]
    assert laws_page(mentions).endswith("- **UU 5/2014**: `a#b`, `c#d`\n")
