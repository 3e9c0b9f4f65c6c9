"""One ledger at a time: its typed rows, the cells in doubt, and what was tidied."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Generic, TypeVar

from houqin.cells.choices import Vocabulary
from houqin.cells.context import Context
from houqin.cells.doubts import Doubt
from houqin.cells.quantities import Amount, read_amount
from houqin.cells.text import fold
from houqin.cells.values import CellValue, blanks_among, is_blank
from houqin.cells.writing import written
from houqin.problems import Hit, Place, Problem, Tidied
from houqin.reading.columns import ReadColumn, read_column, reader_of, words_for_nothing
from houqin.reading.rules import BY_CODE
from houqin.rows import Heading, Rows, SheetRow
from houqin.tables.table import Column, Oddity, Table

M = TypeVar("M", bound=SheetRow)


@dataclass(frozen=True, slots=True)
class ReadSheet(Generic[M]):
    """What reading one ledger gave."""

    rows: Rows[M]
    problems: tuple[Problem, ...]
    tidied: tuple[Tidied, ...]


def read_sheet(table: Table, model: type[M], context: Context) -> ReadSheet[M]:
    """Read every column of a ledger; a doubtful cell is None and told at its own place."""
    columns = {
        name: _read(table, model, name, context) for name in model.model_fields if _has(table, name)
    }
    _compare_units(table, model, columns, context.vocabularies.get("单位"))
    blanks = {
        name: frozenset() if read.filled else _blanks(table, model, name)
        for name, read in columns.items()
    }
    rows = Rows(
        model,
        table,
        {name: read.values for name, read in columns.items()},
        {name: frozenset(read.doubts) for name, read in columns.items() if read.doubts},
        {
            name: frozenset(read.doubts) | blanks[name]
            for name, read in columns.items()
            if read.doubts or blanks[name]
        },
    )
    problems = (*oddities(rows), *_doubts(rows, columns), *_missing(rows, blanks))
    return ReadSheet(rows, problems, tuple(_tidied(rows, columns)))


def _has(table: Table, field: str) -> bool:
    return field in table.columns or field in table.facts


def _read(table: Table, model: type[SheetRow], field: str, context: Context) -> ReadColumn:
    """Read a column, or a fact stated once as a column of equal values."""
    reader, nothing = reader_of(model, field), words_for_nothing(model, field, context)
    if field in table.columns:
        read = read_column(table.columns[field].cells, reader, context, nothing)
        unread = table.unread.get(field, frozenset())
        if not unread:
            return read
        return ReadColumn(read.values, {**read.doubts, **dict.fromkeys(unread, Doubt("TAB-10"))})
    once = read_column((table.facts[field].value,), reader, context, nothing)
    count = len(table.numbers)
    return ReadColumn(
        once.values * count, dict.fromkeys(range(count), once.doubts[0]) if once.doubts else {}
    )


def _blanks(table: Table, model: type[SheetRow], field: str) -> frozenset[int]:
    """Return the rows in which a required cell is blank."""
    column = table.columns.get(field)
    if column is None or not model.required(field):
        return frozenset()
    blanks = blanks_among(column.cells)
    if not blanks:
        return frozenset()
    unread = table.unread.get(field, frozenset())
    return frozenset(i for i, cell in enumerate(column.cells) if cell in blanks and i not in unread)


def _compare_units(
    table: Table, model: type[SheetRow], columns: dict[str, ReadColumn], units: Vocabulary | None
) -> None:
    """Doubt a quantity such as 3箱 where the row counts in another unit (contract 12)."""
    for field, head in model.headings().items():
        if head.unit and field in table.columns and head.unit in columns:
            stated = columns[head.unit].values
            doubts = _unit_doubts(table.columns[field], stated, units)
            doubts = {
                index: doubt
                for index, doubt in doubts.items()
                if index not in columns[field].doubts
            }
            if doubts:
                values = tuple(
                    None if i in doubts else v for i, v in enumerate(columns[field].values)
                )
                columns[field] = ReadColumn(values, {**columns[field].doubts, **doubts})


def _unit_doubts(
    column: Column, stated: tuple[Any, ...], units: Vocabulary | None
) -> dict[int, Doubt]:
    doubts = {}
    for index, cell in enumerate(column.cells):
        if type(cell) is str and stated[index] is not None:
            amount = read_amount(cell)
            if (
                isinstance(amount, Amount)
                and amount.unit
                and not same_unit(amount.unit, stated[index], units)
            ):
                doubts[index] = Doubt("CEL-11", {"unit": stated[index], "typed": amount.unit})
    return doubts


def same_unit(one: str, other: str, units: Vocabulary | None) -> bool:
    """Tell whether two units are the same, or listed as the same in 清单."""
    if fold(one) == fold(other):
        return True
    if units is None:
        return False
    meanings = [units.read(one), units.read(other)]
    return meanings[0] == meanings[1] and not isinstance(meanings[0], Doubt)


def oddities(rows: Rows[Any]) -> Iterator[Problem]:
    """Turn what was odd about the table into problems."""
    return odd_problems(rows.sheet, rows.table.oddities, rows.model.headings())


def odd_problems(
    sheet: str, found: tuple[Oddity, ...], headings: Mapping[str, Heading] | None = None
) -> Iterator[Problem]:
    """Turn oddities of a sheet into problems."""
    facts = {head.name for head in (headings or {}).values() if head.fact}
    for odd in found:
        hit = Hit(
            Place(sheet, odd.row, odd.column),
            {
                **odd.values,
                **_outside(odd.heading if odd.heading in facts else None),
                **_hidden(odd.values),
            },
            (),
            odd.heading,
            value=written(odd.values.get("value", "")),
        )
        yield BY_CODE[odd.code].problem(hit)


def _outside(heading: str | None) -> Mapping[str, str]:
    """Say of a missing column that it may as well stand once above the table, if it may."""
    if heading is None:
        return {"outside": "", "outside_en": ""}
    return {
        "outside": f"，或在表格上方写明“{heading}：…”",
        "outside_en": f", or write {heading}：… above the table",
    }


def _hidden(values: Mapping[str, object]) -> Mapping[str, str]:
    """Say what is hidden: rows, columns or both."""
    found = [
        (zh, en, values[en]) for zh, en in (("行", "rows"), ("列", "columns")) if values.get(en)
    ]
    return {
        "hidden": "、".join(f"{zh} {which}" for zh, _, which in found),
        "hidden_en": ", ".join(f"{en} {which}" for _, en, which in found),
    }


def _doubts(rows: Rows[Any], columns: Mapping[str, ReadColumn]) -> Iterator[Problem]:
    for field, read in columns.items():
        for index, doubt in _told_once(rows, field, read):
            yield BY_CODE[doubt.code].problem(_hit(rows, index, field, doubt))


def _told_once(rows: Rows[Any], field: str, read: ReadColumn) -> Iterator[tuple[int, Doubt]]:
    """Leave out what is told elsewhere: by its own oddity, or at the cell it was taken from."""
    column = rows.table.columns.get(field)
    if column is None:
        yield from list(read.doubts.items())[:1]
        return
    told = set[Place]()
    for index, doubt in read.doubts.items():
        place = rows.place(index, field)
        own = index not in column.origins and place not in told
        if own and doubt.code not in {"CEL-03", "TAB-10"}:
            told.add(place)
            yield index, doubt


def _hit(rows: Rows[Any], index: int, field: str, doubt: Doubt) -> Hit:
    values: dict[str, Any] = {
        name: value for name, value in doubt.values.items() if name != "value"
    }
    return rows.hit(index, field, **values)


def _missing(rows: Rows[Any], blanks: Mapping[str, frozenset[int]]) -> Iterator[Problem]:
    for field, indexes in blanks.items():
        for index in sorted(indexes):
            yield BY_CODE["CEL-01"].problem(rows.hit(index, field))


def _tidied(rows: Rows[Any], columns: Mapping[str, ReadColumn]) -> Iterator[Tidied]:
    """Yield the cells that were read otherwise than they stand."""
    for field, read in columns.items():
        private, column = rows.is_private(field), rows.table.columns.get(field)
        told = {*read.doubts, *(column.origins if column else ())}
        if column is None or column.cells == read.values:
            continue
        odd = _read_otherwise(column.cells, read.values)
        for index, cell in enumerate(column.cells) if odd else ():
            if (type(cell), cell) in odd and index not in told:
                value = read.values[index]
                yield Tidied(rows.place(index, field), as_typed(cell), value, private)


def _read_otherwise(
    cells: Sequence[CellValue], values: Sequence[Any]
) -> frozenset[tuple[type, CellValue]]:
    """Return the different cells of a column that do not stand as they were read."""
    return frozenset(
        (type(cell), cell)
        for cell, value in set(zip(cells, values, strict=True))
        if cell != value and not is_blank(cell) and not stands_as(cell, value)
    )


def stands_as(cell: CellValue, value: object) -> bool:
    """Tell whether a cell stands as it was read: the same value, or its plain writing."""
    if isinstance(cell, str):
        typed = isinstance(value, Decimal | int | date | datetime) and not isinstance(value, bool)
        return not typed and written(value) == cell
    if isinstance(cell, int | float) and isinstance(value, Decimal | int):
        return float(value) == float(cell)
    if isinstance(cell, float) and isinstance(value, time):
        return True  # Excel hands a time of day over as a part of a day
    return as_typed(cell) == written(value)


def as_typed(cell: CellValue) -> str:
    """Return a cell in the plain writing of what the screen shows; a date has no midnight."""
    at_midnight = isinstance(cell, datetime) and cell.time() == time.min
    return written(cell.date() if isinstance(cell, datetime) and at_midnight else cell)
