"""What Excel makes of a block of values that is written to cells, in a constant number of calls."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from tests.office.engine.area import Area, areas_of
from tests.office.engine.formats import GENERAL, TEXT, TRUTH, Format, Group, groups_of
from tests.office.engine.formulas import moved, to_office
from tests.office.engine.reading import Source, serial
from tests.office.engine.typed import NOTHING, Entry, Kind, as_typed

DAY_FORM, MOMENT_FORM, MONEY_FORM = "yyyy/m/d", "yyyy/m/d h:mm", "¥#,##0.00"
Entries = list[list[Entry]]

_NUMERIC = re.compile(r"[\s\d+\-.,(%¥$]")


def write(source: Source, document: Any, value: object, *, is_strict: bool) -> None:
    """Write one value into all cells of a block, or a block of values.

    Raises:
        ValueError: Excel refuses one of the values.
        TypeError: COM has no such kind of value.
    """
    rows = _as_rows(value, source.area)
    block = source.cells(source.area)
    groups = tuple(groups_of(block, source.formats))
    forms = _forms(groups, source.area)
    entries = [
        [_entry(value, form, source.null_date, is_strict=is_strict) for value, form in pairs]
        for pairs in (zip(*pair, strict=True) for pair in zip(rows, forms, strict=True))
    ]
    _set_format(source, document, _truths(groups), GENERAL)
    _fill(block, entries)
    for code, cells in _new_formats(entries, forms, source.area).items():
        _set_format(source, document, areas_of(cells), code)


def _as_rows(value: object, area: Area) -> Sequence[Sequence[Any]]:
    if not isinstance(value, list | tuple):
        return [
            [_filled(value, row, column) for column in range(area.columns)]
            for row in range(area.rows)
        ]
    rows = value if value and isinstance(value[0], list | tuple) else [value]
    if len(rows) != area.rows or any(len(row) != area.columns for row in rows):
        raise ValueError(f"The values do not fit into {area.a1()}.")
    return rows


def _filled(value: object, row: int, column: int) -> object:
    """Return what one value becomes in a cell further on: formulas move along."""
    is_formula = isinstance(value, str) and value.startswith("=") and bool(row or column)
    return moved(str(value), row, column) if is_formula else value


def _forms(groups: Iterable[Group], block: Area) -> list[list[Format]]:
    """Return the number format of each cell."""
    rows: list[list[Any]] = [[None] * block.columns for _ in range(block.rows)]
    for group in groups:
        for area in group.areas:
            for row in rows[area.top - block.top : area.bottom - block.top + 1]:
                row[area.left - block.left : area.right - block.left + 1] = [
                    group.format
                ] * area.columns
    return rows


def _truths(groups: Iterable[Group]) -> list[Area]:
    return [area for group in groups if group.format.is_truth for area in group.areas]


def _entry(value: object, form: Format, null_date: datetime, *, is_strict: bool) -> Entry:
    if value is None or value == "":
        return NOTHING
    if form.code == TEXT:
        return Entry(Kind.TEXT, _as_text(value))
    if isinstance(value, str):
        return _typed(value, datetime.now(UTC).year) if is_strict else _loose(value)
    return _number(value, null_date)


def _number(value: object, null_date: datetime) -> Entry:
    match value:
        case bool():
            return Entry(Kind.TRUTH, float(value))
        case int() | float():
            return Entry(Kind.NUMBER, float(value))
        case Decimal():
            return Entry(Kind.NUMBER, float(round(value, 4)), MONEY_FORM)
        case datetime():
            is_day = (value.hour, value.minute, value.second) == (0, 0, 0)
            form = DAY_FORM if is_day else MOMENT_FORM
            return Entry(Kind.NUMBER, serial(value, null_date), form)
    kind = type(value).__name__
    raise TypeError(f"Objects of type '{kind}' can not be converted to a COM VARIANT")


_typed = lru_cache(maxsize=100_000)(as_typed)


def _loose(text: str) -> Entry:
    return Entry(Kind.FORMULA if text.startswith("=") else Kind.TEXT, text)


def _as_text(value: object) -> str:
    """Return the text that a cell formatted as text makes of a value."""
    match value:
        case bool():
            return str(value).upper()
        case float():
            return f"{value:.15g}"
        case datetime():
            return f"{value.year}/{value.month}/{value.day}"
        case _:
            return str(value)


def _fill(block: Any, entries: Entries) -> None:
    """Fill the cells; with formulas among them the way is slower by half."""
    if any(entry.kind is Kind.FORMULA for row in entries for entry in row):
        block.setFormulaArray(tuple(tuple(_spelt(entry) for entry in row) for row in entries))
    else:
        block.setDataArray(tuple(tuple(entry.value for entry in row) for row in entries))


def _spelt(entry: Entry) -> str:
    match entry:
        case Entry(kind=Kind.FORMULA, value=str(text)):
            return to_office(text)
        case Entry(kind=Kind.TEXT, value=str(text)):
            return f"'{text}"
        case _:
            return str(entry.value)


def _new_formats(
    entries: Entries, forms: list[list[Format]], block: Area
) -> dict[str, list[tuple[int, int]]]:
    """Return which cells are to be given a format."""
    found: dict[str, list[tuple[int, int]]] = {}
    for row, pairs in enumerate(zip(entries, forms, strict=True), start=block.top):
        for column, (entry, form) in enumerate(zip(*pairs, strict=True), start=block.left):
            code = None if entry is NOTHING else _new_format(entry, form)
            if code is not None:
                found.setdefault(code, []).append((row, column))
    return found


def _new_format(entry: Entry, form: Format) -> str | None:
    """Return the format that a cell takes on: truths always, others where it had none.

    LibreOffice formats a text that looks like a number as text; that is taken back.
    """
    if entry.kind is Kind.TRUTH:
        return TRUTH
    if form.code != GENERAL and not form.is_truth:
        return None
    if entry.kind is Kind.TEXT:
        return GENERAL if _NUMERIC.match(str(entry.value)) else None
    return None if entry.number_format == GENERAL else entry.number_format


def _set_format(source: Source, document: Any, areas: Iterable[Area], code: str) -> None:
    sheet = source.sheet.RangeAddress.Sheet
    addresses = tuple(area.uno_address(sheet) for area in areas)
    if addresses:
        cells = document.createInstance("com.sun.star.sheet.SheetCellRanges")
        cells.addRangeAddresses(addresses, False)
        cells.NumberFormat = source.formats.key(code)
