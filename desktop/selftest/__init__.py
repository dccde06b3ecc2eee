"""``bina-asn --selftest``: whether this installation is whole; one check, one module.

Each check is a module with a function ``look``. It returns words for people when all is well, and
raises what :mod:`desktop.selftest.verdicts` has for everything else.
"""
