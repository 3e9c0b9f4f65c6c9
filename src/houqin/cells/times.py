"""Times of day, ranges of times, and moments."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from houqin.cells.clock import at, clock, part_of_day
from houqin.cells.date_shapes import Term
from houqin.cells.dates import day_and_time
from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.figures import is_figure
from houqin.cells.text import narrow
from houqin.cells.values import CellValue
from houqin.cells.writing import written

_LONGEST = 60
_DAY = timedelta(days=1)
_BARE = re.compile(r"[0-9]{3,4}")  # 730: the colon is lost
_DASH = re.compile(r"\s?[-~至到]+\s?")
_NEXT_DAY = re.compile(r"次日|翌日|第二[天日]")
_OTHER_POINT = re.compile(r"(?<=[0-9])\s?[.,;。、]\s?(?=[0-9]{2}(?![0-9]))")
_NOON = 12
_SHORTEST = 5  # minutes; 2020-2021 is a school year
_LAST_SERIAL_YEAR = 1904  # where bare times lie when a host reads them as moments


@dataclass(frozen=True, slots=True)
class TimeRange:
    """From one time to another; an end not after the start is on the next day."""

    start: time
    end: time

    def __str__(self) -> str:
        return f"{written(self.start)}-{written(self.end)}"


def read_time(value: CellValue) -> time | Doubt:
    """Read a time of day."""
    if isinstance(value, str):
        return _of_text(value)
    if isinstance(value, time | datetime):
        return _of_moment(value)
    if isinstance(value, timedelta):
        return _of_share(value / _DAY, value)
    if is_figure(value):
        return _of_number(value)
    return doubtful("CEL-12", value)


def read_time_range(value: CellValue) -> TimeRange | Doubt:
    """Read a range of times such as 7:20-7:50."""
    found = None
    if isinstance(value, str) and len(value) <= _LONGEST:
        sides = _DASH.split(narrow(value))
        found = _range(*sides) if len(sides) == 2 else None  # noqa: PLR2004 - from and to
    return found or doubtful("CEL-12", value)


def read_moment(
    value: CellValue, term: Term = None, *, date_1904: bool = False
) -> datetime | Doubt:
    """Read a date with the time that may stand after it; midnight when there is none."""
    found = day_and_time(value, term, date_1904=date_1904)
    if isinstance(found, Doubt):
        return found
    return datetime.combine(found[0], found[1] or time())


def _of_text(raw: str) -> time | Doubt:
    text = narrow(raw) if len(raw) <= _LONGEST else ""
    found = clock(text) or _bare(text)
    return doubtful("CEL-12", raw, _meaning(text)) if found is None else found


def _bare(text: str) -> time | None:
    return at(int(text[:-2]), int(text[-2:])) if _BARE.fullmatch(text) else None


def _meaning(text: str) -> str | None:
    """Return what 7.30 or 3点 may mean."""
    halves = [clock(part + text) for part in ("凌晨", "下午")]
    if all(halves):
        return " / ".join(map(written, halves))
    found = clock(_OTHER_POINT.sub(":", text))
    return written(found) if found else None


def _of_moment(value: time | datetime) -> time | Doubt:
    if isinstance(value, datetime):
        if value.year > _LAST_SERIAL_YEAR and value.time() == time():
            return doubtful("CEL-12", value)  # a date, not midnight
        value = value.time()
    return value.replace(microsecond=0, tzinfo=None)


def _of_share(share: float, value: CellValue) -> time | Doubt:
    """Read a share of the day, to the second."""
    if not 0 <= share < 1:
        return doubtful("CEL-12", value)
    minutes, second = divmod(min(round(share * _DAY.total_seconds()), 86_399), 60)
    return time(*divmod(minutes, 60), second)


def _of_number(value: float) -> time | Doubt:
    if 0 < value < 1:
        return _of_share(value, value)
    found = _bare(written(value)) if 0 <= value < 10_000 else None  # noqa: PLR2004 - four digits
    return doubtful("CEL-12", value) if found is None else found


def _range(first: str, second: str) -> TimeRange | None:
    for word in "点时":  # 7-8点
        if first.isdecimal() and word in second:
            first += word
    start = clock(first)
    if start is None:
        return _bare_range(first, second)
    end = _end(first, start, second)
    return None if end is None else TimeRange(start, end)


def _bare_range(first: str, second: str) -> TimeRange | None:
    start, end = _bare(first), _bare(second)
    if start is None or end is None:
        return None
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    return TimeRange(start, end) if minutes >= _SHORTEST else None


def _end(first: str, start: time, second: str) -> time | None:
    if found := _NEXT_DAY.match(second):
        end = clock(second[found.end() :].strip())
        return end if end and end <= start else None
    if re.fullmatch("24[:点时](?:00)?", second):
        return time()
    part, end = part_of_day(first), clock(second)
    if not part or part_of_day(second) or (end and end.hour > _NOON):
        return end
    end = clock(part + second)  # 下午3:30-4:30 ends in the afternoon too
    return end if end and end > start else None
