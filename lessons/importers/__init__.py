"""Question banks from elsewhere: one module per format, each read question by question."""
