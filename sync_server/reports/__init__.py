"""Reports: read from roll-ups, so that their cost grows with people, not with records."""
