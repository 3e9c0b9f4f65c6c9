"""Ranges as xlwings hands them to a worksheet function."""

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from houqin.cells.values import CellError, Uncached
from houqin.hosts.files import open_workbook
from houqin.hosts.memory import TextHost
from houqin.opening import open_sheets
from houqin.tables.grid import Grid

Range = list[list[Any]]


def table(*lines: str) -> Range:
    """Return a range drawn as text, one line for each row, cells parted by bars."""
    drawn = "\n".join(
        f"| {'表' if row == 1 else row} | {line} |" for row, line in enumerate(lines, 1)
    )
    host = TextHost(drawn)
    return range_of(host.read("表"))


def range_of(grid: Grid, first: int = 1) -> Range:
    """Return the used block of a sheet from a row on, every row as wide as the widest."""
    rows = grid.values[max(first - grid.top, 0) :]
    width = max(map(len, rows))
    return [[in_excel(value) for value in (*row, *[None] * (width - len(row)))] for row in rows]


def in_excel(value: Any) -> Any:
    """Return a cell as xlwings reads it: whole numbers as floats, errors as text, blanks None."""
    if isinstance(value, CellError):
        return value.text
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, time):
        return datetime.combine(date(1899, 12, 30), value)
    return None if value == "" or isinstance(value, Uncached) else value


def sheets_of(book: Path) -> Mapping[str, Grid]:
    """Return the sheets of a workbook as they stand in the file."""
    host = open_workbook(book)
    try:
        return open_sheets(host).grids
    finally:
        host.close()
