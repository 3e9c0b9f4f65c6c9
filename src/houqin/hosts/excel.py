"""A workbook open in Excel, through xlwings: blocks only, a constant number of calls."""

import time as clock
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from houqin.cells.values import ERROR_TEXT, CellError, CellValue
from houqin.controls import GENERAL, Control
from houqin.hosts import beyond_xlwings as beyond
from houqin.hosts.excel_blocks import write_block
from houqin.hosts.halving import cells_of, hidden, joined, merges, where
from houqin.port import DeskError, Writing
from houqin.problems import Place
from houqin.tables.address import column_letter, column_number, split_address
from houqin.tables.grid import Block, Grid
from houqin.tables.recognising import OWN_SHEETS

if TYPE_CHECKING:
    import xlwings as xw

T = TypeVar("T")
PATIENCE = 5.0  # seconds to wait while Excel is busy or a cell is being typed in
PAUSE = 0.25
MOST_LOOKS = 300  # at one column, before it is restored as a whole
DAY_ZERO = date(1899, 12, 30)  # the day of a cell that holds a time only


def patiently(call: Callable[[], T]) -> T:
    """Call Excel, and again for a while as long as it is busy.

    Raises:
        DeskError: somebody is typing in a cell, or a dialog is open.
    """
    until = clock.monotonic() + PATIENCE
    while True:
        try:
            return call()
        except Exception as error:
            if not beyond.is_busy(error):
                raise
            if clock.monotonic() > until:
                raise DeskError(
                    "Excel 正忙：有单元格正在编辑，或有对话框没有关。请按回车结束编辑后再点一次。"
                    " / Excel is busy. Finish editing the cell (press Enter) and click again."
                ) from error
            clock.sleep(PAUSE)


