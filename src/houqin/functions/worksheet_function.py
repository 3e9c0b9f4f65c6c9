"""What Excel and the sheet 帮助 must know of a worksheet function."""

from dataclasses import dataclass

from houqin.problems import Both


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its name in the formula, and what it means."""

    name: str
    description: Both
    optional: bool = False
    is_table: bool = False  # a range with its headings, handed over as rows of cells


@dataclass(frozen=True, slots=True)
class WorksheetFunction:
    """One function: its arguments, an example, and the button that gives the same."""

    name: str
    arguments: tuple[Argument, ...]
    description: Both
    example: str  # a formula for any cell of the master
    button: str  # the label of the button
