"""Foreign files: each is pinned by its sha256, fetched once, and checked whenever it is used."""
