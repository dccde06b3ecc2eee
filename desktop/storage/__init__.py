"""The store on disk: takes and returns frozen dataclasses. No Qt."""
