"""Question types, one module each; :mod:`lessons.questions.registry` lists them."""
