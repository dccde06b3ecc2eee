"""The commands of ``python -m lessons``, one module each."""
