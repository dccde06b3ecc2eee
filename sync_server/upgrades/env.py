"""Alembic runs this file: it hands over the connection that the caller has opened."""

from __future__ import annotations

from alembic import context

from sync_server.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
