"""An open workbook on paper: the port of the buttons, in memory, with a person who answers."""

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from houqin.cells.values import CellValue
from houqin.controls import Control
from houqin.hosts.files import open_workbook
from houqin.port import DeskError, Formula, Writing
from houqin.problems import Place
from houqin.tables.address import column_number
from houqin.tables.grid import Block, Grid

LINK = re.compile(
    r'=HYPERLINK\("#(?P<sheet>.+)!(?P<column>[A-Z]+)"&IFERROR\(MATCH\("\*(?P<mark>№\d+ )\*",.+?'
    r"!\$(?P<letter>[A-Z]+):\$[A-Z]+,0\),(?P<row>\d+)\),.*"
)
STATIC = re.compile(r'=HYPERLINK\(".+","(?P<shown>.*)"\)')
Cells = dict[tuple[int, int], CellValue | Formula]


@dataclass
class PaperDesk:
    """A workbook whose cells are kept by sheet, row and column; answers are given beforehand."""

    path: Path
    cells: dict[str, Cells]
    custom: Mapping[str, str] = field(default_factory=dict)
    answers: list[bool] = field(default_factory=list)
    files: list[Path | None] = field(default_factory=list)
    here: Place = field(default_factory=lambda: Place("首页", 1, "A"))
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    opened: list[Path] = field(default_factory=list)
    tables: dict[str, Block] = field(default_factory=dict)
    broken: bool = False  # every write fails
    functions: bool = False  # worksheet functions can run

    @classmethod
    def of(cls, book: Path) -> "PaperDesk":
        """Open a workbook file."""
        host = open_workbook(book)
        cells = {name: cells_of(host.read(name)) for name in host.sheet_names()}
        return cls(book, cells, host.properties())

    def copied(self, path: Path) -> "PaperDesk":
        """Return the same workbook in another file."""
        return PaperDesk(
            path, {name: dict(cells) for name, cells in self.cells.items()}, self.custom
        )

    @property
    def name(self) -> str:
        return self.path.name

    def sheet_names(self) -> Sequence[str]:
        return tuple(self.cells)

    def read(self, sheet: str) -> Grid:
        cells = self.cells[sheet]
        if not cells:
            return Grid(sheet)
        bottom, right = max(row for row, _ in cells), max(column for _, column in cells)
        rows = range(1, bottom + 1)
        return Grid(
            sheet, tuple(tuple(self.value(sheet, r, c) for c in range(1, right + 1)) for r in rows)
        )

    def value(self, sheet: str, row: int, column: int) -> CellValue:
        cell = self.cells[sheet].get((row, column))
        if not isinstance(cell, Formula):
            return cell
        if static := STATIC.fullmatch(cell.text):
            return static["shown"]
        if cell.text == '=HQ_NUMBER("12")':
            return 12.0 if self.functions else None
        found = LINK.fullmatch(cell.text)
        return found["column"] + str(self._row(found)) if found else None

    def _row(self, found: "re.Match[str]") -> int:
        letter = column_number(found["letter"])
        cells = self.cells[found["sheet"].strip("'")]
        rows = (r for (r, c), text in cells.items() if c == letter and found["mark"] in str(text))
        return min(rows, default=int(found["row"]))

    def properties(self) -> Mapping[str, str]:
        return self.custom

    def formula(self, sheet: str, cell: Block) -> str:
        found = self.cells[sheet].get((cell.top, cell.left))
        return found.text if isinstance(found, Formula) else str(found or "")

    def write(self, writings: Sequence[Writing]) -> None:
        if self.broken:
            raise DeskError("protected")
        for each in writings:
            if each.table:
                self.tables[each.table] = each.block._replace(
                    bottom=each.top + max(2, len(each.rows)) - 1
                )
            nothing = (None,) * each.width
            rows = [*each.rows, *(nothing for _ in range(each.blank))]
            for down, row in enumerate(rows):
                assert len(row) == each.width
                for across, cell in enumerate(row):
                    self.put(each.sheet, each.top + down, each.left + across, cell)

    def put(self, sheet: str, row: int, column: int, value: CellValue | Decimal | Formula) -> None:
        plain = float(value) if isinstance(value, Decimal) else value
        if plain in (None, ""):
            self.cells[sheet].pop((row, column), None)
        else:
            self.cells[sheet][row, column] = plain

    def remove_rows(self, sheet: str, rows: Sequence[Block]) -> None:
        for block in sorted(rows, reverse=True):
            self.cells[sheet] = {
                (row - (row > block.top), column): cell
                for (row, column), cell in self.cells[sheet].items()
                if row != block.top
            }

    def save_copy(self, path: Path) -> None:
        """Write values only: that is all that is ever read from a backup."""
        with xlsxwriter.Workbook(str(path)) as book:
            days = book.add_format({"num_format": "yyyy-mm-dd"})
            for name, cells in self.cells.items():
                sheet = book.add_worksheet(name)
                for row, column in cells:
                    value = self.value(name, row, column)
                    if isinstance(value, str):
                        sheet.write_string(row - 1, column - 1, value)
                    elif isinstance(value, datetime | date | time):
                        sheet.write_datetime(row - 1, column - 1, value, days)
                    elif value is not None:
                        sheet.write_number(row - 1, column - 1, float(str(value)))

    def damaged(self, sheet: str, block: Block, control: Control) -> Sequence[Block]:
        return ()

    def restore(self, sheet: str, block: Block, control: Control) -> None:
        raise AssertionError

    def selection(self) -> Place:
        return self.here

    def select(self, place: Place) -> None:
        self.here = place

    def tell(self, text: str) -> None:
        self.told.append(text)

    def ask(self, text: str) -> bool:
        self.asked.append(text)
        return self.answers.pop(0)

    def choose_file(self, title: str) -> Path | None:
        return self.files.pop(0)

    def open_file(self, path: Path) -> None:
        self.opened.append(path)

    def status(self, text: str) -> None:
        pass


def cells_of(grid: Grid) -> Cells:
    return {
        (row, column): value
        for row, values in enumerate(grid.values, grid.top)
        for column, value in enumerate(values, grid.left)
        if value not in (None, "")
    }


def copy_of(book: Path, folder: Path) -> Path:
    return Path(shutil.copy(book, folder))
