"""A local page that shows a course as its learners will see it, and again after each save."""
