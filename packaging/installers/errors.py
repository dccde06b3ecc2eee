"""What can go wrong while packages are made, told to the developer who makes them."""

from __future__ import annotations


class PackagingError(Exception):
    """A package can't be made; the text says why and what to do."""
