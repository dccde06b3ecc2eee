"""Courses as one signed file: packing, verifying, unpacking, and reading what was unpacked.

A package is a ZIP file of one exact form: nothing compressed, nothing between, before or behind the
entries, and the same bytes whenever the same course is packed. Whatever deviates is refused.
"""
