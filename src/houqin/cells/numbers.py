"""Numbers: whole and decimal, percentages, body temperatures."""

import re
from collections.abc import Callable, Collection
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.figures import is_figure
from houqin.cells.numerals import SIGNS, numeral_value
from houqin.cells.slips import mended
from houqin.cells.text import narrow
from houqin.cells.values import CellValue
from houqin.cells.writing import written

COUNTERS = frozenset(("人", "名", "位", "个", "次", "份"))

_LONGEST = 60
_MOST = 10**15  # Excel keeps fifteen digits
_FINEST = Decimal("1e-12")
_SCALES = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}
_ARABIC = re.compile(
    r"(?P<sign>[+-]?) ?"
    r"(?P<whole>[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+|(?=\.[0-9]))"
    r"(?: ?\. ?(?P<part>[0-9]+))? ?(?P<scale>[万亿]?) ?(?P<rest>.*)"
)
_NUMERAL = re.compile(rf"(?P<numeral>[{SIGNS}]+) ?(?P<rest>.*)")
_NUMBER_LIKE = re.compile(rf"[0-9]|[{SIGNS}]{{2}}|[{SIGNS}][多余几来半]|[几数][十百千万]|半")


class Leading(NamedTuple):
    """The number at the start of a cell, and what stands after it."""

    number: Decimal
    rest: str = ""
    spelled: bool = False  # in Chinese numerals


def read_number(value: CellValue, units: Collection[str] = COUNTERS) -> Decimal | Doubt:
    """Read a number; one of the units may stand after it."""
    leading = leading_number(value)
    if leading is not None and (not leading.rest or leading.rest in units):
        return leading.number
    return doubtful_number(value, lambda text: read_number(text, units))


def read_whole(value: CellValue, units: Collection[str] = COUNTERS) -> int | Doubt:
    """Read a whole number; one of the units may stand after it."""
    number = read_number(value, units)
    if isinstance(number, Doubt):
        return number
    return int(number) if number == int(number) else doubtful("CEL-09", value)


def read_percent(value: CellValue) -> Decimal | Doubt:
    """Read a percentage as a fraction of one; a number above one needs its sign."""
    leading = leading_number(value)
    if leading is None or leading.rest not in {"", "%"}:
        return doubtful_number(value, read_percent)
    number = leading.number.scaleb(-2) if leading.rest else leading.number
    if 0 <= number <= 1:
        return number
    if leading.rest or not 0 < number <= 100:  # noqa: PLR2004 - per cent
        return _out_of("0%", "100%", value)
    return doubtful("CEL-08", value, f"{written(number)}%")


def read_temperature(value: CellValue) -> Decimal | Doubt:
    """Read a body temperature in degrees Celsius."""
    leading = leading_number(value)
    number = None if leading is None else _degrees(leading)
    if number is None:
        return doubtful_number(value, read_temperature)
    if _is_body_heat(number):
        return number
    pointed = [number.scaleb(-shift) for shift in (1, 2)]
    if number == int(number) and (lost := [heat for heat in pointed if _is_body_heat(heat)]):
        return doubtful("CEL-08", value, lost[0])
    return _out_of(written(_COLDEST), written(_HOTTEST), value)


def _out_of(low: str, high: str, value: CellValue) -> Doubt:
    limits = {"limit": f"在 {low} 到 {high} 之间", "limit_en": f"from {low} to {high}"}
    return doubtful("CEL-10", value, **limits)


def leading_number(value: CellValue) -> Leading | None:
    """Split a cell into the number at its start and the rest."""
    if isinstance(value, str):
        return _of_text(narrow(value)) if len(value) <= _LONGEST else None
    exact = is_figure(value) and abs(value) < _MOST
    return Leading(_sound(Decimal(f"{value:.15g}"))) if exact else None


def doubtful_number(value: CellValue, read: Callable[[str], object]) -> Doubt:
    """Say whether a cell is no number at all or a doubtful one, and what it may mean."""
    if isinstance(value, str) and _NUMBER_LIKE.search(narrow(value[:_LONGEST])):
        return doubtful("CEL-08", value, _meant(value, read))
    if is_figure(value):
        return doubtful("CEL-08", value)  # too long to be exact
    return doubtful("CEL-07", value)


def _meant(text: str, read: Callable[[str], object]) -> object:
    plain = narrow(text[:_LONGEST])
    meaning = None if mended(plain) == plain else read(mended(plain))
    return None if isinstance(meaning, Doubt) else meaning


def _of_text(text: str) -> Leading | None:
    if found := _ARABIC.fullmatch(text):
        sign, whole, part, scale, rest = found.group("sign", "whole", "part", "scale", "rest")
        number = Decimal(f"{sign}{whole.replace(',', '')}.{part or 0}")
        return Leading(_sound(number * _SCALES[scale]), rest) if abs(number) < _MOST else None
    if found := _NUMERAL.fullmatch(text):
        counted = numeral_value(found["numeral"])
        return None if counted is None else Leading(Decimal(counted), found["rest"], spelled=True)
    return None


def _sound(number: Decimal) -> Decimal:
    """Drop digits that no one typed, such as those of 0.1 + 0.2."""
    if not number:
        return Decimal(0)
    exponent = number.as_tuple().exponent
    fine = isinstance(exponent, int) and exponent < -12  # noqa: PLR2004
    return number.quantize(_FINEST, ROUND_HALF_UP) if fine else number


_COLDEST, _HOTTEST = Decimal(30), Decimal(45)  # what a thermometer for people can show
_DEGREES = re.compile(r"(?:°C|℃|°|C|度|摄氏度)?|度(?P<tenth>[0-9])")


def _degrees(leading: Leading) -> Decimal | None:
    found = _DEGREES.fullmatch(leading.rest)
    if not found:
        return None
    if tenth := found["tenth"]:
        whole = leading.number == int(leading.number)
        return leading.number + Decimal(tenth).scaleb(-1) if whole else None
    return leading.number


def _is_body_heat(number: Decimal) -> bool:
    return _COLDEST <= number <= _HOTTEST
