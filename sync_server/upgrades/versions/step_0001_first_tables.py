"""First tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """First tables."""
    op.create_table(
        "admins",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("password", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_admins")),
        sa.UniqueConstraint("name", name=op.f("uq_admins_name")),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("admin", sa.String(length=100), nullable=False),
        sa.Column("action", sa.String(length=30), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=45), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_at"), ["at"], unique=False)

    op.create_table(
        "learners",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("nip", sa.String(length=18), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("position", sa.String(length=200), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("activation", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learners")),
        sa.UniqueConstraint("nip", name=op.f("uq_learners_nip")),
    )
    op.create_table(
        "units",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("parent", sa.String(length=20), nullable=True),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["parent"], ["units.code"], name=op.f("fk_units_parent")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_units")),
    )
    op.create_table(
        "aliases",
        sa.Column("local", sa.Uuid(), nullable=False),
        sa.Column("learner", sa.Uuid(), nullable=False),
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name=op.f("fk_aliases_learner")),
        sa.ForeignKeyConstraint(["unit"], ["units.code"], name=op.f("fk_aliases_unit")),
        sa.PrimaryKeyConstraint("local", name=op.f("pk_aliases")),
    )
    with op.batch_alter_table("aliases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_aliases_learner"), ["learner"], unique=False)

    op.create_table(
        "devices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("machine", sa.String(length=200), nullable=False),
        sa.Column("app", sa.String(length=200), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("clock_offset", sa.BigInteger(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("highest", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["unit"], ["units.code"], name=op.f("fk_devices_unit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
    )
    with op.batch_alter_table("devices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_devices_unit"), ["unit"], unique=False)

    op.create_table(
        "enrolment_codes",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("uses", sa.BigInteger(), nullable=False),
        sa.Column("used", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["unit"], ["units.code"], name=op.f("fk_enrolment_codes_unit")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_enrolment_codes")),
    )
    with op.batch_alter_table("enrolment_codes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_enrolment_codes_unit"), ["unit"], unique=False)

    op.create_table(
        "feed",
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.BigInteger(), nullable=False),
        sa.Column("ref", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["unit"], ["units.code"], name=op.f("fk_feed_unit")),
        sa.PrimaryKeyConstraint("unit", "kind", "ref", name=op.f("pk_feed")),
    )
    with op.batch_alter_table("feed", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_feed_unit_revision"), ["unit", "revision"], unique=False
        )

    op.create_table(
        "lessons",
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("lesson", sa.String(length=200), nullable=False),
        sa.Column("course", sa.String(length=200), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["learners.id"], name=op.f("fk_lessons_person")),
        sa.PrimaryKeyConstraint("person", "lesson", name=op.f("pk_lessons")),
    )
    op.create_table(
        "memberships",
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("learner", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("home", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["learner"], ["learners.id"], name=op.f("fk_memberships_learner")),
        sa.ForeignKeyConstraint(["unit"], ["units.code"], name=op.f("fk_memberships_unit")),
        sa.PrimaryKeyConstraint("unit", "learner", "since", name=op.f("pk_memberships")),
    )
    with op.batch_alter_table("memberships", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_memberships_learner"), ["learner"], unique=False)

    op.create_table(
        "passes",
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("course", sa.String(length=200), nullable=False),
        sa.Column("year", sa.BigInteger(), nullable=False),
        sa.Column("jp", sa.BigInteger(), nullable=False),
        sa.Column("passed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counted", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["learners.id"], name=op.f("fk_passes_person")),
        sa.PrimaryKeyConstraint("person", "course", "year", name=op.f("pk_passes")),
    )
    with op.batch_alter_table("passes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_passes_year"), ["year"], unique=False)

    op.create_table(
        "results",
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("course", sa.String(length=200), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("best", sa.BigInteger(), nullable=True),
        sa.Column("passed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["learners.id"], name=op.f("fk_results_person")),
        sa.PrimaryKeyConstraint("person", "course", name=op.f("pk_results")),
    )
    op.create_table(
        "device_flags",
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("flag", sa.String(length=20), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name=op.f("fk_device_flags_device")),
        sa.PrimaryKeyConstraint("device", "flag", name=op.f("pk_device_flags")),
    )
    op.create_table(
        "records",
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("learner", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("doubtful", sa.Boolean(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name=op.f("fk_records_device")),
        sa.ForeignKeyConstraint(["person"], ["learners.id"], name=op.f("fk_records_person")),
        sa.ForeignKeyConstraint(["unit"], ["units.code"], name=op.f("fk_records_unit")),
        sa.PrimaryKeyConstraint("unit", "id", name=op.f("pk_records")),
    )
    with op.batch_alter_table("records", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_records_device_seq"), ["device", "seq"], unique=False)
        batch_op.create_index(batch_op.f("ix_records_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_records_person"), ["person"], unique=False)

    op.create_table(
        "refused_records",
        sa.Column("device", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=30), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["device"], ["devices.id"], name=op.f("fk_refused_records_device")),
        sa.PrimaryKeyConstraint("device", "digest", name=op.f("pk_refused_records")),
    )
    op.create_table(
        "grades",
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("record", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("course", sa.String(length=200), nullable=False),
        sa.Column("quiz", sa.String(length=200), nullable=False),
        sa.Column("happened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claim", sa.BigInteger(), nullable=False),
        sa.Column("score", sa.BigInteger(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("jp", sa.BigInteger(), nullable=False),
        sa.Column("end_test", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["learners.id"], name=op.f("fk_grades_person")),
        sa.ForeignKeyConstraint(
            ["unit", "record"], ["records.unit", "records.id"], name=op.f("fk_grades_unit_record")
        ),
        sa.PrimaryKeyConstraint("unit", "record", name=op.f("pk_grades")),
    )
    with op.batch_alter_table("grades", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_grades_person"), ["person"], unique=False)

    op.create_table(
        "waiting",
        sa.Column("unit", sa.String(length=20), nullable=False),
        sa.Column("record", sa.Uuid(), nullable=False),
        sa.Column("course", sa.String(length=200), nullable=False),
        sa.Column("quiz", sa.String(length=200), nullable=False),
        sa.Column("revision", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit", "record"], ["records.unit", "records.id"], name=op.f("fk_waiting_unit_record")
        ),
        sa.PrimaryKeyConstraint("unit", "record", name=op.f("pk_waiting")),
    )
