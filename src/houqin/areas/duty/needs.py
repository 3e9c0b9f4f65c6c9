"""What the plan asks for: each post of 岗位 on each day on which it must be filled."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from houqin.areas.duty.rows import Duty, PostRow
from houqin.book import Book
from houqin.cells.kinds import SEPARATORS
from houqin.cells.text import unspaced
from houqin.cells.times import TimeRange
from houqin.school_calendar import SchoolCalendar, days

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
WORKING_WEEK = "周一至周五"
Key = tuple[str, str, TimeRange]  # campus, post, slot

# 适用日 -> whether a post must be filled on a day
ON_DAYS: Mapping[str, Callable[[SchoolCalendar, date, str], bool]] = {
    "上课日": lambda calendar, day, campus: calendar.is_school_day(day, campus),
    "工作日": lambda calendar, day, campus: calendar.is_working_day(day, campus),
    "休息日": lambda calendar, day, campus: not calendar.is_working_day(day, campus),
    "每天": lambda *_: True,
}
USUAL = "上课日"
MATTERING = ("campus", "post", "slot", "heads")
IF_THERE = ("weekdays", "days", "since", "until", "qualification", "led")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of 岗位."""

    index: int
    campus: str
    post: str
    slot: TimeRange
    heads: int
    roles: tuple[str, ...]  # any of them will do; none: anybody
    weekdays: frozenset[int]
    days: str
    led: bool
    since: date
    until: date

    @property
    def key(self) -> Key:
        """What a row of the roster and the line agree in."""
        return key_of(self.campus, self.post, self.slot)

    def is_needed(self, day: date, calendar: SchoolCalendar) -> bool:
        """Tell whether the post must be filled on a day."""
        return (
            self.since <= day <= self.until
            and day.weekday() in self.weekdays
            and ON_DAYS[self.days](calendar, day, self.campus)
        )


@dataclass(frozen=True, slots=True)
class Need:
    """One post that must be filled on one day."""

    day: date
    line: Line


def key_of(campus: str, post: str, slot: TimeRange) -> Key:
    """Return a post at a time in the form in which rows are compared."""
    return campus, _folded(post), slot


@lru_cache(maxsize=1024)
def _folded(post: str) -> str:
    return unspaced(post)


@lru_cache(maxsize=1)
def lines(book: Book) -> tuple[Line, ...]:
    """Return the lines of 岗位 that can be read in full."""
    rows = book[PostRow]
    present = [name for name in IF_THERE if rows.has(name)]
    return tuple(_line(rows[index], index) for index in rows.judged(*MATTERING, *present))


@lru_cache(maxsize=1)
def lines_by_key(book: Book) -> Mapping[Key, tuple[Line, ...]]:
    """Return the lines of each post at each time; several where its days differ."""
    found: dict[Key, tuple[Line, ...]] = defaultdict(tuple)
    for line in lines(book):
        found[line.key] += (line,)
    return found


def needs(book: Book) -> Iterator[Need]:
    """Yield every post on every day of the period, and as far ahead as its roster goes."""
    last, start = _last_days(book), _start(book)
    for line in lines(book):
        for day in days(start, _end(book, last.get(line.key))):
            if line.is_needed(day, book.calendar):
                yield Need(day, line)


def roles_of(qualification: str | None) -> tuple[str, ...]:
    """Return the roles that a cell 资格 asks for."""
    parts = SEPARATORS.split((qualification or "").replace("或", "、"))
    return tuple(part.strip() for part in parts if part.strip())


def weekdays_of(stated: tuple[str, ...] | None) -> frozenset[int]:
    """Return the numbers of weekdays, Monday 0; all where none is stated."""
    if not stated:
        return frozenset(range(len(WEEKDAYS)))
    some = {WEEKDAYS.index(name) for name in stated if name in WEEKDAYS}
    return frozenset(some | (set(range(5)) if WORKING_WEEK in stated else set()))


def _line(row: PostRow, index: int) -> Line:
    return Line(
        index,
        row.campus,
        row.post,
        row.slot,
        row.heads,
        roles_of(row.get("qualification")),
        weekdays_of(row.get("weekdays")),
        row.get("days") or USUAL,
        bool(row.get("led")),
        row.get("since") or date.min,
        row.get("until") or date.max,
    )


def _last_days(book: Book) -> dict[Key, date]:
    """Return the last day for which the roster names somebody on each post."""
    rows = book[Duty]
    last: dict[Key, date] = {}
    facts = zip(*map(rows.column, ("date", "campus", "post", "slot")), strict=True)
    for day, campus, post, slot in facts:
        if day and campus and post and slot:
            key = key_of(campus, post, slot)
            last[key] = max(day, last.get(key, day))
    return last


def _start(book: Book) -> date:
    """Return the first day to judge; where no term is stated, that of the roster."""
    planned = book[Duty].known("date")
    known = book.calendar.term is not None or not planned
    return book.period.start if known else max(book.period.start, min(planned))


def _end(book: Book, last: date | None) -> date:
    """Return the last day to judge: a roster for days to come must be whole as far as it goes."""
    if book.period.end < book.as_of or last is None:
        return min(book.period.end, book.as_of)
    return max(min(book.period.end, book.as_of), last)
