"""Dates: true ones, serial numbers, and the ways in which people type them."""

import re
from datetime import date, datetime, time

from houqin.cells.clock import clock
from houqin.cells.date_shapes import LEAP_YEAR, Term, days_in_term, meanings
from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.figures import is_figure
from houqin.cells.numerals import digit_value, numeral_value
from houqin.cells.serials import YEARS, day, serial_moment
from houqin.cells.slips import mended
from houqin.cells.text import narrow
from houqin.cells.values import CellValue
from houqin.cells.writing import written

DayAndTime = tuple[date, time | None]

_LONGEST = 60
_GAP = r"\s\-/\\.,、_"
_FULL = re.compile(
    rf"(?P<year>[0-9]{{4}})(?:[{_GAP}年]*(?P<month>[0-9]{{2}})[{_GAP}月]*(?P<day>[0-9]{{2}})"
    rf"|[{_GAP}年]+(?P<month_>[0-9]{{1,2}})[{_GAP}月]+(?P<day_>[0-9]{{1,2}}))(?![0-9])"
    r"\s?[日号]?[.,]?\s*(?P<rest>.*)"
)
_MONTH_DAY = re.compile(r"(?P<month>[0-9]{1,2})\s?月\s?(?P<day>[0-9]{1,2})\s?[日号]\s?(?P<rest>.*)")
_STOPS = str.maketrans("。·", "..")
_WEEKDAY = re.compile(r"\s?\(?\s?(?:星期|周|礼拜)([一二三四五六日天1-7])(?![0-9至到])\s?\)?\s?")
_YEAR_NUMERAL = re.compile(r"[〇零○一二三四五六七八九]{4}(?=\s?年)")
_DAY_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}(?=\s?[月日号])")
_WORDS = re.compile(r"[^0-9A-Za-z]*[\u4e00-\u9fff][^0-9A-Za-z]*")
_DATE_LIKE = re.compile(rf"(?=.*[0-9])[0-9{_GAP}年月日号]+|.*[0-9]\s?[年月].*")


def read_date(value: CellValue, term: Term = None, *, date_1904: bool = False) -> date | Doubt:
    """Read a date; one without a year is read when exactly one such day lies in the term."""
    found = day_and_time(value, term, date_1904=date_1904)
    return found if isinstance(found, Doubt) else found[0]


def day_and_time(
    value: CellValue, term: Term = None, *, date_1904: bool = False
) -> DayAndTime | Doubt:
    """Read a date, and the time that may stand after it."""
    if isinstance(value, str):
        return _of_text(value, term) if len(value) <= _LONGEST else doubtful("CEL-04", value)
    if isinstance(value, datetime):
        return _in_years(value, value.date(), value.time().replace(microsecond=0))
    if isinstance(value, date):
        return _in_years(value, value, None)
    if is_figure(value):
        return _of_number(value, term, date_1904=date_1904)
    return doubtful("CEL-04", value)


def _in_years(raw: CellValue, found: date, clock_time: time | None) -> DayAndTime | Doubt:
    return (found, clock_time) if found.year in YEARS else doubtful("CEL-06", raw)


def _of_number(value: float, term: Term, *, date_1904: bool) -> DayAndTime | Doubt:
    if moment := serial_moment(value, date_1904=date_1904):
        return moment.date(), moment.time()
    text = written(value)
    if re.fullmatch("[0-9]{8}", text):
        return _of_text(text, term)
    lost_zero = re.fullmatch(r"[0-9]+\.[123]", text)  # 5.1 may have been typed 5.10
    return _doubt(value, None if lost_zero else meanings(text, term))


def _of_text(raw: str, term: Term) -> DayAndTime | Doubt:
    text, weekday = _without_weekday(_in_digits(narrow(raw)))
    if (without_slips := mended(text)) != text and _DATE_LIKE.fullmatch(without_slips):
        return _mended(raw, _of_text(without_slips, term))
    if found := _FULL.fullmatch(text):
        return _full(raw, found, weekday)
    if found := _MONTH_DAY.fullmatch(text):
        return _without_year(raw, found, weekday, term)
    days = meanings(text, term)
    if days is None and not _DATE_LIKE.fullmatch(text):
        return doubtful("CEL-04", raw)
    return _doubt(raw, days)


def _in_digits(text: str) -> str:
    """Write the numerals of 二〇二〇年五月十二日 as digits, and other stops as points."""
    text = text.translate(_STOPS)
    text = _YEAR_NUMERAL.sub(lambda year: "".join(map(_digit, year[0])), text)
    return _DAY_NUMERAL.sub(lambda found: str(numeral_value(found[0]) or found[0]), text)


def _digit(sign: str) -> str:
    return "0" if sign == "○" else str(digit_value(sign))


def _without_weekday(text: str) -> tuple[str, int | None]:
    """Take the weekday out of a text; Monday is 1."""
    found = _WEEKDAY.findall(text)
    if len(found) != 1:
        return text, None
    weekday = 7 if found[0] in "日天" else digit_value(found[0])
    return _WEEKDAY.sub(" ", text).strip(), weekday


def _full(raw: str, found: re.Match[str], weekday: int | None) -> DayAndTime | Doubt:
    year = int(found["year"])
    if year not in YEARS:
        return doubtful("CEL-06", raw)
    told = day(year, int(found["month"] or found["month_"]), int(found["day"] or found["day_"]))
    return doubtful("CEL-05", raw) if told is None else _told(raw, told, weekday, found["rest"])


def _without_year(
    raw: str, found: re.Match[str], weekday: int | None, term: Term
) -> DayAndTime | Doubt:
    month, day_of_month = int(found["month"]), int(found["day"])
    if day(LEAP_YEAR, month, day_of_month) is None:
        return doubtful("CEL-05", raw)
    days = days_in_term(month, day_of_month, term)
    if len(days) != 1:
        return _doubt(raw, days)
    return _told(raw, days[0], weekday, found["rest"])


def _told(raw: str, told: date, weekday: int | None, rest: str) -> DayAndTime | Doubt:
    """Judge what stands beside a date: a weekday, a time, other words."""
    if weekday not in {None, told.isoweekday()}:
        return doubtful("CEL-06", raw)
    clock_time = clock(rest.removeprefix("T"))
    if clock_time is None and rest:
        return _doubt(raw, [told] if _WORDS.fullmatch(rest) else None)
    return told, clock_time


def _mended(raw: str, meaning: DayAndTime | Doubt) -> Doubt:
    """Return the doubt about a date with slips of the hand, and what it reads as without them."""
    if isinstance(meaning, Doubt):
        return doubtful(meaning.code, raw, meaning.values.get("suggest"))
    return _doubt(raw, [meaning[0]])


def _doubt(raw: CellValue, days: list[date] | None) -> Doubt:
    """Return the doubt about a date, with the days that it may mean."""
    return doubtful("CEL-06", raw, " / ".join(map(written, days or ())) or None)