class ExcelDesk:
    """The open workbook of an `xlwings.Book`, and the person before it."""

    def __init__(self, book: "xw.Book") -> None:
        self._book = book

    @property
    def name(self) -> str:
        """The name of the workbook's file."""
        return str(patiently(lambda: self._book.name))

    @property
    def path(self) -> Path:
        """Where the workbook is stored."""
        try:
            stored = str(patiently(lambda: self._book.fullname))
        except DeskError:
            raise
        except Exception as error:  # xlwings finds no local path of a synchronised folder
            raise _in_the_cloud(self._book.name) from error
        if "://" in stored:
            raise _in_the_cloud(self.name)
        if not Path(stored).is_absolute():
            raise DeskError(
                "工作簿还没有保存过，请先保存到本机的文件夹再点。"
                " / The workbook was never saved. Save it into a folder first."
            )
        return Path(stored)

    def sheet_names(self) -> Sequence[str]:
        """Return the names of the worksheets in the order of their tabs."""
        return tuple(self._sheets)

    @cached_property
    def _sheets(self) -> Mapping[str, "xw.Sheet"]:
        """The sheets by name: to look one up costs Excel more than to write into it."""
        return patiently(lambda: {sheet.name: sheet for sheet in self._book.sheets})

    @cached_property
    def _app(self) -> "xw.App":
        return patiently(lambda: self._book.app)

    def read(self, sheet: str) -> Grid:
        """Return the used block of a sheet."""
        return patiently(lambda: self._read(sheet))

    def properties(self) -> Mapping[str, str]:
        """Return the custom properties of the workbook."""
        return patiently(lambda: beyond.custom_properties(self._book))

    def close(self) -> None:
        """Do nothing: the workbook stays open."""

    def _read(self, name: str) -> Grid:
        sheet = self._sheets[name]
        used = sheet.used_range
        values = used.options(ndim=2, err_to_str=True).value
        top, left = _corner(used.get_address(False, False))
        cells = tuple(tuple(map(_cell, row)) for row in values)
        if name in OWN_SHEETS:  # no ledgers: nobody asks how their cells are laid out
            return Grid(name, cells, top=top, left=left)
        whole = Block(top, left, top + len(cells) - 1, left + len(cells[0]) - 1)
        return Grid(
            name,
            cells,
            top=top,
            left=left,
            merges=tuple(merges(sheet, whole, used)),
            hidden_rows=frozenset(hidden(sheet, whole, used, by_rows=True)),
            hidden_columns=frozenset(hidden(sheet, whole, used, by_rows=False)),
            hidden=not sheet.visible,
            date_1904=False,  # days come as days, whichever way the file counts them
        )

    def formula(self, sheet: str, cell: Block) -> str:
        """Return the formula of a cell, or its value as text where it has none."""
        return str(patiently(lambda: cells_of(self._sheets[sheet], cell).formula) or "")

    def write(self, writings: Sequence[Writing]) -> None:
        """Write all blocks in one go; what was written is put back where one of them fails."""
        patiently(lambda: self._ready([each.sheet for each in writings]))
        former = list[tuple["xw.Range", Any]]()
        with self._quiet():
            try:
                for each in writings:
                    former += write_block(self._sheets[each.sheet], each)
            except BaseException:
                for cells, formulas in reversed(former):
                    cells.formula = formulas
                raise

    def remove_rows(self, sheet: str, rows: Sequence[Block]) -> None:
        """Delete rows of a table; what stands below moves up."""
        self._ready([sheet])
        with self._quiet():
            for block in sorted(rows, reverse=True):
                cells_of(self._sheets[sheet], block).delete("up")

    def save_copy(self, path: Path) -> None:
        """Write the workbook as it stands, unsaved changes too, into another file."""
        patiently(lambda: beyond.save_copy(self._book, path))

    def damaged(self, sheet: str, block: Block, control: Control) -> Sequence[Block]:
        """Return the parts of a column that have lost their format or their drop-down.

        A column damaged in very many places is named as a whole.
        """
        page = self._sheets[sheet]
        looks = count()

        def is_damaged(part: Block) -> bool | None:
            if next(looks) > MOST_LOOKS or _keeps(cells_of(page, part), control):
                return False
            return None if part.top < part.bottom else True  # some of its cells, or this one

        found = joined(tuple(where(block, is_damaged)))
        return found if next(looks) <= MOST_LOOKS else (block,)

    def restore(self, sheet: str, block: Block, control: Control) -> None:
        """Give a block its format and its drop-down; values and colours stay."""
        self._ready([sheet])
        cells = cells_of(self._sheets[sheet], block)
        if control.number_format != GENERAL:  # there any format is right: a day on 参数 has its own
            cells.number_format = control.number_format
        beyond.validate(cells, control)

    def selection(self) -> Place:
        """Return the cell that is selected."""
        chosen = self._book.selection or self._book.sheets.active.range("A1")
        return Place(chosen.sheet.name, chosen.row, column_letter(chosen.column))

    def select(self, place: Place) -> None:
        """Go to a cell."""
        sheet = self._sheets[place.sheet]
        sheet.activate()
        sheet.range(f"{place.column or 'A'}{place.row or 1}").select()

    def tell(self, text: str) -> None:
        """Show a message until the user has read it."""
        self._app.alert(text, title="houqin")

    def ask(self, text: str) -> bool:
        """Ask a question that is answered with yes or no."""
        return self._app.alert(text, title="houqin", buttons="yes_no") == "yes"

    def choose_file(self, title: str) -> Path | None:
        """Let the user choose a workbook; None if nothing was chosen."""
        return beyond.choose_file(self._book, title)

    def open_file(self, path: Path) -> None:
        """Show a workbook that was written."""
        self._app.books.open(str(path))

    def status(self, text: str) -> None:
        """Show how far the work has come in the status bar."""
        patiently(lambda: setattr(self._app, "status_bar", text or False))

    def _ready(self, sheets: Sequence[str]) -> None:
        """Make sure that everything can be written before anything is.

        Raises:
            DeskError: the workbook is read-only, or a sheet is protected.
        """
        if beyond.is_read_only(self._book):
            raise DeskError(
                f"{self._book.name} 是只读打开的（可能别人正在用），没有写。请关闭后以可编辑方式打开。"
                f" / {self._book.name} is open read-only (perhaps somebody else uses it); nothing was written."
            )
        locked = [name for name in dict.fromkeys(sheets) if self._is_locked(name)]
        if locked:
            raise DeskError(
                f"工作表 {'、'.join(locked)} 有保护，没有写。请在“审阅”里撤销工作表保护后再点。"
                f" / Protected sheets, nothing was written: {', '.join(locked)}. Unprotect them and click again."
            )

    def _is_locked(self, name: str) -> bool:
        return beyond.is_protected(self._sheets[name])

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        """Hold back drawing, calculation and events while blocks are written."""
        with self._app.properties(screen_updating=False, calculation="manual", enable_events=False):
            yield


def _corner(address: str) -> tuple[int, int]:
    """Return row and column of the first cell of an address such as A1:D20."""
    letters, row = split_address(address.partition(":")[0])
    return row, column_number(letters)


def _cell(value: Any) -> CellValue:
    """Return a value as every host returns it."""
    if isinstance(value, str):
        return CellError(value) if value.startswith("#") and ERROR_TEXT.fullmatch(value) else value
    if isinstance(value, datetime):
        plain = value.replace(tzinfo=None)
        return plain.time() if plain.date() == DAY_ZERO else plain
    return float(value) if isinstance(value, Decimal) else value


def _keeps(cells: "xw.Range", control: Control) -> bool:
    kept = control.number_format in (GENERAL, cells.number_format)
    return kept and beyond.has_validation(cells, control)


def _in_the_cloud(name: str) -> DeskError:
    return DeskError(
        f"{name} 在云端文件夹里，找不到它在本机的位置。请另存到本机文件夹（如 D:\\后勤）后再用。"
        f" / {name} lies in a cloud folder without a path on this machine. Save it into a local folder."
    )
