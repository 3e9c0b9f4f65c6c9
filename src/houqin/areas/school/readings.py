"""How the value of a setting is read: each kind of setting has its own reader."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from houqin.cells.dates import read_date
from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.numbers import read_number, read_percent, read_whole
from houqin.cells.text import fold, read_text
from houqin.cells.values import CellValue
from houqin.cells.writing import written
from houqin.periods import stated_period
from houqin.problems import Both
from houqin.settings import SettingValue

Stated = int | float | str | None
RATE_UNITS = ("", "%")

# What each kind of setting asks for, as the words of a problem say it.
EXPECTED: Mapping[str, Both] = {
    "whole": Both("整数", "a whole number"),
    "number": Both("数字", "a number"),
    "rate": Both(
        "0% 到 100% 的比例，如 95% 或 0.95", "a rate from 0% to 100%, such as 95% or 0.95"
    ),
    "date": Both("日期，如 2020-05-12", "a date such as 2020-05-12"),
    "text": Both("文字", "text"),
    "choice": Both("清单中的值", "a value of its list"),
    "period": Both(
        "term、2020-05（单元格设为文本）或 2020-05-01..2020-05-31",
        "term, 2020-05 (the cell set to text) or 2020-05-01..2020-05-31",
    ),
}
TERM = ("term", "学期", "本学期", "全学期")


def read_value(kind: str, value: CellValue, unit: str = "") -> SettingValue | Doubt:
    """Read the value of a setting of a kind; its unit may stand after the number."""
    return _READERS[kind](value, unit)


def _whole(value: CellValue, unit: str) -> Decimal | Doubt:
    number = read_whole(value, (unit,))
    return number if isinstance(number, Doubt) else Decimal(number)


def _number(value: CellValue, unit: str) -> Decimal | Doubt:
    return read_number(value, (unit,))


def _rate(value: CellValue, unit: str) -> Decimal | Doubt:
    """Read a rate as a fraction; with another unit it is no rate but a number.

    A bare number beside the unit % counts per cents. Up to 1 it may as well be the
    fraction that a cell formatted as 50% holds, and nobody can tell.
    """
    if unit not in RATE_UNITS:
        return read_number(value, (unit,))
    number = read_number(value, ())
    if unit != "%" or isinstance(number, Doubt) or not number:
        return read_percent(value)
    if 0 < number <= 1:
        return doubtful("CEL-08", value, f"{written(number * 100)}%")
    return read_percent(f"{written(number)}%")


def _date(value: CellValue, _: str) -> date | Doubt:
    return read_date(value, None)


def _text(value: CellValue, _: str) -> str | Doubt:
    return read_text(value)


def _period(value: CellValue, _: str) -> str | Doubt:
    text = read_text(value)
    if isinstance(text, Doubt):
        return text
    plain = fold(text).lower().replace(" ", "")
    if plain in TERM:
        return "term"
    return plain if stated_period(plain) else doubtful("CEL-14", value)


_READERS: Mapping[str, Callable[[Any, str], SettingValue | Doubt]] = {
    "whole": _whole,
    "number": _number,
    "rate": _rate,
    "date": _date,
    "text": _text,
    "choice": _text,
    "period": _period,
}
