"""True or false: two radio buttons without letters."""

from __future__ import annotations

from desktop.ui.learning.answers.single_choice import SingleChoiceWidget


class TrueFalseWidget(SingleChoiceWidget):
    """«Benar» or «Salah»; a letter before a single word would only distract."""

    hint = "Pilih Benar atau Salah."
    lettered = False
