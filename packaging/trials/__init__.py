"""Trials of the packages: they are built, installed and used, each in a system of its own."""
