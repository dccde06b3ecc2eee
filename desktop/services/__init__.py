"""QObjects with signals between the windows and the rest; the worker threads."""
