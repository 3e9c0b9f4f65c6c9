"""What Excel makes of a string that is written to a cell, unless the cell is formatted as text.

As Excel in China reads: year before month before day. Where Excel's own way was not known, the
reading that changes the string is taken, so that a text which is not protected shows in the tests.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

GENERAL = "General"
EPOCH = date(1899, 12, 30)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DIGITS = 15  # that Excel keeps of a number
ERRORS = ("#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")


class Kind(Enum):
    """What a cell can hold."""

    NOTHING = auto()
    TEXT = auto()
    NUMBER = auto()
    TRUTH = auto()
    FORMULA = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a cell after a write, and the format that a cell without one takes on."""

    kind: Kind
    value: str | float = ""
    number_format: str = GENERAL


NOTHING = Entry(Kind.NOTHING)

_PERHAPS = re.compile(
    r"[\s\d０-９＋－．（￥＃＠+\-.(¥$€#@A-Za-zＡ-Ｚａ-ｚ上下]"
)  # of more than text

_NUMBER = re.compile(r"[+-]?(?:\d+(?:,\d{3})+|\d+)?(?:\.\d*)?(e[+-]?\d+)?", re.IGNORECASE)
_FRACTION = re.compile(r"([+-]?)(\d+) (\d+)/(\d+)")
_MONEY = re.compile(r"([+-]?)[¥$€]([+-]?)(.+)")
_IN_BRACKETS = re.compile(r"\((.+)\)")
_TIME = re.compile(
    r"(上午|下午)?(\d{1,4}):(\d{1,2})(?::(\d{1,2}(?:\.\d*)?))? ?([ap]m?)?", re.IGNORECASE
)
_DATES: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), order, form)
    for pattern, order, form in (
        (r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})", "y-md", "yyyy/m/d"),
        (r"(\d{2})([-/])(\d{1,2})\2(\d{1,2})", "y-md", "yyyy/m/d"),
        (r"(\d{1,2})([-/])(\d{1,2})\2(\d{4})", "m-dy", "yyyy/m/d"),
        (r"(\d{4})[-/](\d{1,2})", "ym", "mmm-yy"),
        (r"(\d{1,2})[-/](\d{4})", "my", "mmm-yy"),
        (r"(\d{1,2})[-/](\d{1,2})", "md", 'm"月"d"日"'),
        (r"(\d{4})年(\d{1,2})月(\d{1,2})日", "ymd", 'yyyy"年"m"月"d"日"'),
        (r"(\d{4})年(\d{1,2})月", "ym", 'yyyy"年"m"月"'),
        (r"(\d{1,2})月(\d{1,2})日", "md", 'm"月"d"日"'),
        (r"(\d{1,2})[- ]?([a-z]{3,9})", "dm", "d-mmm"),
        (r"([a-z]{3,9})[- ]?(\d{1,2})", "md", "d-mmm"),
        (r"(\d{1,2})[- ]([a-z]{3,9})[- ](\d{2,4})", "dmy", "d-mmm-yy"),
    )
)


def as_typed(text: str, year: int) -> Entry:
    """Return what Excel makes of a string; a date without a year lies in `year`.

    Raises:
        ValueError: Excel refuses it.
    """
    if text.startswith("'"):
        return Entry(Kind.TEXT, text[1:])
    if text.startswith("=") and len(text) > 1:
        return Entry(Kind.FORMULA, text)
    if not _PERHAPS.match(text):
        return Entry(Kind.TEXT, text) if text else NOTHING
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return Entry(Kind.TEXT, text)
    for read in (_truth, _error, _number, _money, _percent, _fraction, _negative):
        entry = read(plain)
        if entry is not None:
            return entry
    return _moment(plain, year) or _formula(plain) or Entry(Kind.TEXT, text)


def _truth(text: str) -> Entry | None:
    known = {"true": 1.0, "false": 0.0}
    found = known.get(text.lower())
    return None if found is None else Entry(Kind.TRUTH, found)


