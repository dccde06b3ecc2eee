"""What a check raises when not all is well."""

from __future__ import annotations


class Broken(Exception):
    """The installation lacks something or something of it is damaged.

    The words, in Indonesian, say what; that the program is to be installed again is added.
    """


class Doubtful(Exception):
    """Something could not be tried, or is amiss on this PC and not in the installation.

    The words, in Indonesian, say what and what to do.
    """
