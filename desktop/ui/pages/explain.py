"""Where a form's failure is told: by the field if it has words for people, else at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.errors import ProgramError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.messages import Messages
    from desktop.ui.kit import Field
    from desktop.ui.pages.form_page import FormPage


def explain_in(page: FormPage, field: Field, messages: Messages) -> Callable[[Exception], None]:
    """A callback for failures: ends the waiting, and says what is wrong below the field."""

    def explain(error: Exception) -> None:
        page.set_busy("")
        if isinstance(error, ProgramError):
            field.show_error(error.message)
        else:
            messages.tell_error(error)

    return explain
