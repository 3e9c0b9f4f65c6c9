"""Phone numbers: mobiles, landlines with their area code, service numbers."""

import re

from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.figures import is_figure
from houqin.cells.slips import mended
from houqin.cells.text import narrow
from houqin.cells.values import CellValue
from houqin.cells.writing import written

_LONGEST = 40
_GAP = "[- ]?"
_MOBILE = re.compile(rf"(?:(?:\+|00)?86{_GAP})?(1[3-9][0-9]){_GAP}([0-9]{{4}}){_GAP}([0-9]{{4}})")
_SERVICE = re.compile(rf"([48]00){_GAP}([0-9]{{3}}){_GAP}([0-9]{{4}})")
_LANDLINE = re.compile(
    r"\(?(?P<area>010|02[0-9]|0[3-9][0-9]{2})\)? ?[- ]?"
    r"(?P<first>[2-8][0-9]{2,3})[- ]?(?P<last>[0-9]{4})"
    r"(?: ?(?:-|转|分机|ext\.?) ?(?P<extension>[0-9]{1,6}))?",
    re.IGNORECASE,
)


def read_phone(value: CellValue) -> str | Doubt:
    """Read a phone number as its digits; a landline as area-number or area-number-extension."""
    if is_figure(value):
        return _of_number(value)
    if not isinstance(value, str) or len(value) > _LONGEST:
        return doubtful("CEL-16", value)
    text = narrow(value)
    return _number(text) or doubtful("CEL-16", value, _number(mended(text)))


def _of_number(value: float) -> str | Doubt:
    text = written(value) if 0 <= value < 10**15 else ""
    return _number(text) or doubtful("CEL-16", value, _number(f"0{text}"))


def _number(text: str) -> str | None:
    if found := _MOBILE.fullmatch(text) or _SERVICE.fullmatch(text):
        return "".join(found.groups())
    if found := _LANDLINE.fullmatch(text):
        number = f"{found['area']}-{found['first']}{found['last']}"
        return f"{number}-{found['extension']}" if found["extension"] else number
    return None
