"""What every host offers: a workbook to be read, wherever it lives."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from houqin.tables.grid import Grid


class Host(Protocol):
    """An open workbook.

    All hosts give the same grid for the same sheet, cell by cell. Where spreadsheets
    themselves make no difference, hosts need not agree: a blank cell is None or "",
    a whole number is an int or a float, and a day without a time of day is a date or
    a datetime at midnight.
    """

    def sheet_names(self) -> Sequence[str]:
        """Return the names of the worksheets in the order of their tabs, hidden ones too."""

    def read(self, sheet: str) -> Grid:
        """Return the used block of a sheet.

        Raises:
            Refused: this sheet cannot be read; others may.
        """

    def properties(self) -> Mapping[str, str]:
        """Return the custom properties of the workbook."""

    def close(self) -> None:
        """Let go of the workbook."""
