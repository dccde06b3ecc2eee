"""A server in one file, and back: :mod:`making`, :mod:`restoring` and what they share.

A backup is a plain tar of four files: ``manifest.json``, ``settings.json``, ``secret`` and the
database, ``server.db`` (SQLite) or ``server.dump`` (PostgreSQL, ``pg_dump``'s custom format).
"""
