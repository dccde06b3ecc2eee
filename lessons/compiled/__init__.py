"""A course as one JSON document, for caches and packages: quick to read, and without its files."""

from lessons.compiled.codec import CompiledError, decode_course, encode_course

__all__ = ["CompiledError", "decode_course", "encode_course"]
