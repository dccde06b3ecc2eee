"""The roster: who works where, from a spreadsheet of the personnel office."""
