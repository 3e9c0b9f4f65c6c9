"""What Excel gives for a block of cells: one value per cell, of the few kinds that COM knows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from tests.office.engine.area import Area
from tests.office.engine.formats import Format, Formats, groups_of
from tests.office.engine.formulas import to_excel

CENT = Decimal("0.0001")  # money has four decimals in COM
FORMULAS, ERRORS, ALL_RESULTS = 16, 4, 7  # CellFlags.FORMULA, FormulaResult.ERROR, all of them
ERROR_CODES = {
    "#DIV/0!": -2146826281,
    "#N/A": -2146826246,
    "#NAME?": -2146826259,
    "#NULL!": -2146826288,
    "#NUM!": -2146826252,
    "#REF!": -2146826265,
    "#VALUE!": -2146826273,
}
OFFICE_ERRORS = {"Err:502": "#VALUE!", "Err:503": "#NUM!", "Err:504": "#REF!", "Err:508": "#NAME?"}
TRUTHS = {"TRUE": True, "FALSE": False}
LATEST = 2_958_466  # the first day that neither Excel nor Python can write

Rows = list[list[Any]]


@dataclass(frozen=True, slots=True)
class Source:
    """A block of cells in LibreOffice, and what is known of its document."""

    sheet: Any
    area: Area
    formats: Formats
    null_date: datetime

    def cells(self, area: Area) -> Any:
        """Return the UNO range of an area of the sheet."""
        return self.sheet.getCellRangeByPosition(
            area.left - 1, area.top - 1, area.right - 1, area.bottom - 1
        )


def values(source: Source) -> Rows:
    """Return what `Range.Value` gives: dates as dates, money as decimals."""
    return _read(source, _value_of_format)


def plain_values(source: Source) -> Rows:
    """Return what `Range.Value2` gives: dates and money as numbers."""
    return _read(source, _plain_value_of_format)


def formulas(source: Source) -> Rows:
    """Return what `Range.Formula` gives: formulas, and everything else as a text."""
    rows = [[_as_text(value) for value in row] for row in plain_values(source)]
    for area in _areas(source.cells(source.area).queryContentCells(FORMULAS)):
        written = source.cells(area).getFormulaArray()
        for row, texts in enumerate(written, start=area.top - source.area.top):
            for column, text in enumerate(texts, start=area.left - source.area.left):
                rows[row][column] = to_excel(text)
    return rows


Conversion = Callable[[float], Any]


def _read(source: Source, conversion_of: Callable[[Format, datetime], Conversion | None]) -> Rows:
    used = _used(source)
    if used is None:
        return [[None] * source.area.columns for _ in range(source.area.rows)]
    block = source.cells(used)
    rows = [list(row) for row in block.getDataArray()]
    for group in groups_of(block, source.formats):
        conversion = conversion_of(group.format, source.null_date)
        if conversion is not None:
            for area in group.areas:
                _convert(rows, area, used, conversion)
    _read_results(rows, block, used)
    return _padded(rows, used, source.area)


def _used(source: Source) -> Area | None:
    """Return the part of the block that holds anything, from its first cell on."""
    cursor = source.sheet.createCursor()
    cursor.gotoEndOfUsedArea(True)
    end = Area.of(cursor.RangeAddress)
    return source.area.common(Area(1, 1, end.bottom, end.right))


def _padded(rows: Rows, used: Area, whole: Area) -> Rows:
    missing = [None] * (whole.right - used.right)
    filled = [row + missing for row in rows] if missing else rows
    return filled + [[None] * whole.columns for _ in range(whole.bottom - used.bottom)]


def _convert(rows: Rows, area: Area, block: Area, conversion: Conversion) -> None:
    left, right = area.left - block.left, area.right - block.left + 1
    for row in rows[area.top - block.top : area.bottom - block.top + 1]:
        for column in range(left, right):
            if isinstance(row[column], float):
                row[column] = conversion(row[column])


def _value_of_format(form: Format, null_date: datetime) -> Conversion | None:
    if form.is_day:
        return lambda number: moment(number, null_date)
    if form.is_money:
        return lambda number: Decimal(repr(number)).quantize(CENT)
    return bool if form.is_truth else None


def _plain_value_of_format(form: Format, _null_date: datetime) -> Conversion | None:
    return bool if form.is_truth else None


def moment(number: float, null_date: datetime) -> datetime | float:
    """Return a serial number as the date that COM makes of it, if it can be one."""
    if not 0 <= number < LATEST:
        return number
    return null_date + timedelta(milliseconds=round(number * 86_400_000))


def serial(value: datetime, null_date: datetime) -> float:
    """Return the serial number of a date, whatever its time zone says."""
    return (value.replace(tzinfo=UTC) - null_date) / timedelta(days=1)


def _read_results(rows: Rows, block: Any, area: Area) -> None:
    """Read errors, and what formulas say is true or false."""
    computed = block.queryFormulaCells(ALL_RESULTS)
    if not computed.Count:
        return
    for found in _areas(block.queryFormulaCells(ERRORS)):
        for row, column in _places(found, area):
            shown = block.getCellByPosition(column, row).String
            rows[row][column] = error_code(shown)
    for word, truth in TRUTHS.items():
        for found in _areas(_showing(computed, word)):
            _convert(rows, found, area, lambda _, truth=truth: truth)  # type: ignore[misc]


def error_code(shown: str) -> int:
    """Return the number that COM gives for an error that LibreOffice shows."""
    return ERROR_CODES.get(OFFICE_ERRORS.get(shown, shown), ERROR_CODES["#VALUE!"])


def _showing(cells: Any, word: str) -> Any:
    search = cells.createSearchDescriptor()
    search.SearchType = 1  # what is shown
    search.SearchWords = True
    search.SearchString = word
    return cells.findAll(search)


def _areas(cells: Any) -> Iterator[Area]:
    if cells is not None:
        yield from (Area.of(address) for address in cells.RangeAddresses)


def _places(area: Area, block: Area) -> Iterator[tuple[int, int]]:
    """Return the cells of an area, counted from 0 within a block."""
    for row in range(area.top - block.top, area.bottom - block.top + 1):
        for column in range(area.left - block.left, area.right - block.left + 1):
            yield row, column


def _as_text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float():
            return f"{value:.15g}"
        case _:
            return str(value)
