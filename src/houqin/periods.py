"""Which days a report is about: a month, a range, or the term so far."""

import re
from calendar import monthrange
from datetime import date

from houqin.book import Period
from houqin.errors import HouqinError

MONTH = re.compile(r"(\d{4})-(\d\d)")
RANGE = re.compile(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)")


class PeriodError(HouqinError):
    """The text asked for is no period."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"期间“{text}”看不懂，请写 2020-05、2020-05-01..2020-05-31 或 term。"
            f" / The period {text!r} is not understood; write 2020-05, 2020-05-01..2020-05-31 or term."
        )


def period_of(text: str, term: tuple[date, date] | None, as_of: date) -> Period:
    """Return the period meant; `term` or nothing means the term up to the as-of date.

    Raises:
        PeriodError: the text is none of the three forms, or ends before it begins.
    """
    if text in ("", "term"):
        start = term[0] if term else date(as_of.year, 1, 1)
        return Period(start, max(start, min(as_of, term[1] if term else as_of)))
    period = _stated(text)
    if period is None or period.end < period.start:
        raise PeriodError(text)
    return period


def _stated(text: str) -> Period | None:
    try:
        if month := MONTH.fullmatch(text):
            year, number = int(month[1]), int(month[2])
            return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]))
        if span := RANGE.fullmatch(text):
            return Period(date.fromisoformat(span[1]), date.fromisoformat(span[2]))
    except ValueError:
        return None
    return None