def _error(text: str) -> Entry | None:
    return Entry(Kind.FORMULA, f"={text.upper()}") if text.upper() in ERRORS else None


def _number(text: str) -> Entry | None:
    found = _NUMBER.fullmatch(text)
    if found is None or not any(each.isdigit() for each in text):
        return None
    form = "0.00E+00" if found[1] else _grouped(text)
    return Entry(Kind.NUMBER, as_kept(float(text.replace(",", ""))), form)


def _grouped(text: str) -> str:
    return ("#,##0.00" if "." in text else "#,##0") if "," in text else GENERAL


def as_kept(number: float) -> float:
    """Return a number with the digits that Excel keeps of what is typed."""
    return float(f"{number:.{DIGITS}g}")


def _money(text: str) -> Entry | None:
    found = _MONEY.fullmatch(text)
    amount = found and _number(f"{found[1]}{found[2]}{found[3]}".replace("+", ""))
    if not amount or amount.number_format == "0.00E+00":
        return None
    return Entry(Kind.NUMBER, amount.value, "¥#,##0.00" if "." in text else "¥#,##0")


def _percent(text: str) -> Entry | None:
    found = _number(text[:-1].strip()) if text.endswith("%") else None
    if found is None:
        return None
    share = as_kept(float(found.value) / 100)
    return Entry(Kind.NUMBER, share, "0.00%" if "." in text else "0%")


def _fraction(text: str) -> Entry | None:
    found = _FRACTION.fullmatch(text)
    if found is None or int(found[4]) == 0:
        return None
    size = int(found[2]) + int(found[3]) / int(found[4])
    return Entry(Kind.NUMBER, -size if found[1] == "-" else size, "# ?/?")


def _negative(text: str) -> Entry | None:
    found = _IN_BRACKETS.fullmatch(text)
    inner = found and _number(found[1])
    if not inner or float(inner.value) < 0:
        return None
    return Entry(Kind.NUMBER, -float(inner.value), inner.number_format)


def _moment(text: str, year: int) -> Entry | None:
    """Read a date, a time, or both."""
    day, space, time = text.partition(" ")
    both = (_day(day, year), _time(time)) if space else (None, None)
    match both:
        case (Entry() as on, Entry() as at):
            return Entry(Kind.NUMBER, float(on.value) + float(at.value), "yyyy/m/d h:mm")
        case _:
            return _day(text, year) or _time(text)


def _day(text: str, year: int) -> Entry | None:
    for pattern, order, form in _DATES:
        found = pattern.fullmatch(text)
        if found is not None:
            return _on(dict(zip(order, found.groups(), strict=True)), year, form)
    return None


def _on(parts: dict[str, str], year: int, form: str) -> Entry | None:
    try:
        day = date(
            _whole_year(parts.get("y", str(year))), _month(parts["m"]), int(parts.get("d", "1"))
        )
    except ValueError:
        return None
    return Entry(Kind.NUMBER, float((day - EPOCH).days), form)


def _whole_year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    return int(text) + (2000 if int(text) < 30 else 1900)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS.index(text[:3].lower()) + 1


def _time(text: str) -> Entry | None:
    found = _TIME.fullmatch(text)
    if found is None or int(found[3]) > 59:
        return None
    half = found[1] or (found[5] or "").lower()[:1]
    hour = int(found[2])
    if half:
        hour = hour % 12 + (12 if half in ("下午", "p") else 0)
    seconds = hour * 3600 + int(found[3]) * 60 + float(found[4] or 0)
    form = "[h]:mm:ss" if hour > 23 else "h:mm:ss" if found[4] else "h:mm"
    return Entry(Kind.NUMBER, seconds / 86400, form)


def _formula(text: str) -> Entry | None:
    """Read what begins like a calculation.

    Raises:
        ValueError: it begins like a function that Excel does not know.
    """
    if text.startswith("@"):
        raise ValueError(f"That function isn't valid: {text}")
    if text[0] in "+-" and len(text) > 1:
        return Entry(Kind.FORMULA, f"={text}")
    return None
