"""One block written into a sheet of Excel: values, text as text, formulas, a table that fits."""

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from houqin.cells.values import CellError
from houqin.controls import TEXT
from houqin.hosts import beyond_xlwings as beyond
from houqin.hosts.halving import cells_of
from houqin.port import Formula, Writing, Written
from houqin.tables.grid import Block

if TYPE_CHECKING:
    import xlwings as xw


def write_block(sheet: "xw.Sheet", writing: Writing) -> Iterator[tuple["xw.Range", Any]]:
    """Write one block; first yield its cells, and what stood in them.

    A block that stands there already is left alone: most ledgers have no new mark.
    """
    if not writing.width or writing.block.bottom < writing.top:
        return
    target = cells_of(sheet, writing.block)
    former = target.formula
    if _stands(former, writing):
        return
    yield target, former
    _fit_tables(sheet, writing)
    if _is_formula(former):
        target.clear_contents()  # else the table keeps filling new rows with the formula
    for first, last in _runs(writing.text):
        cells_of(sheet, _columns(writing, first, last)).number_format = TEXT
    nothing = (None,) * writing.width
    rows = [*writing.rows, *(nothing for _ in range(writing.blank))]
    _put(target, [[_plain(cell) for cell in row] for row in rows])
    if writing.prints:
        printed = writing.block._replace(bottom=writing.block.bottom - writing.blank)
        sheet.page_setup.print_area = cells_of(sheet, printed).get_address(False, False)
    for column in _formula_columns(rows):
        formulas = [_formula(row[column]) for row in rows]
        _write_formulas(sheet, _columns(writing, column, column), formulas)


def _formula(cell: Written) -> str:
    """Return the text of a formula, "" of a value."""
    return cell.text if isinstance(cell, Formula) else ""


def _columns(writing: Writing, first: int, last: int) -> Block:
    """Return some columns of the block, counted from 0."""
    return writing.block._replace(left=writing.left + first, right=writing.left + last)


def _fit_tables(sheet: "xw.Sheet", writing: Writing) -> None:
    """Make the table that is written, or that grows, end where it should."""
    if writing.table:
        table = sheet.tables[writing.table]
        beyond.show_all(table)
        bottom = writing.top + max(2, len(writing.rows)) - 1
        table.resize(cells_of(sheet, writing.block._replace(bottom=bottom)))
    if writing.grows:
        _grow(sheet, writing.grows, writing.block.bottom)


def _write_formulas(sheet: "xw.Sheet", block: Block, formulas: Sequence[str]) -> None:
    """Write formulas into a column, leaving the cells above and below them as they are."""
    places = [place for place, text in enumerate(formulas) if text]
    first, last = places[0], places[-1]
    target = cells_of(sheet, block._replace(top=block.top + first, bottom=block.top + last))
    target.number_format = "General"  # a formula in a cell of text would stay text
    target.formula = [[text] for text in formulas[first : last + 1]]


def _stands(formulas: Any, writing: Writing) -> bool:
    """Tell whether a column of plain text is what Excel says stands there, formulas shown as such."""
    column = [cell for row in writing.rows for cell in row]
    if writing.width > 1 or writing.table or any(not isinstance(c, str | None) for c in column):
        return False
    stand = [row[0] for row in formulas] if isinstance(formulas, tuple) else [formulas]
    return stand == [cell or "" for cell in column] + [""] * writing.blank


def _is_formula(formulas: Any) -> bool:
    """Tell whether a block begins with a formula."""
    first = formulas[0][0] if isinstance(formulas, tuple) else formulas
    return str(first).startswith("=")


def _put(cells: "xw.Range", rows: list[list[Any]]) -> None:
    """Write values; without days among them they can be handed over as they are, in one call."""
    if any(isinstance(cell, date) for row in rows for cell in row):
        cells.value = rows
    else:
        cells.raw_value = rows


def _grow(sheet: "xw.Sheet", name: str, bottom: int) -> None:
    """Make a table hold the rows down to one, if the sheet has it."""
    if name in sheet.tables:
        table = sheet.tables[name]
        whole = table.range
        if bottom > whole.row + whole.shape[0] - 1:
            right = whole.column + whole.shape[1] - 1
            table.resize(cells_of(sheet, Block(whole.row, whole.column, bottom, right)))


def _plain(cell: Written) -> Any:
    """Return what xlwings writes for a value; formulas follow by themselves."""
    if isinstance(cell, Decimal):
        return float(cell)
    if isinstance(cell, Formula):
        return None
    if isinstance(cell, CellError):
        return cell.text
    if isinstance(cell, timedelta):
        return cell / timedelta(days=1)
    if isinstance(cell, time):
        return (cell.hour * 3600 + cell.minute * 60 + cell.second) / 86400
    return cell


def _formula_columns(rows: Sequence[Sequence[Written]]) -> list[int]:
    return sorted({i for row in rows for i, cell in enumerate(row) if isinstance(cell, Formula)})


def _runs(columns: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of neighbouring columns."""
    for _, run in groupby(enumerate(sorted(columns)), lambda each: each[1] - each[0]):
        together = [column for _, column in run]
        yield together[0], together[-1]
