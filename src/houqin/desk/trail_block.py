"""The trail in the workbook itself: its last lines stand on the hidden sheet _houqin."""

from contextlib import suppress

from houqin.desk.memory import HEADING_ROW
from houqin.port import Desk, Writing
from houqin.states import RECORD
from houqin.tables.grid import Grid
from houqin.tables.results import heading_at, last_row
from houqin.trail import Entry

COLUMN = 30  # far to the right of what is remembered, which may get more columns
MOST = 200
HEADING = "运行记录"


def lines_on(grid: Grid) -> list[str]:
    """Return the lines that stand there, the oldest first."""
    rows = range(HEADING_ROW + 1, last_row(grid) + 1)
    return [line for row in rows if (line := heading_at(grid, row, COLUMN))]


def with_line(grid: Grid, line: str) -> Writing:
    """Return the block with one more line; of more than are kept the oldest go."""
    lines = [*lines_on(grid), line][-MOST:]
    return Writing(RECORD, HEADING_ROW, COLUMN, [(HEADING,), *((each,) for each in lines)], _TEXT)


_TEXT = frozenset({0})


def leave_line(desk: Desk, entry: Entry) -> None:
    """Leave a line in the workbook, where something was counted and the workbook has the sheet.

    The work is done by now: that the line cannot be written must not look like a failure.
    """
    with suppress(Exception):
        if entry.counts and RECORD in desk.sheet_names():
            desk.write([with_line(desk.read(RECORD), entry.line)])
