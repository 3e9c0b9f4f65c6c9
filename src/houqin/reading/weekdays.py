"""A roster by weekdays as one by days: what holds for Mondays holds for each Monday of the term."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from houqin.cells.choices import Vocabulary
from houqin.cells.doubts import Doubt
from houqin.rows import SheetRow
from houqin.school_calendar import SchoolCalendar
from houqin.school_calendar import days as every_day
from houqin.tables.table import Column, Table

WEEKDAYS = "星期"  # the list of their names, Monday first
A_WEEK, WEEKEND = 7, (5, 6)
Dated = tuple[int, date | None]  # index of a row, and one of its days


def over_the_term(
    table: Table, model: type[SheetRow], days: SchoolCalendar, names: Vocabulary | None
) -> Table:
    """Return a table that names weekdays and no date, each row on every such day of lessons.

    Where Saturday or Sunday is among them, that is every day of the term. A weekday that nobody
    can read stays as it is, without a date. Where the term is not known, or a date stands
    somewhere, the table stays the very same.
    """
    if model.ledger.cross is None or names is None or days.term is None:
        return table
    day, weekday = model.ledger.cross.days
    said = table.columns.get(weekday)
    if said is None or day in table.columns or day in table.facts:
        return table
    found = list(_dated([names.read(cell) for cell in said.cells], names.values, days))
    kept = [index for index, _ in found]
    columns = {name: _repeated(column, kept) for name, column in table.columns.items()}
    columns[day] = replace(columns[weekday], cells=tuple(each for _, each in found))
    unread = {name: _indexes(some, kept) for name, some in table.unread.items()}
    undated = frozenset(number for number, (_, each) in enumerate(found) if each is None)
    missing = ("TAB-01", model.headings()[day].name)
    return replace(
        table,
        numbers=tuple(table.numbers[index] for index in kept),
        columns=columns,
        oddities=tuple(odd for odd in table.oddities if (odd.code, odd.heading) != missing),
        unread={**unread, day: undated},
        repeats=True,
    )


def _dated(
    meanings: Sequence[str | Doubt], names: Sequence[str], days: SchoolCalendar
) -> Iterator[Dated]:
    """Yield each row with each of its days, and once without a day where none can be told."""
    numbers = [_number(meaning, names) for meaning in meanings]
    dates = _by_weekday(days, whole=any(number in WEEKEND for number in numbers))
    for index, number in enumerate(numbers):
        for day in (None,) if number is None else dates[number]:
            yield index, day


def _number(meaning: str | Doubt, names: Sequence[str]) -> int | None:
    """Return the number of a weekday, Monday 0."""
    several = isinstance(meaning, Doubt) or meaning not in names[:A_WEEK]
    return None if several else names.index(str(meaning))


def _by_weekday(days: SchoolCalendar, *, whole: bool) -> Mapping[int, Sequence[date]]:
    found: dict[int, list[date]] = {number: [] for number in range(A_WEEK)}
    start, end = days.term or (date.max, date.min)
    for day in every_day(start, end) if whole else days.school_days(start, end):
        found[day.weekday()].append(day)
    return found


def _repeated(column: Column, kept: Sequence[int]) -> Column:
    old = column.origins
    origins = {number: old[index] for number, index in enumerate(kept) if index in old}
    return replace(column, cells=tuple(column.cells[index] for index in kept), origins=origins)


def _indexes(some: frozenset[int], kept: Sequence[int]) -> frozenset[int]:
    return frozenset(number for number, index in enumerate(kept) if index in some)
