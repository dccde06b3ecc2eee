from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rights.sddl import lets_everybody_change
from desktop.rights.windows import DATA_RIGHTS, PROGRAM_RIGHTS


@pytest.mark.parametrize(
    ("sddl", "expected"),
    [
        (PROGRAM_RIGHTS, False),
        (DATA_RIGHTS, True),
        ("O:BAG:SYD:(A;;FA;;;SY)(A;;0x1200a9;;;BU)", False),
        ("D:AI(A;ID;FA;;;SY)(A;ID;0x1301bf;;;AU)", True),
        ("D:(A;OICI;FRFX;;;WD)", False),
        ("D:(A;OICI;FRFW;;;WD)", True),
        ("D:(A;OICI;FA;;;S-1-1-0)", True),
        ("D:(A;OICIIO;GA;;;BU)(A;;FR;;;BU)", False),
        ("D:(D;;FA;;;BU)", False),
        ("D:(A;;FA;;;BA)(A;;FA;;;S-1-5-80-956008885-3418522649-1831038044-1853292631-22)", False),
        ("D:(A;;0x40000;;;IU)", True),
        ("D:NO_ACCESS_CONTROL", True),
        ("O:BAG:SY", True),
        ("D:(A;;0x;;;BU)", False),
    ],
)
def test_who_may_change_what(sddl: str, expected: bool) -> None:
    assert lets_everybody_change(sddl) is expected


@given(st.text(alphabet="DOA:();x0123FWBU", max_size=60))
def test_any_text_gives_an_answer(sddl: str) -> None:
    assert lets_everybody_change(sddl) in {True, False}
