"""Which days a report is about: a month, a range, or the term so far."""

import re
from calendar import monthrange
from datetime import date

from houqin.book import Period
from houqin.errors import Refused

MONTH = re.compile(r"(\d{4})-(\d\d)")
RANGE = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)")


def period_of(text: str, term: tuple[date, date] | None, as_of: date) -> Period:
    """Return the period meant; `term` or nothing means the term up to the as-of date.

    Raises:
        Refused: the text is none of the three forms, or ends before it begins.
    """
    if text in ("", "term"):
        start = term[0] if term else date(as_of.year, 1, 1)
        return Period(start, max(start, min(as_of, term[1] if term else as_of)))
    period = stated_period(text)
    if period is None:
        raise Refused("period", value=text)
    return period


def stated_period(text: str) -> Period | None:
    """Return the month or the range of days that a text states, None where it states none."""
    try:
        if month := MONTH.fullmatch(text):
            year, number = int(month[1]), int(month[2])
            return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]))
        if span := RANGE.fullmatch(text):
            start, end = map(date.fromisoformat, span.groups())
            return Period(start, end) if start <= end else None
    except ValueError:
        return None
    return None
