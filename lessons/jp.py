"""JP (jam pelajaran): how long one is, and what the law asks for in a calendar year."""

from __future__ import annotations

MINUTES_PER_JP = 45
"""One JP is 45 minutes of learning (Peraturan LAN 10/2018)."""
MINIMUM_JP_PNS = 20
"""PNS: at least 20 JP a year (PP 11/2017 article 203 as amended by PP 17/2020)."""
CEILING_JP_PPPK = 24
"""PPPK: at most 24 JP a year (Peraturan LAN 15/2020); a ceiling, not a goal."""
