"""Number formats: Excel's codes, LibreOffice's keys for them, and where in a block they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.office.engine.area import Area
from tests.office.uno_api import UnoError, struct

GENERAL = "General"
TEXT = "@"
TRUTH = "BOOLEAN"

_DATE, _CURRENCY, _LOGICAL = 2, 8, 1024  # com.sun.star.util.NumberFormat
_PIECE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|AM/PM|A/P|General|BOOLEAN|[^"\\\[A-Z]+|[A-Z]')
_MONEY = re.compile(r"^[\s_(]*(?:\[\$[¥￥$€][^\]]*\]|\"[¥￥$€]\"|\\?[¥￥$€])")


@dataclass(frozen=True, slots=True)
class Format:
    """One number format of a document."""

    key: int
    code: str
    kind: int

    @property
    def is_day(self) -> bool:
        """Whether Excel gives such a number as a date; a mere time of day it gives as a number."""
        return bool(self.kind & _DATE)

    @property
    def is_money(self) -> bool:
        """Whether Excel gives such a number as an amount of money."""
        return bool(self.kind & _CURRENCY) or bool(_MONEY.match(self.code))

    @property
    def is_truth(self) -> bool:
        """Whether LibreOffice shows such a number as TRUE or FALSE; for Excel it is one."""
        return bool(self.kind & _LOGICAL)


class Formats:
    """The number formats of one document; each is looked up once."""

    def __init__(self, document: Any) -> None:
        self._formats = document.NumberFormats
        self._locale = struct("lang.Locale", Language="en", Country="US")
        self._by_key: dict[int, Format] = {}
        self._keys: dict[str, int] = {}

    def of(self, key: int) -> Format:
        """Return the format behind a key."""
        if key not in self._by_key:
            found = self._formats.getByKey(key)
            self._by_key[key] = Format(key, as_excel_writes(found.FormatString), found.Type)
        return self._by_key[key]

    def key(self, code: str) -> int:
        """Return the key of one of Excel's codes.

        Raises:
            ValueError: it is no format.
        """
        if code not in self._keys:
            self._keys[code] = self._key(code)
        return self._keys[code]

    def _key(self, code: str) -> int:
        if code == GENERAL:
            return 0
        known = self._formats.queryKey(code, self._locale, False)
        if known != -1:
            return int(known)
        try:
            return int(self._formats.addNew(code, self._locale))
        except UnoError as error:
            raise ValueError(f"Excel knows no number format {code!r}.") from error


class Group:
    """Cells of the same attributes; what is asked about them is asked once."""

    def __init__(self, cells: Any, formats: Formats) -> None:
        self.cells = cells
        self._formats = formats

    @cached_property
    def format(self) -> Format:
        """Their number format."""
        return self._formats.of(self.cells.NumberFormat)

    @cached_property
    def areas(self) -> Sequence[Area]:
        """Where they lie."""
        return tuple(Area.of(address) for address in self.cells.RangeAddresses)


def groups_of(cells: Any, formats: Formats) -> Iterator[Group]:
    """Return the cells of a UNO range by their attributes: as many calls as there are kinds."""
    found = cells.getUniqueCellFormatRanges()
    for index in range(found.Count):
        yield Group(found.getByIndex(index), formats)


def as_excel_writes(code: str) -> str:
    """Return the code of a format as Excel writes it, where LibreOffice writes YYYY-MM-DD."""
    return "".join(_piece(found[0]) for found in _PIECE.finditer(code))


def _piece(text: str) -> str:
    if text[0] == "[":
        inner = text[1:-1]
        is_color = len(inner) > 2 and inner.isalpha()
        return (
            f"[{inner.capitalize() if is_color else inner.lower() if inner.isalpha() else inner}]"
        )
    return text.lower() if text in tuple("YMDHSG") else text
