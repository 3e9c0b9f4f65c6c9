"""An open workbook as the buttons need it: blocks in, blocks out, and a word with the user."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from houqin.cells.values import CellValue
from houqin.controls import Control
from houqin.errors import HouqinError
from houqin.problems import Place
from houqin.tables.grid import Block, Grid


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of houqin's own, in the grammar of Excel; never made of a cell's text."""

    text: str


Written = CellValue | Decimal | Formula


@dataclass(frozen=True, slots=True)
class Writing:
    """One block to be written; its rows are of one length.

    `text` names the columns, counted from 0 within the block, whose strings are text
    whatever they look like. `blank` more rows below are emptied. Where `table` is given,
    the first row holds the headings of that table, which is resized to end with the
    last of `rows`; where `grows` is given, that table is made to hold the rows below it.
    Where `prints` is set, the sheet prints these rows and nothing else.
    """

    sheet: str
    top: int
    left: int
    rows: Sequence[Sequence[Written]]
    text: frozenset[int] = frozenset()
    blank: int = 0
    table: str = ""
    grows: str = ""
    prints: bool = False

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def block(self) -> Block:
        """Return the cells that are written, those emptied included."""
        bottom = self.top + len(self.rows) + self.blank - 1
        return Block(self.top, self.left, bottom, self.left + self.width - 1)


class DeskError(HouqinError):
    """The open workbook cannot be worked on now; the text says what the user can do."""


class Desk(Protocol):
    """An open workbook and the person before it.

    Every method makes a constant number of calls into the program that holds the
    workbook, however many rows there are.
    """

    @property
    def name(self) -> str:
        """The name of the workbook's file."""

    @property
    def path(self) -> Path:
        """Where the workbook is stored.

        Raises:
            DeskError: it was never saved, or lies in a cloud folder without a path here.
        """

    def sheet_names(self) -> Sequence[str]:
        """Return the names of the worksheets in the order of their tabs."""

    def read(self, sheet: str) -> Grid:
        """Return the used block of a sheet."""

    def properties(self) -> Mapping[str, str]:
        """Return the custom properties of the workbook."""

    def formula(self, sheet: str, cell: Block) -> str:
        """Return the formula of a cell, or its value as text where it has none."""

    def write(self, writings: Sequence[Writing]) -> None:
        """Write all blocks in one go, or none.

        Raises:
            DeskError: a sheet is protected, the workbook is read-only, or a cell is being typed in.
        """

    def remove_rows(self, sheet: str, rows: Sequence[Block]) -> None:
        """Delete rows of a table; what stands below moves up."""

    def save_copy(self, path: Path) -> None:
        """Write the workbook as it stands, unsaved changes too, into another file."""

    def damaged(self, sheet: str, block: Block, control: Control) -> Sequence[Block]:
        """Return the parts of a column that have lost their format or their drop-down."""

    def restore(self, sheet: str, block: Block, control: Control) -> None:
        """Give a block its format and its drop-down; values and colours stay."""

    def selection(self) -> Place:
        """Return the cell that is selected."""

    def select(self, place: Place) -> None:
        """Go to a cell."""

    def tell(self, text: str) -> None:
        """Show a message until the user has read it."""

    def ask(self, text: str) -> bool:
        """Ask a question that is answered with yes or no."""

    def choose_file(self, title: str) -> Path | None:
        """Let the user choose a workbook; None if nothing was chosen."""

    def open_file(self, path: Path) -> None:
        """Show a workbook that was written."""

    def status(self, text: str) -> None:
        """Show how far the work has come, where the program shows such things; "" takes it away."""
