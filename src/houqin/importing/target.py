"""The sheet of the book that takes the rows of a ledger, and where there is room in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from houqin.book import Book
from houqin.cells.context import Context
from houqin.cells.values import CellValue, is_blank
from houqin.importing.lines import Lines
from houqin.opening import Reading, term_of
from houqin.rows import SheetRow
from houqin.tables.address import column_number


@dataclass(frozen=True, slots=True)
class Target:
    """One ledger of the book."""

    lines: Lines
    columns: Mapping[str, int]  # by field, in the order of the sheet
    context: Context  # by which it is read

    @classmethod
    def of(cls, model: type[SheetRow], reading: Reading, book: Book) -> "Target | None":
        """Return the sheet of a ledger; None where the book has none."""
        rows = book.rows.get(model)
        if rows is None:
            return None
        numbers = {
            field: column_number(column.letter) for field, column in rows.table.columns.items()
        }
        columns = dict(sorted(numbers.items(), key=lambda item: item[1]))
        grid = reading.grids[rows.sheet]
        context = Context(term_of(book.settings), book.vocabularies, grid.date_1904)
        return cls(Lines(rows, grid), columns, context)

    @property
    def heading_row(self) -> int:
        """Return the number of the row of headings."""
        return self.lines.rows.table.heading_row

    @property
    def last_row(self) -> int | None:
        """Return the number of the last row that holds data."""
        numbers = self.lines.rows.numbers
        return numbers[-1] if numbers else None

    def takes(self, lines: Lines, index: int, field: str) -> bool:
        """Tell whether a value of a source has its place here: a column, or the same said once."""
        if field in self.columns:
            return True
        fact = self.lines.rows.table.facts.get(field)
        if fact is None or not self.lines.rows.numbers:
            return False
        return bool(self.lines.value(0, field) == lines.value(index, field))

    def above(self) -> tuple[CellValue, ...]:
        """Return what the last row says, where the first free one follows it; else nothing."""
        if self.last_row is None or self.first_free() != self.last_row + 1:
            return ()
        columns = self.lines.rows.table.columns
        return tuple(columns[field].cells[-1] for field in self.columns)

    def first_free(self) -> int:
        """Return the number of the first row below all data.

        Below a total, a note or a merged cell a row stays blank, so that no row of data
        joins it.
        """
        last = self.last_row or self.heading_row
        bottom = max(self._below(last), default=last)
        return last + 1 if bottom == last else bottom + 2

    def _below(self, last: int) -> Iterator[int]:
        """Yield the rows below the data in which something stands in the way."""
        grid, span = self.lines.grid, self._span()
        for number, cells in enumerate(grid.values, grid.top):
            if number > last and any(
                self._is_in_the_way(column, cell) for column, cell in enumerate(cells, grid.left)
            ):
                yield number
        for block in grid.merges:
            if block.bottom > last and block.left in span:
                yield block.bottom

    def _is_in_the_way(self, column: int, cell: CellValue) -> bool:
        """Tell whether a cell is more than a formula or counter that waits for its row."""
        ours = column in self.columns.values()
        return not is_blank(cell) and (ours or (column in self._span() and isinstance(cell, str)))

    def _span(self) -> range:
        numbers = self.columns.values()
        return range(min(numbers, default=1), max(numbers, default=0) + 1)
