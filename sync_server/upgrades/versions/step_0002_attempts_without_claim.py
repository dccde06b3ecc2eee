"""Attempts that only the server can grade come without a claim."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let the claim of a grade be missing."""
    with op.batch_alter_table("grades") as batch_op:
        batch_op.alter_column("claim", existing_type=sa.BigInteger(), nullable=True)
