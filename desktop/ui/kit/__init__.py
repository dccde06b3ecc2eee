"""The building blocks of all pages; roles and sizes are given here, colours in ``resources``."""

from __future__ import annotations

from desktop.ui.kit.blocks import (
    Spacing,
    card,
    centred,
    column,
    label,
    line,
    page_scroll,
    row,
    set_role,
)
from desktop.ui.kit.buttons import Button, button
from desktop.ui.kit.choices import ChoiceField
from desktop.ui.kit.elided import ElidedLabel
from desktop.ui.kit.fields import Field, field, password_field
from desktop.ui.kit.notices import Notice, notice
from desktop.ui.kit.pictures import Picture, picture

__all__ = [
    "Button",
    "ChoiceField",
    "ElidedLabel",
    "Field",
    "Notice",
    "Picture",
    "Spacing",
    "button",
    "card",
    "centred",
    "column",
    "field",
    "label",
    "line",
    "notice",
    "page_scroll",
    "password_field",
    "picture",
    "row",
    "set_role",
]
