"""Classes: six-five however it is written, as 6.5."""

import re
from datetime import date

from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.figures import is_figure
from houqin.cells.numerals import numeral_value
from houqin.cells.text import fold
from houqin.cells.values import CellValue
from houqin.cells.writing import written

GRADES = range(1, 13)
CLASSES = range(1, 41)

_LONGEST = 20
_NUMBER = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_STAGES = {"": (0, GRADES), "初": (6, range(1, 4)), "高": (9, range(1, 4))}
_CLASS = re.compile(
    rf"(?P<stage>[初高]?)中?(?P<grade>{_NUMBER})(?P<link>年级|年|[.\-–—]?)"
    rf"(?:第?(?P<bare>{_NUMBER})|\((?P<bracketed>{_NUMBER})\))(?P<end>班?)"
)
_DIGITS = re.compile(r"(?P<grade>[0-9]{1,2})(?P<class_>[0-9]{2})班?")


def read_class(value: CellValue) -> str | Doubt:
    """Read a class as grade.class."""
    if isinstance(value, date):  # Excel makes a date of 6-5
        return doubtful("CEL-13", value, _name(value.month, value.day))
    if not isinstance(value, str) and not is_figure(value):
        return doubtful("CEL-13", value)
    text = fold(written(value)[: _LONGEST + 1]).replace(" ", "").removesuffix("。")
    found = _in_digits(text) or _in_parts(text)
    return found or doubtful("CEL-13", value, _two_digits(text))


def _in_digits(text: str) -> str | None:
    found = _DIGITS.fullmatch(text)
    return _name(int(found["grade"]), int(found["class_"])) if found else None


def _in_parts(text: str) -> str | None:
    found = _CLASS.fullmatch(text)
    if found is None or not _is_parted(found):
        return None
    shift, grades = _STAGES[found["stage"]]
    grade = _value(found["grade"])
    if grade not in grades:
        return None
    return _name(grade + shift, _value(found["bare"] or found["bracketed"]))


def _is_parted(found: re.Match[str]) -> bool:
    """Tell whether grade and class cannot be one number: 六5, 六五班, but not 65 or 十二班."""
    grade, class_ = found["grade"], found["bare"]
    if found["link"] or class_ is None or grade.isascii() != class_.isascii():
        return True
    single = len(grade) == len(class_) == 1 and "十" not in grade + class_
    return single and not grade.isascii() and found["end"] == "班"


def _value(number: str) -> int:
    return int(number) if number.isascii() else numeral_value(number) or 0


def _name(grade: int, class_: int) -> str | None:
    return f"{grade}.{class_}" if grade in GRADES and class_ in CLASSES else None


def _two_digits(text: str) -> str | None:
    return _name(int(text[0]), int(text[1])) if re.fullmatch("[0-9]{2}", text) else None
