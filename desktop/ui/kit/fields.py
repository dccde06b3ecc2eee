"""Fields to type in, each with its label above and its error below."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.kit.blocks import Spacing, column, label, row, set_role
from desktop.ui.kit.buttons import button


class Field(QWidget):
    """A labelled line to type in.

    Attributes:
        edit: The line itself.
    """

    def __init__(self, caption: str, name: str, hint: str = "", placeholder: str = "") -> None:
        """Take the words above, the object name of the line, and words of help below or in it."""
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder)
        self.setFocusProxy(self.edit)
        self.edit.setObjectName(name)
        self.edit.setAccessibleName(caption.replace("&", ""))
        self.edit.setAccessibleDescription(hint)
        self.edit.textEdited.connect(self.clear_error)
        self._line = row(gap=Spacing.S)
        self._line.addWidget(self.edit, 1)
        self._hint = label(hint, "small")
        self._error = label("", "error")
        self._error.setObjectName(f"{name}_error")
        self._lay_out(caption)

    def text(self) -> str:
        """What was typed, without blanks at either end."""
        return self.edit.text().strip()

    def show_error(self, message: str) -> None:
        """Say below the line what is wrong, and select what was typed so that it can be mended."""
        self._error.setText(message)
        self._error.show()
        self.edit.setAccessibleDescription(message)
        set_role(self.edit, "true", "wrong")
        self.edit.setFocus()
        self.edit.selectAll()

    def clear_error(self) -> None:
        """Take the words of an error away."""
        self._error.hide()
        self.edit.setAccessibleDescription(self._hint.text())
        set_role(self.edit, "false", "wrong")

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget at the right of the line."""
        self._line.addWidget(widget)

    def _lay_out(self, caption: str) -> None:
        above = label(caption)
        above.setBuddy(self.edit)
        layout = column(self, Spacing.XS)
        layout.addWidget(above)
        layout.addLayout(self._line)
        layout.addWidget(self._hint)
        layout.addWidget(self._error)
        self._hint.setVisible(bool(self._hint.text()))
        self._error.hide()


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
