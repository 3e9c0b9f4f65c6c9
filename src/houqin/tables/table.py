"""A table as it was found in a sheet: its columns, its rows, and what was odd."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from houqin.cells.values import CellValue
from houqin.tables.address import column_letter, column_number

Cell = tuple[int, int]  # row and column, counted from 1


@dataclass(frozen=True, slots=True)
class Column:
    """The cells of one field, one for each row of the table."""

    letter: str  # where it stands, such as "G"
    heading: str  # as it stands in the sheet
    cells: tuple[CellValue, ...]
    # index of a row -> number of the row whose cell it takes (merged, ditto, filled down)
    origins: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that stands once outside the table and holds for every row."""

    value: CellValue
    row: int | None  # None where the sheet's own name says it
    column: str | None


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something odd about the table: the code of a reading rule, and where."""

    code: str
    row: int | None = None
    column: str | None = None
    heading: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """One ledger found in one sheet."""

    key: str  # of the layout
    sheet: str
    heading_row: int  # the last heading row; problems about columns stand here
    numbers: tuple[int, ...]  # row numbers of the rows that hold data
    columns: Mapping[str, Column]  # by field
    facts: Mapping[str, Fact]  # by field; only of fields without a column
    oddities: tuple[Oddity, ...] = ()
    extra: tuple[str, ...] = ()  # headings that no field claims
    # by field: indices of rows whose cell is told in an oddity and so left as None
    unread: Mapping[str, frozenset[int]] = field(default_factory=dict)
    # of a sheet that was unfolded: where its cells really stand
    origins: Mapping[Cell, Cell] = field(default_factory=dict)
    repeats: bool = False  # several rows stand in one cell, such as every Monday in one

    def stands_at(self, row: int | None, letter: str | None) -> tuple[int | None, str | None]:
        """Return where a cell really stands."""
        if row is None or letter is None:
            return row, letter
        found = self.origins.get((row, column_number(letter)))
        return (found[0], column_letter(found[1])) if found else (row, letter)
