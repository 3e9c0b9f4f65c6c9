"""The column 校验结果, which is houqin's own in every ledger."""

from houqin.cells.text import unspaced
from houqin.tables.grid import Grid

RESULT_HEADING = "校验结果"


def heading_at(grid: Grid, row: int, column: int) -> str:
    """Return the text of a cell, such as a heading as it stands."""
    value = grid.at(row, column)
    return value if isinstance(value, str) else ""


def result_column(grid: Grid, heading_row: int) -> int | None:
    """Return the column, counted from 1, that is headed 校验结果; None where it is missing."""
    down = heading_row - grid.top
    cells = grid.values[down] if 0 <= down < len(grid.values) else ()
    found = (
        column
        for column, value in enumerate(cells, grid.left)
        if isinstance(value, str) and unspaced(value) == RESULT_HEADING
    )
    return next(found, None)


def last_row(grid: Grid) -> int:
    """Return the number of the last row of a block."""
    return grid.top + len(grid.values) - 1
