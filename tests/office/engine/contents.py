"""What a range holds: values, formulas, and what is done with whole cells."""

from typing import Any

from tests.office.engine import reading
from tests.office.engine.area import LAST_COLUMN, Area
from tests.office.engine.com import excel_error
from tests.office.engine.geometry import LEFT, RIGHT, Geometry
from tests.office.engine.writing import write
from tests.office.uno_api import enum, struct

CONTENTS = 1 | 2 | 4 | 16  # CellFlags: numbers, dates, texts, formulas
EVERYTHING = 1023
LOOKS = 32 | 64 | 256  # hard attributes, styles, objects' formats
PROTECTED = (
    "The cell or chart you're trying to change is on a protected sheet. "
    "To make a change, unprotect the sheet."
)

Block = Any  # one value, or a tuple of rows


class Contents(Geometry):
    """The part of Excel's Range that holds something."""

    @property
    def value(self) -> Block:
        """The values, dates as dates and money as decimals."""
        return self._shaped(reading.values(self.source))

    @value.setter
    def value(self, value: Any) -> None:
        self._write(value)

    @property
    def value2(self) -> Block:
        """The values, dates and money as numbers."""
        return self._shaped(reading.plain_values(self.source))

    @value2.setter
    def value2(self, value: Any) -> None:
        self._write(value)

    @property
    def formula(self) -> Block:
        """The formulas, and all else as text."""
        return self._shaped(reading.formulas(self.source))

    @formula.setter
    def formula(self, value: Any) -> None:
        self._write(value)

    formula2 = formula

    @property
    def has_formula(self) -> bool | None:
        """Whether all of it, or nothing of it, is computed; None where some is."""
        found = self.uno.queryContentCells(reading.FORMULAS).RangeAddresses
        computed = sum(Area.of(address).count for address in found)
        return None if 0 < computed < self.area.count else bool(computed)

    @property
    def text(self) -> str:
        """What its first cell shows."""
        return str(self.source.cells(self.area.corner).getCellByPosition(0, 0).String)

    def _shaped(self, rows: reading.Rows) -> Block:
        return rows[0][0] if self.area.count == 1 else tuple(tuple(row) for row in rows)

    def _write(self, value: Any) -> None:
        self.need_unlocked()
        is_strict = self.on.book.session.is_strict
        try:
            write(self.source, self.on.book.uno, value, is_strict=is_strict)
        except ValueError as error:
            raise excel_error(str(error)) from error

    def need_unlocked(self) -> None:
        """Refuse a change of what is protected.

        Raises:
            ComError: the sheet is protected.
        """
        if self.on.protect_contents and self.uno.CellProtection.IsLocked:
            raise excel_error(PROTECTED)

    def clear_contents(self) -> None:
        """Empty the cells; their looks stay."""
        self.need_unlocked()
        self.uno.clearContents(CONTENTS)

    def clear(self) -> None:
        """Empty the cells, and take their looks away."""
        self.need_unlocked()
        self.uno.clearContents(EVERYTHING)

    def clear_formats(self) -> None:
        """Take the looks of the cells away."""
        self.need_unlocked()
        self.uno.clearContents(LOOKS)

    def delete(self, shift: int | None = None) -> None:
        """Take the cells out; what stands below, or at the right, moves in."""
        self.need_unlocked()
        mode = "ROWS" if self._is_whole_rows else "LEFT" if shift == LEFT else "UP"
        address = self.area.uno_address(self.on.number)
        self.on.uno.removeRange(address, enum("sheet.CellDeleteMode", mode))

    def insert(self, shift: int | None = None, copy_origin: int | None = None) -> None:
        """Put empty cells in; what stood there moves down, or to the right."""
        self.need_unlocked()
        mode = "ROWS" if self._is_whole_rows else "RIGHT" if shift == RIGHT else "DOWN"
        address = self.area.uno_address(self.on.number)
        self.on.uno.insertCells(address, enum("sheet.CellInsertMode", mode))

    def copy(self, destination: "Contents | None" = None) -> None:
        """Copy the cells with all their looks."""
        if destination is None:
            raise excel_error("Nothing emulates the clipboard.")
        to = struct(
            "table.CellAddress",
            Sheet=destination.on.number,
            Column=destination.area.left - 1,
            Row=destination.area.top - 1,
        )
        destination.on.uno.copyRange(to, self.area.uno_address(self.on.number))

    @property
    def _is_whole_rows(self) -> bool:
        return self.area.columns == LAST_COLUMN
