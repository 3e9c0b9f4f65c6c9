"""Text as people type it: tidied for reading, folded for comparing."""

import re
import unicodedata
from datetime import datetime, time
from functools import lru_cache

from houqin.cells.doubtful import doubtful
from houqin.cells.doubts import Doubt
from houqin.cells.figures import is_figure
from houqin.cells.values import CellValue, Moment
from houqin.cells.writing import written

_ZERO_WIDTH = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_INVISIBLE = re.compile(f"[{_ZERO_WIDTH}]")
SEPARATORS = re.compile(r"[、，,；;/|\n]")  # of several words in one cell
_OUTER = re.compile(rf"^[\s{_ZERO_WIDTH}]+|[\s{_ZERO_WIDTH}]+$")
_REMEMBERED = 1 << 13  # texts, letters; a ledger says the same again and again
_SIGNS = str.maketrans(dict.fromkeys("‐‑‒–—―−─━", "-") | {"〜": "~", "∼": "~", "∶": ":"})


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Return text in the one form in which texts are compared."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return " ".join(text.split())


@lru_cache(maxsize=_REMEMBERED)
def unspaced(text: str) -> str:
    """Return a word or name as such are compared: width, case and spaces make no difference."""
    return fold(text).casefold().replace(" ", "")


def narrow(text: str) -> str:
    """Return text with plain digits, letters, dashes and spaces, for reading numbers in it.

    Unlike `fold` it leaves a sign that hides a digit alone: 3² is not 32, nor is 1① 11.
    """
    if not text.isascii():
        text = "".join(map(_narrow, _INVISIBLE.sub("", text))).translate(_SIGNS)
    return " ".join(text.split())


@lru_cache(maxsize=_REMEMBERED)
def _narrow(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)
    hides_digit = not char.isdecimal() and any(part.isdecimal() for part in plain)
    return char if hides_digit else plain


def read_text(value: CellValue) -> str | Doubt:
    """Read text: as typed, without white space around it; a number or date as it is written."""
    if isinstance(value, str):
        return _OUTER.sub("", value).replace("\r\n", "\n") or doubtful("CEL-01", value)
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if is_figure(value) or isinstance(value, Moment):
        return written(value)
    return doubtful("CEL-15", value)


def read_texts(value: CellValue) -> tuple[str, ...] | Doubt:
    """Read several texts from one cell, parted by 、 or the like."""
    text = read_text(value)
    if isinstance(text, Doubt):
        return text
    parts = tuple(part.strip() for part in SEPARATORS.split(text) if part.strip())
    return parts or doubtful("CEL-15", value)
