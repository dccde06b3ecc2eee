"""Trials of both packages in fresh systems of Debian and Ubuntu."""
