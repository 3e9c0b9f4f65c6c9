"""Months: their days, and which of them must have been appraised."""

from calendar import monthrange
from datetime import date, timedelta

from houqin.book import Book
from houqin.cells.months import months_between

DUE_DAYS = "appraisal.due_days"


def first_day(month: str) -> date:
    """Return the first day of a month such as 2020-05."""
    return date(int(month[:4]), int(month[5:]), 1)


def last_day(month: str) -> date:
    """Return the last day of a month such as 2020-05."""
    first = first_day(month)
    return first.replace(day=monthrange(first.year, first.month)[1])


def days_of(month: str) -> tuple[date, date]:
    """Return the first and the last day of a month such as 2020-05."""
    return first_day(month), last_day(month)


def in_term(month: str, book: Book) -> tuple[date, date]:
    """Return the first and the last day of a month, as far as it lies in the term."""
    start, end = book.calendar.term or (first_day(month), last_day(month))
    return max(start, first_day(month)), min(end, last_day(month))


def months_due(book: Book) -> list[str]:
    """Return the months of the term whose appraisal must be there by the as-of date.

    Those of the period whose days of grace on 参数 have passed; none without a term.
    """
    grace = book.settings.number(DUE_DAYS)
    if book.calendar.term is None or grace is None:
        return []
    return [
        month
        for month in months_between(*book.calendar.term)
        if last_day(month) + timedelta(days=int(grace)) <= book.as_of
        and in_term(month, book)[1] in book.period
    ]
