"""The whole road by itself: a real window, a real server, and a line that fails in between."""
