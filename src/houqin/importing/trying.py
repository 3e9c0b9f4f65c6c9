"""Reads the book as it would be with the new rows, before any of them is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from houqin.cells.values import CellValue
from houqin.importing.lines import Lines
from houqin.importing.target import Target
from houqin.opening import known_words
from houqin.reading.sheets import read_sheet
from houqin.rows import Rows
from houqin.tables.finding import find_table
from houqin.tables.grid import Grid


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A row of a source with the cells that it becomes."""

    lines: Lines
    index: int
    cells: tuple[CellValue, ...]  # in the order of the target's columns


def misread(target: Target, numbered: Mapping[int, Placed]) -> frozenset[int]:
    """Return the numbers of the rows that would be read otherwise than in their source.

    A blank must stay blank, and a value must be itself or in doubt; and no row that the
    book holds may be lost.
    """
    rows = _read_with(target, numbered)
    if rows is None or not set(target.lines.rows.numbers) <= set(rows.numbers):
        return frozenset(numbered)
    indexes = {number: index for index, number in enumerate(rows.numbers)}
    return frozenset(
        number
        for number, placed in numbered.items()
        if number not in indexes or _differs(target, placed, rows, indexes[number])
    )


def _differs(target: Target, placed: Placed, rows: Rows[Any], index: int) -> bool:
    unread = placed.lines.unread(placed.index)
    for field in target.columns:
        if field in unread or index in rows.unread.get(field, ()):
            continue
        meant = placed.lines.value(placed.index, field)
        if rows.column_or_blank(field)[index] != meant:
            return True
    return False


def _read_with(target: Target, numbered: Mapping[int, Placed]) -> Rows[Any] | None:
    model = target.lines.model
    grid = _grid_with(target, numbered)
    table = find_table(grid, model.layout(), known_words(model, target.context))
    return read_sheet(table, model, target.context).rows if table else None


def _grid_with(target: Target, numbered: Mapping[int, Placed]) -> Grid:
    grid = target.lines.grid
    kept = [list(cells) for cells in grid.values]
    kept.extend([] for _ in range(max(numbered) - grid.top + 1 - len(kept)))
    for number, placed in numbered.items():
        cells = kept[number - grid.top]
        for column, cell in _placed(target, placed):
            across = column - grid.left
            cells.extend([None] * (across + 1 - len(cells)))
            cells[across] = cell
    return replace(grid, values=tuple(map(tuple, kept)))


def _placed(target: Target, placed: Placed) -> Iterator[tuple[int, CellValue]]:
    cells = zip(target.columns.values(), placed.cells, strict=True)
    return ((column, cell) for column, cell in cells if cell is not None)
