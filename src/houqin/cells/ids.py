"""Numbers of documents, items and people: text, whatever they look like."""

import re

from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.figures import is_figure
from houqin.cells.text import fold
from houqin.cells.values import CellValue
from houqin.cells.writing import written

_CLEAN = re.compile(r"[!-*,-~]+")  # visible ASCII; a plus may be the sign of a power of ten
_POWER_OF_TEN = re.compile(r"[0-9](?:\.[0-9]*)?[Ee]\+[0-9]+")
_MOST = 10**15  # Excel keeps fifteen digits


def read_id(value: CellValue) -> str | Doubt:
    """Read an id: letters and digits as typed, in half width, without white space."""
    if isinstance(value, str):
        return value if _CLEAN.fullmatch(value) else _tidied(value)
    if is_figure(value) and 0 <= value < _MOST:
        return written(value)
    return doubtful("CEL-15", value)


def _tidied(text: str) -> str | Doubt:
    tidy = fold(fold(text).replace(" ", ""))  # letter and accent may meet only now
    if not tidy or _POWER_OF_TEN.fullmatch(tidy):
        return doubtful("CEL-15", text)
    return tidy
