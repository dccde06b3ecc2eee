"""What a PC and the server say to each other: one definition for both sides."""
