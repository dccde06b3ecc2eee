"""Fields to type in, each with its label above and its error below."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.kit.blocks import Spacing, column, label, row, set_role
from desktop.ui.kit.buttons import button


class Labelled(QWidget):
    """Something to fill in, with its label above, words of help and its error below."""

    def __init__(self, entry: QWidget, caption: str, name: str, hint: str) -> None:
        """Take what is filled in, the words above, its object name, and words of help."""
        super().__init__()
        self.setFocusProxy(entry)
        entry.setObjectName(name)
        entry.setAccessibleName(caption.replace("&", ""))
        entry.setAccessibleDescription(hint)
        self._entry = entry
        self._line = row(gap=Spacing.S)
        self._line.addWidget(entry, 1)
        self._hint = label(hint, "small")
        self._error = label("", "error")
        self._error.setObjectName(f"{name}_error")
        self._lay_out(caption)

    def show_error(self, message: str) -> None:
        """Say below what is wrong."""
        self._error.setText(message)
        self._error.show()
        self._entry.setAccessibleDescription(message)
        set_role(self._entry, "true", "wrong")
        self._entry.setFocus()

    def clear_error(self) -> None:
        """Take the words of an error away."""
        self._error.hide()
        self._entry.setAccessibleDescription(self._hint.text())
        set_role(self._entry, "false", "wrong")

    def _lay_out(self, caption: str) -> None:
        above = label(caption)
        above.setBuddy(self._entry)
        layout = column(self, Spacing.XS)
        layout.addWidget(above)
        layout.addLayout(self._line)
        layout.addWidget(self._hint)
        layout.addWidget(self._error)
        self._hint.setVisible(bool(self._hint.text()))
        self._error.hide()


class Field(Labelled):
    """A labelled line to type in.

    Attributes:
        edit: The line itself.
    """

    def __init__(self, caption: str, name: str, hint: str = "", placeholder: str = "") -> None:
        """Take the words above, the object name of the line, and words of help below or in it."""
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        super().__init__(self.edit, caption, name, hint)
        self.edit.textEdited.connect(self.clear_error)

    def text(self) -> str:
        """What was typed, without blanks at either end."""
        return self.edit.text().strip()

    def show_error(self, message: str) -> None:
        """Say below the line what is wrong, and select what was typed so that it can be mended."""
        super().show_error(message)
        self.edit.selectAll()

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget at the right of the line."""
        self._line.addWidget(widget)


def field(caption: str, name: str, hint: str = "", placeholder: str = "") -> Field:
    """A field; an ``&`` in the caption makes its mnemonic. The placeholder shows what to type."""
    return Field(caption, name, hint, placeholder)


def password_field(caption: str, name: str, hint: str = "") -> Field:
    """A field whose text is hidden until the button beside it is pressed."""
    made = Field(caption, name, hint)
    made.edit.setEchoMode(QLineEdit.EchoMode.Password)
    toggle = button("Tampilkan", "quiet", "eye")
    toggle.setObjectName(f"{name}_toggle")
    toggle.setAccessibleName("Tampilkan kata sandi")
    toggle.setCheckable(True)
    toggle.setAutoDefault(False)

    def reveal(shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        made.edit.setEchoMode(mode)
        toggle.setText("Sembunyikan" if shown else "Tampilkan")
        toggle.setAccessibleName(f"{toggle.text()} kata sandi")
        toggle.show_icon("eye-off" if shown else "eye")

    toggle.toggled.connect(reveal)
    made.add_beside(toggle)
    return made
