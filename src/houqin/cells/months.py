"""Months of a year, as 2020-05."""

import re
from datetime import date

from houqin.cells.dates import read_date
from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.figures import is_figure
from houqin.cells.numerals import numeral_value
from houqin.cells.serials import YEARS
from houqin.cells.text import fold
from houqin.cells.values import CellValue
from houqin.cells.writing import written

_LONGEST = 20
_NUMBER = "[0-9]{1,2}|[一二三四五六七八九十]{1,2}"
_WITH_YEAR = re.compile(rf"(?P<year>[0-9]{{4}})(?:年|[-/.])(?P<month>{_NUMBER})(?:月份?)?")
_ALONE = re.compile(rf"(?P<month>{_NUMBER})月份?")
_DIGITS = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})")
_LOST_ZERO = re.compile(r"[0-9]{4}\.1")
_LAST = 12

Term = tuple[date, date] | None


def read_month(value: CellValue, term: Term = None, *, date_1904: bool = False) -> str | Doubt:
    """Read a month; one without a year is read when exactly one such month meets the term.

    Excel makes the first day of the month of what is typed as 2020-05; a later day of it
    is a date, and no month.
    """
    day = value if isinstance(value, str) else read_date(value, term, date_1904=date_1904)
    if isinstance(day, date):
        return _named(day) if day.day == 1 else doubtful("CEL-19", value, _named(day))
    text = _plain(value)
    if found := _DIGITS.fullmatch(text) or _WITH_YEAR.fullmatch(text):
        return _of(int(found["year"]), _number(found["month"])) or doubtful("CEL-19", value)
    alone = _ALONE.fullmatch(text) if isinstance(value, str) else None
    months = _in_term(_number(alone["month"]), term) if alone else []
    return months[0] if len(months) == 1 else doubtful("CEL-19", value)


def months_between(start: date, end: date) -> list[str]:
    """Return the months from one day's to another's, both included.

    >>> months_between(date(2019, 12, 30), date(2020, 1, 2))
    ['2019-12', '2020-01']
    """
    numbers = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def _plain(value: CellValue) -> str:
    """Return a text or a number as it is compared; 2020.1 is none, for it may have been 2020.10."""
    text = value if isinstance(value, str) else written(value) if is_figure(value) else ""
    if is_figure(value) and _LOST_ZERO.fullmatch(text):
        return ""
    return fold(text[: _LONGEST + 1]).replace(" ", "").removesuffix("。")


def _of(year: int, month: int) -> str | None:
    return f"{year}-{month:02}" if year in YEARS and 1 <= month <= _LAST else None


def _named(day: date) -> str:
    return f"{day:%Y-%m}"


def _number(text: str) -> int:
    return int(text) if text.isascii() else numeral_value(text) or 0


def _in_term(month: int, term: Term) -> list[str]:
    if term is None:
        return []
    return [each for each in months_between(*term) if int(each[-2:]) == month]
