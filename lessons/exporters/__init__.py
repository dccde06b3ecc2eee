"""Quizzes as the files that other programs read, so that trainers are not locked in."""
