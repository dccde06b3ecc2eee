"""The desktop program: offline courses for learners, and a few commands for IT staff."""
