"""The server's tables.

Facts (``records``) are only ever appended. ``grades`` and everything below it are derived from them
and can be made again. The large tables (``records``, ``grades``, ``waiting``, ``feed``) carry the
unit in their keys, so that they can be distributed by it; the others are small.
"""

from __future__ import annotations

from sync_server.tables.access import AdminRow, AuditRow
from sync_server.tables.base import Base, Moment
from sync_server.tables.devices import DeviceFlagRow, DeviceRow, EnrolmentCodeRow, RefusedRow
from sync_server.tables.facts import FeedKind, FeedRow, GradeRow, RecordRow, WaitingRow
from sync_server.tables.people import AliasRow, LearnerRow, MembershipRow, UnitRow
from sync_server.tables.rollups import LessonRow, PassRow, ResultRow

__all__ = [
    "AdminRow",
    "AliasRow",
    "AuditRow",
    "Base",
    "DeviceFlagRow",
    "DeviceRow",
    "EnrolmentCodeRow",
    "FeedKind",
    "FeedRow",
    "GradeRow",
    "LearnerRow",
    "LessonRow",
    "MembershipRow",
    "Moment",
    "PassRow",
    "RecordRow",
    "RefusedRow",
    "ResultRow",
    "UnitRow",
    "WaitingRow",
]
