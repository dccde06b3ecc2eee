"""Programs for a PC in trials, never packed: one sees, one starts another without rights."""
