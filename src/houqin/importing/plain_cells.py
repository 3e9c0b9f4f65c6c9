"""The cell that a value of a source becomes in the book: its plain form, else what stands there."""

from datetime import date, time
from decimal import Decimal
from typing import Any

from houqin.cells.quantities import Amount, read_amount
from houqin.cells.values import CellValue, is_blank
from houqin.cells.writing import written
from houqin.importing.lines import Lines


def plain_cell(lines: Lines, index: int, field: str) -> CellValue:
    """Return the cell for a field of a row.

    What could not be read stays as it stands, of the kind that it is, so that it is
    doubted there as it was here.
    """
    if field not in lines.fields:
        return None
    if field in lines.unread(index) or _says_more(lines, index, field):
        return lines.raw(index, field)
    value = lines.value(index, field)
    return _nothing(lines, index, field) if value is None else plain_form(value)


def plain_form(value: Any) -> CellValue:
    """Return a typed value as a cell: dates and numbers as such, everything else as text.

    >>> plain_form(("张三", "李四")), plain_form(True), plain_form(Decimal("12.50"))
    ('张三、李四', '是', 12.5)
    """
    if isinstance(value, bool):
        return written(value)
    if isinstance(value, int | Decimal):
        return _number(value)
    if isinstance(value, str | date | time):
        return value
    return written(value)


def _number(value: int | Decimal) -> CellValue:
    """Return a number; one of more digits than a spreadsheet keeps stays text."""
    whole = value == int(value)
    number = int(value) if whole else float(value)
    return number if Decimal(f"{number:.15g}") == value else written(value)


def _nothing(lines: Lines, index: int, field: str) -> CellValue:
    """Return a blank, or the stroke for nothing where a blank would repeat the cell above."""
    raw = lines.raw(index, field)
    repeats = lines.model.headings()[field].fill_down
    return raw if repeats and not is_blank(raw) else None


def _says_more(lines: Lines, index: int, field: str) -> bool:
    """Tell whether a quantity names a unit that stands nowhere else in its row."""
    unit = lines.model.headings()[field].unit
    if not unit or lines.says(index, unit):
        return False
    raw = lines.raw(index, field)
    amount = read_amount(raw) if isinstance(raw, str) else None
    return isinstance(amount, Amount) and amount.unit is not None
