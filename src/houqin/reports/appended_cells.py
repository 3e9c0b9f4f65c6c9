"""Cells as the XML of a sheet holds them: text as text, days as serial numbers that show as days."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import isfinite
from xml.sax.saxutils import escape

from houqin.cells.values import CellError, CellValue, Uncached
from houqin.cells.writing import written
from houqin.reports.appended_sheet import NotFreeError, Row, SheetText
from houqin.reports.appended_styles import Styles
from houqin.tables.address import column_letter

_DAY = timedelta(days=1)
_ZERO_1900, _ZERO_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001
_ERRORS = frozenset(("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"))
# what XML cannot hold is written _x0007_, and so what only looks like that
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of the table's own, as its part writes it; no value of a cell ever is one."""

    text: str


Written = CellValue | Formula


@dataclass(frozen=True, slots=True)
class Frame:
    """What a new row takes from its table."""

    like: int | None  # the row whose look it has
    right: int  # the last column of the table
    formulas: Mapping[int, str] = field(default_factory=dict)  # by column


class CellWriter:
    """Writes rows of one sheet."""

    def __init__(self, styles: Styles, sheet: SheetText, *, date_1904: bool) -> None:
        self._styles = styles
        self._sheet = sheet
        self._prefix = sheet.prefix
        self._zero = _ZERO_1904 if date_1904 else _ZERO_1900

    def rows(
        self, values: Mapping[int, Sequence[CellValue]], columns: Sequence[int], frame: Frame
    ) -> dict[int, str]:
        """Return the XML of rows by their numbers; those that are there keep their other cells."""
        model = self._sheet.row(frame.like) if frame.like else None
        looks = {
            column: style
            for column, style in (model.styles() if model else {}).items()
            if min(columns) <= column <= frame.right
        }
        formulas = {
            column: Formula(text)
            for column, text in frame.formulas.items()
            if column not in columns
        }
        made = {}
        for number, cells in values.items():
            row = self._sheet.row(number)
            blank = all(cell is None for cell in cells)
            made[number] = self._row(
                number,
                row,
                {
                    **({} if row else dict.fromkeys(looks)),
                    **({} if blank else formulas),
                    **dict(zip(columns, cells, strict=True)),
                },
                looks,
            )
        return made

    def _row(
        self,
        number: int,
        row: Row | None,
        values: Mapping[int, Written],
        looks: Mapping[int, int],
    ) -> str:
        there = row or Row(number, "", {}, "")
        cells = {column: cell.text for column, cell in there.cells.items()}
        for column, value in values.items():
            cell = there.cells.get(column)
            if cell is not None and (
                value is None or (cell.is_filled and isinstance(value, Formula))
            ):
                continue
            if cell is not None and cell.is_filled:
                raise NotFreeError
            own = cell.style if cell else there.style
            styles = (own, looks.get(column), self._sheet.column_style(column))
            cells[column] = self._cell(f"{column_letter(column)}{number}", value, styles)
        texts = [cells[column] for column in sorted(cells)]
        return there.text(self._prefix, texts) if row or any(texts) else ""

    def _cell(self, address: str, value: Written, styles: Sequence[int | None]) -> str:
        known = [style for style in styles if style is not None]
        style = self._styles.fitting(known, None if isinstance(value, Formula) else value)
        kind, content = self._content(value, styled=style is not None)
        if not content and not known:
            return ""
        look = f' s="{style}"' if style else ""
        tag = f"{self._prefix}c"
        head = f'<{tag} r="{address}"{look}{kind}'
        return f"{head}>{content}</{tag}>" if content else f"{head}/>"

    def _content(self, value: Written, *, styled: bool) -> tuple[str, str]:
        """Return the type and the content of a cell."""
        if isinstance(value, Formula):
            return "", f"<{self._prefix}f>{value.text}</{self._prefix}f>"
        if value is None or value == "" or isinstance(value, Uncached):
            return "", ""
        return self._typed(value, styled=styled) or self._text(value)

    def _typed(self, value: CellValue, *, styled: bool) -> tuple[str, str] | None:
        """Return what is no text: a day only where the book has formats that show it."""
        if isinstance(value, bool):
            return ' t="b"', self._value(str(int(value)))
        if isinstance(value, CellError) and value.text in _ERRORS:
            return ' t="e"', self._value(value.text)
        if isinstance(value, int | float) and isfinite(value):
            return "", self._value(repr(value))
        if styled and isinstance(value, date | time | timedelta):
            return "", self._value(repr(self._serial(value)))
        return None

    def _value(self, text: str) -> str:
        return f"<{self._prefix}v>{text}</{self._prefix}v>"

    def _text(self, value: object) -> tuple[str, str]:
        text = held(value if isinstance(value, str) else written(value))
        p = self._prefix
        return ' t="inlineStr"', f'<{p}is><{p}t xml:space="preserve">{text}</{p}t></{p}is>'

    def _serial(self, value: date | time | timedelta) -> int | float:
        """Return how a sheet counts a day, a time or a moment."""
        if isinstance(value, timedelta):
            days = value / _DAY
        elif isinstance(value, time):
            days = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second) / _DAY
        else:
            moment = value if isinstance(value, datetime) else datetime.combine(value, time())
            days = (moment.replace(tzinfo=None) - self._zero) / _DAY
        return int(days) if days == int(days) else days


def held(text: str) -> str:
    """Return a text as the XML of a sheet holds it."""
    return escape(_UNWRITABLE.sub(_escaped, text))


def _escaped(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"
