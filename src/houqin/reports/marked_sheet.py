"""The XML of a sheet in which some cells get another format, and nothing else is touched."""

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from houqin.tables.address import column_letter, column_number

Mark = Callable[[int], int]  # the format of a cell -> that which it gets
Marks = Mapping[int, Mapping[int, Mark]]  # by row and column

_FACT = re.compile(r'\s([\w:]+)=(?:"([^"]*)"|\'([^\']*)\')')
_STYLE = re.compile(r'\ss=(?:"[^"]*"|\'[^\']*\')')
_SPANS = re.compile(r'\sspans="[^"]*"')


class UnusualFormError(Exception):
    """A sheet is written in a form that cannot be marked without harm."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Where a row stands in the XML."""

    number: int
    start: int
    end: int
    facts: str
    inside: str


class MarkedSheet:
    """One sheet, whose tags may have a prefix, while its cells are marked."""

    def __init__(self, text: str, prefix: str) -> None:
        self._text, self._prefix = text, prefix
        self._rows = self._pattern(r"<@row\b([^>]*?)(?:/>|>(.*?)</@row>)")
        self._cells = self._pattern(r"<@c\b([^>]*?)(/>|>.*?</@c>)")
        self._data = self._data_of_sheet()
        self._columns = tuple(self._column_formats())

    def marked(self, marks: Marks) -> str:
        """Return the sheet with the marks; a cell that the file does not hold is put in its place.

        Raises:
            UnusualFormError: rows or cells do not follow each other.
        """
        pieces, at = [], self._data[0]
        waiting = deque(sorted(marks))
        for row in self._each_row():
            if waiting and waiting[0] <= row.number:
                pieces.append(self._text[at : row.start])
                at = row.start
            while waiting and waiting[0] < row.number:
                pieces.append(self._new_row(waiting[0], marks[waiting.popleft()]))
            if waiting and waiting[0] == row.number:
                pieces.append(self._marked(row, marks[waiting.popleft()]))
                at = row.end
        pieces.append(self._text[at : self._data[1]])
        pieces += (self._new_row(number, marks[number]) for number in waiting)
        return f"{self._text[: self._data[0]]}{''.join(pieces)}{self._text[self._data[1] :]}"

    def _each_row(self) -> Iterator[_Row]:
        before = 0
        for found in self._rows.finditer(self._text, *self._data):
            number = int(_facts(found[1]).get("r", before + 1))
            if number <= before:
                raise UnusualFormError
            before = number
            yield _Row(number, found.start(), found.end(), found[1], found[2] or "")

    def _marked(self, row: _Row, marks: Mapping[int, Mark]) -> str:
        facts = _facts(row.facts)
        own = int(facts.get("s", "0")) if facts.get("customFormat") in ("1", "true") else None
        cells = list(self._each_cell(row.inside))
        there = {column for column, *_ in cells}
        made = [
            (column, self._restyled(head, rest, marks.get(column))) for column, head, rest in cells
        ]
        made += [
            (column, self._new_cell(row.number, column, own, mark))
            for column, mark in marks.items()
            if column not in there
        ]
        outside = self._cells.sub("", row.inside)
        spans = row.facts if there >= marks.keys() else _SPANS.sub("", row.facts)
        inside = "".join(text for _, text in sorted(made)) + outside
        return f"<{self._prefix}row{spans}>{inside}</{self._prefix}row>"

    def _each_cell(self, inside: str) -> Iterator[tuple[int, str, str]]:
        """Yield column, attributes and the rest of each cell."""
        before = 0
        for found in self._cells.finditer(inside):
            address = _facts(found[1]).get("r", "")
            letters = address.rstrip("0123456789")
            column = column_number(letters) if letters else before + 1
            if column <= before:
                raise UnusualFormError
            before = column
            yield column, found[1], found[2]

    def _restyled(self, head: str, rest: str, mark: Mark | None) -> str:
        if mark is None:
            return f"<{self._prefix}c{head}{rest}"
        style = mark(int(_facts(head).get("s", "0")))
        return f'<{self._prefix}c{_STYLE.sub("", head)} s="{style}"{rest}'

    def _new_row(self, number: int, marks: Mapping[int, Mark]) -> str:
        cells = "".join(
            self._new_cell(number, column, None, marks[column]) for column in sorted(marks)
        )
        return f'<{self._prefix}row r="{number}">{cells}</{self._prefix}row>'

    def _new_cell(self, row: int, column: int, style: int | None, mark: Mark) -> str:
        like = style if style is not None else self._column_format(column)
        return f'<{self._prefix}c r="{column_letter(column)}{row}" s="{mark(like)}"/>'

    def _column_format(self, column: int) -> int:
        return next((s for first, last, s in self._columns if first <= column <= last), 0)

    def _column_formats(self) -> Iterator[tuple[int, int, int]]:
        for tag in self._pattern(r"<@col\b([^>]*)>").findall(self._text[: self._data[0]]):
            facts = _facts(tag)
            if {"min", "max", "style"} <= facts.keys():
                yield int(facts["min"]), int(facts["max"]), int(facts["style"])

    def _data_of_sheet(self) -> tuple[int, int]:
        """Return where the rows begin and end, opening the element where it is empty.

        Raises:
            UnusualFormError: there is no such place, or more than cells stands in it.
        """
        empty = self._pattern(r"<@sheetData\b[^>]*?/>").search(self._text)
        if empty:
            data = f"<{self._prefix}sheetData></{self._prefix}sheetData>"
            self._text = f"{self._text[: empty.start()]}{data}{self._text[empty.end() :]}"
        start = self._pattern(r"<@sheetData\b[^>]*>").search(self._text)
        end = self._text.rfind(f"</{self._prefix}sheetData>")
        if start is None or end < 0 or self._text.find("<!", start.end(), end) >= 0:
            raise UnusualFormError
        return start.end(), end

    def _pattern(self, pattern: str) -> re.Pattern[str]:
        return re.compile(pattern.replace("@", re.escape(self._prefix)), re.DOTALL)


def _facts(attributes: str) -> dict[str, str]:
    return {name: one or other for name, one, other in _FACT.findall(attributes)}
