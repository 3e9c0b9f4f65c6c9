"""A rectangle of cells, its rows and columns counted from 1."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self

from tests.office.engine.formulas import letters_of, number_of
from tests.office.uno_api import struct

LAST_ROW = 1_048_576
LAST_COLUMN = 1024  # of LibreOffice 7.4; Excel has 16,384

_CELLS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d+)(?::\$?([A-Za-z]{1,3})\$?(\d+))?")
_COLUMNS = re.compile(r"\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})")
_ROWS = re.compile(r"\$?(\d+):\$?(\d+)")


@dataclass(frozen=True, slots=True)
class Area:
    """Where a block of cells lies."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, address: Any) -> Self:
        """Return where a UNO CellRangeAddress lies."""
        rows = address.StartRow + 1, address.EndRow + 1
        return cls(rows[0], address.StartColumn + 1, rows[1], address.EndColumn + 1)

    @property
    def rows(self) -> int:
        """The number of its rows."""
        return self.bottom - self.top + 1

    @property
    def columns(self) -> int:
        """The number of its columns."""
        return self.right - self.left + 1

    @property
    def count(self) -> int:
        """The number of its cells."""
        return self.rows * self.columns

    @property
    def is_at_an_end(self) -> bool:
        """Tell whether it reaches to the last row or the last column of the sheet."""
        return self.bottom == LAST_ROW or self.right == LAST_COLUMN

    @property
    def corner(self) -> "Area":
        """Its first cell."""
        return Area(self.top, self.left, self.top, self.left)

    def common(self, other: "Area") -> "Area | None":
        """Return what two areas share."""
        top, left = max(self.top, other.top), max(self.left, other.left)
        bottom, right = min(self.bottom, other.bottom), min(self.right, other.right)
        return Area(top, left, bottom, right) if top <= bottom and left <= right else None

    def around(self, other: "Area") -> "Area":
        """Return the smallest area that holds both."""
        top, left = min(self.top, other.top), min(self.left, other.left)
        return Area(top, left, max(self.bottom, other.bottom), max(self.right, other.right))

    def moved(self, rows: int, columns: int) -> "Area":
        """Return the area so many rows below and columns to the right."""
        top, left = self.top + rows, self.left + columns
        return Area(top, left, self.bottom + rows, self.right + columns)

    def a1(self, *, rows_fixed: bool = True, columns_fixed: bool = True) -> str:
        """Return it as Excel writes it."""
        row, column = "$" * rows_fixed, "$" * columns_fixed
        first = f"{column}{letters_of(self.left)}{row}{self.top}"
        last = f"{column}{letters_of(self.right)}{row}{self.bottom}"
        return first if self.count == 1 else f"{first}:{last}"

    def uno_address(self, sheet: int) -> Any:
        """Return it as a CellRangeAddress on the sheet of this number, counted from 0."""
        return struct(
            "table.CellRangeAddress",
            Sheet=sheet,
            StartRow=self.top - 1,
            EndRow=self.bottom - 1,
            StartColumn=self.left - 1,
            EndColumn=self.right - 1,
        )


def area_of(text: str) -> Area | None:
    """Read A1, A1:B2, A:C or 3:5; None if it is a name, or nothing of these."""
    if found := _CELLS.fullmatch(text):
        column, row = number_of(found[1]), int(found[2])
        first = Area(row, column, row, column)
        if found[3] is None:
            return first
        column, row = number_of(found[3]), int(found[4])
        return first.around(Area(row, column, row, column))
    if found := _COLUMNS.fullmatch(text):
        return Area(1, number_of(found[1]), LAST_ROW, number_of(found[2]))
    if found := _ROWS.fullmatch(text):
        return Area(int(found[1]), 1, int(found[2]), LAST_COLUMN)
    return None


def areas_of(cells: Iterable[tuple[int, int]]) -> Iterator[Area]:
    """Return the areas that together hold these cells, each given as row and column."""
    by_column = sorted(cells, key=lambda cell: (cell[1], cell[0]))
    start = end = None
    for row, column in by_column:
        if end is not None and (row, column) == (end[0] + 1, end[1]):
            end = row, column
            continue
        if start is not None and end is not None:
            yield Area(*start, *end)
        start = end = row, column
    if start is not None and end is not None:
        yield Area(*start, *end)


def outside(area: Area | None) -> Iterator[Area]:
    """Yield what lies above, left, right and below an area of a sheet; the whole sheet around none."""
    if area is None:
        yield Area(1, 1, LAST_ROW, LAST_COLUMN)
        return
    around = (
        Area(1, 1, area.top - 1, LAST_COLUMN),
        Area(area.top, 1, area.bottom, area.left - 1),
        Area(area.top, area.right + 1, area.bottom, LAST_COLUMN),
        Area(area.bottom + 1, 1, LAST_ROW, LAST_COLUMN),
    )
    yield from (each for each in around if each.top <= each.bottom and each.left <= each.right)
