"""Where a range lies: its address, its parts and its neighbours."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Self

from tests.office.engine.area import LAST_COLUMN, LAST_ROW, Area
from tests.office.engine.com import CDispatch, excel_error
from tests.office.engine.formulas import quoted
from tests.office.engine.reading import Source

if TYPE_CHECKING:
    from tests.office.engine.worksheet import Worksheet

UP, DOWN, LEFT, RIGHT = -4162, -4121, -4159, -4161  # XlDirection
STEPS = {UP: (-1, 0), DOWN: (1, 0), LEFT: (0, -1), RIGHT: (0, 1)}
ROWS, COLUMNS, CELLS = "rows", "columns", "cells"


class Geometry(CDispatch):
    """The part of Excel's Range that says where it lies."""

    def __init__(self, sheet: "Worksheet", area: Area, by: str = CELLS) -> None:
        self.on = sheet
        self.area = area
        self.by = by

    @property
    def source(self) -> Source:
        """The block, for those who read and write blocks."""
        book = self.on.book
        return Source(self.on.uno, self.area, book.formats, book.null_date)

    @property
    def uno(self) -> Any:
        """The UNO range."""
        return self.source.cells(self.area)

    def at(self, area: Area, by: str = CELLS) -> Self:
        """Return another range of the same sheet."""
        return type(self)(self.on, area, by)

    @property
    def worksheet(self) -> "Worksheet":
        """The sheet that it lies on."""
        return self.on

    @property
    def application(self) -> Any:
        """The program."""
        return self.on.application

    @property
    def row(self) -> int:
        """The number of its first row."""
        return self.area.top

    @property
    def column(self) -> int:
        """The number of its first column."""
        return self.area.left

    @property
    def count(self) -> int:
        """The number of its cells; of `Rows` and `Columns`, the number of these."""
        return {ROWS: self.area.rows, COLUMNS: self.area.columns}.get(self.by, self.area.count)

    @property
    def rows(self) -> Self:
        """The same cells, row by row."""
        return self.at(self.area, ROWS)

    @property
    def columns(self) -> Self:
        """The same cells, column by column."""
        return self.at(self.area, COLUMNS)

    @property
    def cells(self) -> Self:
        """The same cells, one by one."""
        return self.at(self.area)

    @property
    def entire_row(self) -> Self:
        """The whole rows that it touches."""
        return self.at(Area(self.area.top, 1, self.area.bottom, LAST_COLUMN), ROWS)

    @property
    def entire_column(self) -> Self:
        """The whole columns that it touches."""
        return self.at(Area(1, self.area.left, LAST_ROW, self.area.right), COLUMNS)

    def item(self, row: Any = 1, column: Any = None) -> Self:
        """Return one cell, row or column of it; or beyond it, as Excel does."""
        area, number = self.area, int(row)
        if self.by == ROWS:
            top = area.top + number - 1
            return self.at(Area(top, area.left, top, area.right), ROWS)
        if self.by == COLUMNS:
            left = area.left + number - 1
            return self.at(Area(area.top, left, area.bottom, left), COLUMNS)
        if column is None:
            rows, columns = divmod(number - 1, area.columns)
            return self.at(area.corner.moved(rows, columns))
        return self.at(area.corner.moved(number - 1, int(column) - 1))

    def members(self) -> Sequence[Self]:
        """Return its cells, rows or columns."""
        return [self.item(number) for number in range(1, self.count + 1)]

    def resize(self, row_size: int, column_size: int) -> Self:
        """Return the block of this size with the same first cell."""
        corner = self.area.corner
        return self.at(corner.around(corner.moved(row_size - 1, column_size - 1)))

    def offset(self, row_offset: int = 0, column_offset: int = 0) -> Self:
        """Return the block of the same size further on."""
        return self.at(self.area.moved(row_offset, column_offset))

    @property
    def address(self) -> str:
        """Its address, such as $A$1:$B$2."""
        return self.area.a1()

    def get_address(
        self,
        row_absolute: bool = True,
        column_absolute: bool = True,
        _style: int = 1,
        external: bool = False,
    ) -> str:
        """Return its address in the form asked for."""
        here = self.area.a1(rows_fixed=row_absolute, columns_fixed=column_absolute)
        where = f"[{self.on.book.name}]{self.on.name}"
        return f"{quoted(where)}!{here}" if external else here

    def end(self, direction: int) -> Self:
        """Return where Ctrl and an arrow key lead."""
        down, right = STEPS[direction]
        line = self._line(direction)
        full = self._full(line)
        backwards = direction in (UP, LEFT)
        at = _end_of(full[::-1] if backwards else full, line.count - 1)
        return self.at(self.area.corner.moved(down * at, right * at))

    def _line(self, direction: int) -> Area:
        """Return the cells from its first one to the edge of the sheet."""
        row, column = self.area.top, self.area.left
        return {
            UP: Area(1, column, row, column),
            DOWN: Area(row, column, LAST_ROW, column),
            LEFT: Area(row, 1, row, column),
            RIGHT: Area(row, column, row, LAST_COLUMN),
        }[direction]

    def _full(self, line: Area) -> list[bool]:
        """Tell which cells of a line hold something, as far as any cell of the sheet does."""
        used = line.common(self.on.reach.around(self.area.corner)) or self.area.corner
        values = [value for row in self.source.cells(used).getDataArray() for value in row]
        return [value is None or value != "" for value in values]  # None stands for an error

    @property
    def current_region(self) -> Self:
        """The block around it up to empty rows and columns."""
        cursor = self.on.uno.createCursorByRange(self.uno)
        cursor.collapseToCurrentRegion()
        return self.at(Area.of(cursor.RangeAddress))

    def select(self) -> None:
        """Select it.

        Raises:
            ComError: its sheet is not the one that is shown.
        """
        if self.on.book.active_sheet.name != self.on.name:
            raise excel_error("Select method of Range class failed")
        self.on.book.controller.select(self.uno)

    def activate(self) -> None:
        """Select it, as far as one cell is concerned."""
        self.select()

    @property
    def list_object(self) -> Any:
        """The table that its first cell lies in."""
        corner = self.area.corner
        tables = self.on.list_objects.members()
        return next((each for each in tables if each.area.common(corner)), None)

    @property
    def has_array(self) -> bool:
        """Whether it is one array formula."""
        return bool(self.uno.getArrayFormula())


def _end_of(full: Sequence[bool], last: int) -> int:
    """Return how far Ctrl and an arrow key lead along cells up to number `last`.

    Cells beyond those of which `full` tells are empty.
    """

    def holds(number: int) -> bool:
        return number < len(full) and full[number]

    at = 0
    if holds(0) and holds(1):
        while holds(at + 1):
            at += 1
        return at
    found = next((number for number in range(1, len(full)) if full[number]), last)
    return min(found, last)
