"""Shapes of dates that are never read, and the days that each of them may mean."""

import re
from collections.abc import Callable
from datetime import date

from houqin.cells.serials import YEARS, day, serial_moment

Term = tuple[date, date] | None

LEAP_YEAR = 2000

_GAP = r"[\s\-/\\.,、_年月]+"
_TWO = "([0-9]{1,2})"


def meanings(text: str, term: Term) -> list[date] | None:
    """Return the days that a doubtful text may mean, or None when it has no such shape."""
    for shape, days in _SHAPES:
        if found := shape.fullmatch(text):
            return days(found, term)
    return None


def days_in_term(month: int, day_of_month: int, term: Term) -> list[date]:
    """Return the days of this month and day that lie in the term."""
    if term is None:
        return []
    years = range(term[0].year, term[1].year + 1)
    return _within([day(year, month, day_of_month) for year in years], term)


def _within(days: list[date | None], term: Term) -> list[date]:
    return [each for each in days if each and term and term[0] <= each <= term[1]]


def _without_year(found: re.Match[str], term: Term) -> list[date]:
    """5.12: month and day, of the term."""
    return days_in_term(int(found[1]), int(found[2]), term)


def _short_year(found: re.Match[str], term: Term) -> list[date]:
    """20-5-12 or 200512: a day of this century, if the term or the word 年 says so."""
    meant = day(2000 + int(found[1]), int(found[2]), int(found[3]))
    return [meant] if meant and "年" in found[0] else _within([meant], term)


def _year_last(found: re.Match[str], _term: Term) -> list[date]:
    """12/5/2020: month and day in either order."""
    first, second, year = map(int, found.groups())
    both = (day(year, first, second), day(year, second, first)) if year in YEARS else ()
    return [each for each in dict.fromkeys(both) if each]


def _zero_lost(found: re.Match[str], _term: Term) -> list[date]:
    """2020512: the month lost its zero, unless the day may have lost it too."""
    digits = found[0]
    if int(digits[4:6]) in range(1, 13) or int(digits[:4]) not in YEARS:
        return []
    meant = day(int(digits[:4]), int(digits[4]), int(digits[5:]))
    return [meant] if meant else []


def _serial_as_text(found: re.Match[str], term: Term) -> list[date]:
    moment = serial_moment(int(found[0]))
    return _within([moment.date() if moment else None], term)


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Term], list[date]]], ...] = (
    (re.compile(rf"{_TWO}{_GAP}{_TWO}[日号]?"), _without_year),
    (re.compile(rf"([0-9]{{2}}){_GAP}{_TWO}{_GAP}{_TWO}[日号]?"), _short_year),
    (re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})"), _short_year),
    (re.compile(rf"{_TWO}{_GAP}{_TWO}{_GAP}([0-9]{{4}})年?"), _year_last),
    (re.compile(r"[0-9]{7}"), _zero_lost),
    (re.compile(r"[0-9]{5}"), _serial_as_text),
)
