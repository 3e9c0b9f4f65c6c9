"""The cell formats of a workbook: which one shows a value as what it is, and a new one where none does."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum

from houqin.cells.values import CellValue
from houqin.reports.cell_formats import CellFormats

_FORMATS = re.compile(r"<(?:\w+:)?numFmt\b[^>]*>")
_ATTRIBUTE = re.compile(r'\s(\w+)="([^"]*)"')
# what only looks like a sign: quoted words, escaped letters, colours, and room for a letter
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|am/pm|a/p', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DAY, _CLOCK = frozenset({"day"}), frozenset({"clock"})
_LASTING, _PLAIN = frozenset({"clock", "lasting"}), frozenset[str]()
_BUILT_IN = {
    **dict.fromkeys((*range(14, 18), *range(27, 32), 36, *range(50, 55), 57, 58), _DAY),
    **dict.fromkeys((*range(18, 22), *range(32, 36), 45, 47, 55, 56), _CLOCK),
    22: _DAY | _CLOCK,
    46: _LASTING,
}


class Kind(Enum):
    """What a format must show of a value, and the built-in format that does."""

    DAY = 14
    MOMENT = 22
    CLOCK = 20
    LASTING = 46
    NUMBER = 0
    ANY = -1


def kind_of(value: CellValue) -> Kind:
    """Return what must be seen of a value."""
    if isinstance(value, datetime):
        return Kind.DAY if value.time() == time() else Kind.MOMENT
    for types, kind in ((date, Kind.DAY), (time, Kind.CLOCK), (timedelta, Kind.LASTING)):
        if isinstance(value, types):
            return kind
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return Kind.NUMBER if number else Kind.ANY


def shows(code: str) -> frozenset[str]:
    """Return what a number format shows of a date or time.

    >>> sorted(shows("yyyy-mm-dd hh:mm")), sorted(shows('#,##0.00"d"')), sorted(shows("[h]:mm"))
    (['clock', 'day'], [], ['clock', 'lasting'])
    """
    if _ELAPSED.search(code):
        return _LASTING
    letters = set(_LITERAL.sub("", code.partition(";")[0]).lower())
    clock = _CLOCK if letters & {"h", "s"} else _PLAIN
    day = _DAY if letters & {"y", "d"} or ("m" in letters and not clock) else _PLAIN
    return day | clock


class Styles:
    """The cell formats of a workbook by their numbers."""

    def __init__(self, text: str) -> None:
        self._known = CellFormats(text)
        self._codes = dict(_codes(text))
        self._chosen: dict[tuple[tuple[int, ...], Kind], int | None] = {}

    @property
    def grown(self) -> bool:
        """Tell whether formats were added."""
        return self._known.grown

    def fitting(self, styles: Sequence[int], value: CellValue) -> int | None:
        """Return the first of some formats that shows a value as what it is.

        Where none does, it is a new one that differs from the first by its number format
        only; None where the workbook knows no formats at all.
        """
        asked = (tuple(styles), kind_of(value))
        if asked not in self._chosen:
            self._chosen[asked] = self._choice(*asked)
        return self._chosen[asked]

    def _choice(self, styles: Sequence[int], kind: Kind) -> int | None:
        formats = self._known.formats
        known = [style for style in styles if style < len(formats)]
        fits = next((style for style in known if self._fits(style, kind)), None)
        if fits is not None or not formats:
            return fits
        return 0 if self._fits(0, kind) and not known else self._new(next(iter(known), 0), kind)

    def text(self) -> str:
        """Return the part with the formats that were added."""
        return self._known.text()

    def _fits(self, style: int, kind: Kind) -> bool:
        shown = self._shown(style)
        wanted = {
            Kind.DAY: "day" in shown,
            Kind.MOMENT: {"day", "clock"} <= shown,
            Kind.CLOCK: shown == _CLOCK,
            Kind.LASTING: shown == _LASTING,
            Kind.NUMBER: not shown,
        }
        return wanted.get(kind, True)

    def _shown(self, style: int) -> frozenset[str]:
        number = int(dict(_ATTRIBUTE.findall(self._known.formats[style])).get("numFmtId", "0"))
        code = self._codes.get(number)
        return _BUILT_IN.get(number, _PLAIN) if code is None else shows(code)

    def _new(self, like: int, kind: Kind) -> int:
        return self._known.add(_with_number_format(self._known.formats[like], kind.value))


def _codes(text: str) -> Iterable[tuple[int, str]]:
    for tag in _FORMATS.findall(text):
        facts = dict(_ATTRIBUTE.findall(tag))
        if facts.get("numFmtId", "").isdecimal():
            yield int(facts["numFmtId"]), facts.get("formatCode", "").replace("&quot;", '"')


def _with_number_format(one: str, number: int) -> str:
    """Return a cell format with another number format."""
    tag = re.match(r"<(?:\w+:)?xf\b", one)
    start = tag.end() if tag else 0
    rest = re.sub(r'\s(?:numFmtId|applyNumberFormat)="[^"]*"', "", one[start:])
    return f'{one[:start]} numFmtId="{number}" applyNumberFormat="1"{rest}'
