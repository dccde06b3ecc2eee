"""What is taught: courses, quizzes, grading, and the records of what a learner did.

Both the desktop program and the server build on this package; it knows neither of them.
"""
