"""From when to when a duty lasts, in minutes, over midnight too."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from houqin.cells.times import TimeRange

ONE_DAY = timedelta(days=1)
ONE_MINUTE = timedelta(minutes=1)


class Span(NamedTuple):
    """From one moment to another, the end not included."""

    start: datetime
    end: datetime

    def overlap(self, other: "Span") -> int:
        """Return the minutes that two spans share; those that touch share none."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        return max(0, shared // ONE_MINUTE)

    def gap(self, other: "Span") -> timedelta:
        """Return the time between two spans that do not overlap, whichever comes first."""
        return max(self.start, other.start) - min(self.end, other.end)


def span(day: date, slot: TimeRange) -> Span:
    """Return when a duty begins and ends; an end not after the start is on the next day."""
    start, end = datetime.combine(day, slot.start), datetime.combine(day, slot.end)
    return Span(start, end if end > start else end + ONE_DAY)


def whole_days(first: date, last: date, at: time | None = None, until: time | None = None) -> Span:
    """Return a span of days, the first and the last perhaps in part."""
    end = datetime.combine(last, until) if until else datetime.combine(last, time()) + ONE_DAY
    return Span(datetime.combine(first, at or time()), end)
