"""What the whole curriculum says of a term or a law, and where; written as pages for trainers."""
