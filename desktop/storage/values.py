"""How values stand in the columns: ids as 32 hex digits, moments as whole seconds since 1970."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def seconds(moment: datetime) -> int:
    """An aware moment as whole seconds since 1970 (UTC)."""
    return int(moment.timestamp())


def moment(seconds: int) -> datetime:
    """Whole seconds since 1970 as a moment in UTC."""
    # Windows refuses times before 1970 in `fromtimestamp`; a PC's clock may say so.
    return _EPOCH + timedelta(seconds=seconds)


def id_list(ids: Iterable[UUID]) -> str:
    """Ids as one parameter, for ``IN (SELECT value FROM json_each(?))``."""
    return json.dumps([each.hex for each in ids])
