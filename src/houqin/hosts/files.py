"""Workbooks in files, read and never written."""

import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import time as clock
from io import BytesIO
from pathlib import Path
from time import monotonic
from typing import cast

from python_calamine import CalamineWorkbook

from houqin.cells.values import CellValue
from houqin.errors import Refused
from houqin.hosts.apart import Cells, read_apart
from houqin.hosts.archive import Archive
from houqin.hosts.base import Host
from houqin.hosts.guard import Passport, SheetFacts, content_of, inspect
from houqin.hosts.package import properties_of
from houqin.hosts.sheetxml import Overlay, overlay, prefix_of, rows_of
from houqin.hosts.worker import CALAMINE, OPENPYXL, Corner, Order, Row, corner_of
from houqin.tables.grid import Grid

SECONDS = 20.0  # for all sheets of a workbook that must be read in a process of their own

_STDERR = 2


def open_workbook(path: Path) -> Host:
    """Open a workbook file of any kind that houqin reads.

    Raises:
        Refused: it cannot be read; the error says why and what to do.
    """
    return FileHost(path)


class FileHost:
    """A workbook in a file: .xlsx, .xlsm, .xltx or .xltm.

    The guard looks the file over first. What it has proven harmless calamine reads
    within this process; anything else, a process of its own. What calamine hides
    is found by a search of the sheet's XML, if the guard saw a sign of it.
    """

    def __init__(self, path: Path) -> None:
        self._archive = Archive(content_of(path))
        self.passport: Passport = inspect(self._archive)
        self._seconds = SECONDS
        self._book: CalamineWorkbook | None = None

    def sheet_names(self) -> Sequence[str]:
        """Return the names of the worksheets in the order of their tabs, hidden ones too."""
        return tuple(sheet.title for sheet in self.passport.sheets)

    def properties(self) -> Mapping[str, str]:
        """Return the custom properties of the workbook."""
        return properties_of(self._archive, self.passport.properties)

    def read(self, sheet: str) -> Grid:
        """Return the used block of a sheet.

        Raises:
            Refused: this sheet cannot be read; others may.
        """
        facts = self.passport.sheet(sheet)
        if facts.refusal is not None or facts.part is None:
            raise Refused(facts.refusal or "unreadable", sheet)
        hidden = self._hidden_by_calamine(facts, facts.part)
        cells = self._read_here(facts) or self._read_apart(facts, facts.part)
        corner, rows = _laid_over(cells, hidden)
        return Grid(
            sheet,
            rows,
            top=corner.top,
            left=corner.left,
            merges=tuple(hidden.merges),
            hidden_rows=frozenset(hidden.hidden_rows),
            hidden_columns=frozenset(hidden.hidden_columns),
            hidden=facts.hidden,
            date_1904=self.passport.date_1904,
        )

    def close(self) -> None:
        """Let go of what was read; the file itself is not held open."""
        self._book = None

    def _hidden_by_calamine(self, facts: SheetFacts, part: str) -> Overlay:
        if not facts.outline.special:
            return Overlay()
        try:
            return overlay(rows_of(self._archive, part, facts.outline), prefix_of(facts.outline))
        except Refused as refused:
            raise Refused(refused.code, facts.title) from None

    def _read_here(self, facts: SheetFacts) -> Cells | None:
        """Read a sheet within this process; None where calamine cannot."""
        if not facts.small:
            return None
        try:
            with _no_collection(), _quietly():
                if self._book is None:
                    self._book = CalamineWorkbook.from_filelike(BytesIO(self._archive.content))
                sheet = self._book.get_sheet_by_name(facts.title)
                return Cells(corner_of(sheet), cast("list[Row]", sheet.to_python()))
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # noqa: BLE001 - a panic in Rust is no Exception
            return None

    def _read_apart(self, facts: SheetFacts, part: str) -> Cells:
        readers = (OPENPYXL,) if facts.utf16 else (CALAMINE, OPENPYXL)
        started = monotonic()
        try:
            order = Order(self._archive.content, facts.title, part, readers)
            return read_apart(order, self._seconds)
        finally:
            self._seconds -= monotonic() - started


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold back the garbage collector, which takes a tenth of the time of a big sheet."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep from the user what Rust writes to stderr when it panics, before anybody can catch it."""
    with ExitStack() as undone:
        with suppress(OSError):  # where there is no stderr, nothing is written to it
            stderr = os.dup(_STDERR)
            undone.callback(os.close, stderr)
            undone.callback(os.dup2, stderr, _STDERR)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            undone.callback(os.close, nowhere)
            os.dup2(nowhere, _STDERR)
        yield


def _laid_over(cells: Cells, hidden: Overlay) -> tuple[Corner, list[Row]]:
    """Put what calamine hides in its place, and widen the block where it lies outside."""
    patches = hidden.cells | {
        place: number
        for place, number in hidden.negatives.items()
        if isinstance(_value_at(cells, *place), clock)
    }
    if not patches:
        return cells
    places = [*patches, *([cells.corner] if cells.rows else [])]
    corner = Corner(min(row for row, _ in places), min(column for _, column in places))
    rows = _widened(cells, corner)
    for (row, column), value in patches.items():
        down, across = row - corner.top, column - corner.left
        rows.extend([] for _ in range(len(rows), down + 1))
        rows[down].extend(None for _ in range(len(rows[down]), across + 1))
        rows[down][across] = value
    return corner, rows


def _value_at(cells: Cells, row: int, column: int) -> CellValue:
    down, across = row - cells.corner.top, column - cells.corner.left
    inside = 0 <= down < len(cells.rows) and 0 <= across < len(cells.rows[down])
    return cells.rows[down][across] if inside else None


def _widened(cells: Cells, corner: Corner) -> list[Row]:
    """Return the rows of a block with blanks above and to the left, so that it starts there."""
    above: list[Row] = [[] for _ in range(corner.top, cells.corner.top)]
    before: Row = [None] * (cells.corner.left - corner.left)
    beside = [[*before, *row] for row in cells.rows] if before else cells.rows
    return above + beside if cells.rows else []
