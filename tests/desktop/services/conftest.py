from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def collected_on_this_thread() -> Iterator[None]:
    """Qt's objects must end on the main thread, so no worker may collect them (see Collector)."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()
