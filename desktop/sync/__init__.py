"""One round with the server: parcel, HTTP with typed errors, backoff. No Qt."""
