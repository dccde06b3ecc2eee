"""The small notation for formulas that officials need: fractions, sums, roots and powers."""

from lessons.formulas.parser import FormulaError, parse
from lessons.formulas.parts import Fraction, Group, Part, Root, Row, Script, Sum, Text, TextKind

__all__ = [
    "FormulaError",
    "Fraction",
    "Group",
    "Part",
    "Root",
    "Row",
    "Script",
    "Sum",
    "Text",
    "TextKind",
    "parse",
]
