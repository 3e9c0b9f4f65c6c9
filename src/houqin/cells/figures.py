"""Cells that hold a number themselves, rather than text that shows one."""

from typing import TypeGuard

from houqin.cells.values import CellValue


def is_figure(value: CellValue) -> TypeGuard[int | float]:
    """Tell whether a cell holds a finite number; a truth value is none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and value - value == 0
