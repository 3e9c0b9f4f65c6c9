"""A table that runs both ways, such as a roster of days by posts, read row by row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from houqin.cells.dates import read_date
from houqin.cells.doubts import Doubt
from houqin.cells.text import fold
from houqin.cells.times import read_time_range
from houqin.cells.values import CellValue, is_blank
from houqin.tables.grid import Block, Grid
from houqin.tables.headings import COUNTER, OWN_COLUMN, Heading, claim, heading_of, plain
from houqin.tables.layout import Cross, Layout
from houqin.tables.table import Cell

SEARCHED = 20  # rows, for the headings
FEWEST_DAYS = 3  # that stand beside each other where days run across
_LEAP_YEAR = (date(2000, 1, 1), date(2000, 12, 31))
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天]")
_SOME_DAY = re.compile(r"[一二三四五六日天]$|\d")
_TIMES = re.compile(r"\d{1,2}[:：]\d{2}\s?[-—–~～至到]+\s?(?:次日)?\d{1,2}[:：]\d{2}")
_AROUND = " \n\t()（）[]【】:：,，、-—"
_NOTHING = frozenset(("/", "//", "\\", "-", "--", "—", "——", "无"))
_NO_POST = frozenset(map(plain, (COUNTER, OWN_COLUMN, "备注", "说明", "联系电话", "电话", "年级")))


@dataclass(frozen=True, slots=True)
class Said:
    """A value, and the cell in which it stands."""

    value: CellValue
    cell: Cell


Line = dict[str, Said]  # by field


@dataclass(frozen=True, slots=True)
class Crossed:
    """A table that runs both ways, row by row as a list has it."""

    heading_row: int
    lines: Sequence[Line]
    rows: frozenset[int]  # of the sheet that the table takes, with its headings


class CrossedSheet:
    """A sheet that may hold a table that runs both ways."""

    def __init__(self, grid: Grid, layout: Layout, cross: Cross) -> None:
        self._grid, self._layout, self._cross = grid, layout, cross
        self._last = grid.top + len(grid.values) - 1
        width = max(map(len, grid.values), default=0)
        self._columns = range(grid.left, grid.left + width)
        self._sources = {cell: (b.top, b.left) for b in grid.merges for cell in self._cells_of(b)}

    def days_down(self) -> Crossed | None:
        """Return the table where each row is a day and each column a post."""
        for row in self._searched():
            claims = claim(self._headings(row), self._layout)
            days = {name: claims.columns[name][0].column for name in self._days(claims.columns)}
            posts = [each.column for each in claims.spare if self._is_post(each)]
            listed = {self._cross.cell, self._cross.across} & set(claims.columns)
            if days and posts and not listed:
                others = {
                    name: found[0].column
                    for name, found in claims.columns.items()
                    if name not in self._cross.days
                }
                return self._down(row, days, posts, others)
        return None

    def days_across(self) -> Crossed | None:
        """Return the table where each column is a day and each row a post."""
        for row in self._searched():
            days = [c for c in self._columns if _is_day_label(self._said(row, c).value)]
            if len(days) >= FEWEST_DAYS:
                return self._across(row, days)
        return None

    def _down(
        self, row: int, days: Mapping[str, int], posts: Sequence[int], others: Mapping[str, int]
    ) -> Crossed | None:
        times = self._time_row(row, posts)
        heads = {column: self._head(row, column, times) for column in posts}
        lines: list[Line] = []
        rows = {row} | ({times} if times else set())
        for number, when in self._days_of((times or row) + 1, days, posts):
            rows.add(number)
            beside = {name: self._said(number, column) for name, column in others.items()}
            for column, who in self._names(number, posts).items():
                lines.append({**when, **beside, **heads[column], self._cross.cell: who})
        return Crossed(row, lines, frozenset(rows)) if lines else None

    def _days_of(
        self, first: int, days: Mapping[str, int], posts: Sequence[int]
    ) -> Iterator[tuple[int, Line]]:
        """Yield the rows of the table with their day; what stands below the last is no row."""
        numbers = range(first, self._last + 1)
        when = {n: {name: self._said(n, c) for name, c in days.items()} for n in numbers}
        named = [n for n in numbers if self._names(n, posts)]
        last = max((n for n in named if any(map(_may_be_day, when[n].values()))), default=first - 1)
        above: Line = {}
        for number in (n for n in named if n <= last):
            shown = any(not is_blank(said.value) for said in when[number].values())
            above = when[number] if shown or not above else above
            yield number, above

    def _names(self, row: int, columns: Sequence[int]) -> dict[int, Said]:
        """Return what stands in some columns of a row; a cell merged from their left is no name."""
        said = {column: self._said(row, column) for column in columns}
        return {c: s for c, s in said.items() if s.cell[1] in columns and _is_somebody(s.value)}

    def _across(self, row: int, days: Sequence[int]) -> Crossed | None:
        dates = self._date_row(row, days)
        first = (dates or row) + 1
        beside = self._beside(row, days, first)
        lines: list[Line] = []
        rows = {row} | ({dates} if dates else set())
        for number in range(first, self._last + 1):
            found = self._names(number, days)
            if not found:
                continue
            rows.add(number)
            of_row = self._of_row(number, beside)
            for column, who in found.items():
                lines.append({**self._when(row, dates, column), **of_row, self._cross.cell: who})
        return Crossed(row, lines, frozenset(rows)) if lines else None

    def _when(self, row: int, dates: int | None, column: int) -> Line:
        day, weekday = self._cross.days
        label = self._said(row, column)
        if dates:
            return {day: self._said(dates, column), weekday: label}
        return {weekday if _WEEKDAY.fullmatch(fold(str(label.value))) else day: label}

    def _of_row(self, number: int, beside: Mapping[str, int]) -> Line:
        said = {name: self._said(number, column) for name, column in beside.items()}
        post = said.get(self._cross.across)
        if post is None:
            return said
        return said | {
            name: each for name, each in self._parted(post).items() if name not in said or each
        }

    def _beside(self, row: int, days: Sequence[int], first: int) -> dict[str, int]:
        """Return the columns left of the days by field; one without a known heading is the post."""
        left = [column for column in self._columns if column < days[0]]
        claims = claim([each for each in self._headings(row) if each.column in left], self._layout)
        beside = {name: found[0].column for name, found in claims.columns.items()}
        for column in left:
            spare = column not in beside.values() and self._is_spare(row, column)
            body = [self._said(n, column).value for n in range(first, self._last + 1)]
            told = [value for value in body if isinstance(value, str) and value.strip()]
            if spare and told:
                are_times = all(not isinstance(read_time_range(v), Doubt) for v in told[:2])
                beside.setdefault(self._cross.time if are_times else self._cross.across, column)
        return beside

    def _is_spare(self, row: int, column: int) -> bool:
        return plain(str(self._said(row, column).value or "")) not in _NO_POST

    def _head(self, row: int, column: int, times: int | None) -> Line:
        """Return post and time as the heading of a column says them, or those above and below."""
        own = self._parted(self._said(row, column))
        if times:
            own[self._cross.time] = self._said(times, column)
        above = self._said(row - 1, column)
        is_group = above.cell in {(b.top, b.left) for b in self._grid.merges if b.left < b.right}
        if is_group and isinstance(above.value, str):
            own = self._parted(above) | own if self._cross.time not in own else own
        return own

    def _parted(self, said: Said) -> Line:
        """Return the post and the time that a text says together."""
        text = str(said.value)
        times = _TIMES.search(text)
        name = (text.replace(times[0], "") if times else text).strip(_AROUND)
        found = {self._cross.across: Said(" ".join(name.split()), said.cell)} if name else {}
        return found | ({self._cross.time: Said(times[0], said.cell)} if times else {})

    def _time_row(self, row: int, posts: Sequence[int]) -> int | None:
        """Return the row below the headings if it holds the time of each post."""
        values = [self._said(row + 1, column).value for column in posts]
        shown = [value for value in values if not is_blank(value)]
        are_times = shown and all(not isinstance(read_time_range(v), Doubt) for v in shown)
        return row + 1 if are_times else None

    def _date_row(self, row: int, days: Sequence[int]) -> int | None:
        """Return the row below the weekdays if it holds their dates."""
        values = [self._said(row + 1, column).value for column in days]
        return row + 1 if all(map(_is_date, values)) else None

    def _searched(self) -> range:
        return range(self._grid.top, min(self._last, self._grid.top + SEARCHED) + 1)

    def _headings(self, row: int) -> list[Heading]:
        texts = ((column, self._said(row, column).value) for column in self._columns)
        return [
            heading_of(column, text) for column, text in texts if isinstance(text, str) and text
        ]

    def _days(self, columns: Mapping[str, object]) -> list[str]:
        return [name for name in self._cross.days if name in columns]

    def _is_post(self, heading: Heading) -> bool:
        return plain(heading.text) not in _NO_POST

    def _cells_of(self, block: Block) -> Iterator[Cell]:
        """Yield the cells of a merged block as far as the sheet is used."""
        rows = range(block.top, min(block.bottom, self._last) + 1)
        columns = range(block.left, min(block.right, self._columns.stop - 1) + 1)
        return ((row, column) for row in rows for column in columns)

    def _said(self, row: int, column: int) -> Said:
        """Return what a cell shows: its own value, or that of the merged cell it is part of."""
        cell = self._sources.get((row, column), (row, column))
        return Said(self._grid.at(*cell), cell)


def _is_somebody(value: CellValue) -> bool:
    """Tell whether a cell holds something that ought to be names, whether it can be read or not."""
    nothing = isinstance(value, str) and fold(value) in _NOTHING
    return not is_blank(value) and not nothing


def _is_day_label(value: CellValue) -> bool:
    return _is_date(value) or (isinstance(value, str) and bool(_WEEKDAY.fullmatch(fold(value))))


def _may_be_day(said: Said) -> bool:
    """Tell whether a cell says a day, perhaps in a way that leaves doubts."""
    text = str(said.value) if isinstance(said.value, str | int | float) else ""
    return _is_day_label(said.value) or bool(_SOME_DAY.match(fold(text)))


def _is_date(value: CellValue) -> bool:
    return not is_blank(value) and not isinstance(read_date(value, _LEAP_YEAR), Doubt)
