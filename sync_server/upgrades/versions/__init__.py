"""One file for each step, numbered; a released step never changes."""
