"""A sheet as a host read it: values, and where the first of them stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from houqin.cells.values import CellValue
from houqin.tables.address import column_letter


class Block(NamedTuple):
    """A rectangle of cells, counted from 1, its corners included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def address(self) -> str:
        """Return its address; a single cell is named like a block.

        >>> Block(4, 1, 5, 14).address, Block(7, 2, 7, 2).address
        ('A4:N5', 'B7:B7')
        """
        first, last = column_letter(self.left), column_letter(self.right)
        return f"{first}{self.top}:{last}{self.bottom}"


@dataclass(frozen=True, slots=True)
class Grid:
    """The used block of one sheet.

    `values[i][j]` is the cell in row `top + i`, column `left + j`, both counted
    from 1 as the screen counts them. Rows may be of different lengths.
    """

    sheet: str
    values: Sequence[Sequence[CellValue]] = ()
    top: int = 1
    left: int = 1
    merges: tuple[Block, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False  # the whole sheet
    date_1904: bool = False  # serial numbers count from 1904
    # of a sheet that was unfolded: where its cells really stand, by row and column
    origins: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def at(self, row: int, column: int) -> CellValue:
        """Return the cell of a row and a column, None outside of the block."""
        down, across = row - self.top, column - self.left
        inside = 0 <= down < len(self.values) and 0 <= across < len(self.values[down])
        return self.values[down][across] if inside else None
