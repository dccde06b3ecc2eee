"""Two DLLs of Windows that wine 8 lacks: for its prefixes in trials only, never packed."""
