"""Benchmarks that anyone can run: `python -m bench`, or `python3 dev.py bench`."""
