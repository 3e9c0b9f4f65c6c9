"""The XML of a sheet, in which rows are found, filled in and added."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from houqin.reports.appended_ranges import joined, ref_of, with_ref
from houqin.tables.address import column_number
from houqin.tables.grid import Block

_FACT = re.compile(r'\s([\w:]+)="([^"]*)"')
_SPANS = re.compile(r'\sspans="[^"]*"')
_NO_VALUE = r"\s*(?:<@v\s*/>|<@v>\s*</@v>)?\s*"


class NotFreeError(Exception):
    """A cell to be written is taken, or the sheet is in a form that cannot be mended."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell that is there already."""

    text: str
    style: int | None
    is_filled: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is there already."""

    number: int
    facts: str  # its attributes
    cells: Mapping[int, SheetCell]  # by the number of their column
    rest: str  # what stands in it besides cells

    @property
    def style(self) -> int | None:
        """The format of the cells that the file does not hold."""
        facts = dict(_FACT.findall(self.facts))
        return _number(facts.get("s")) if facts.get("customFormat") in ("1", "true") else None

    def styles(self) -> Mapping[int, int]:
        """Return the formats of its cells."""
        return {number: cell.style for number, cell in self.cells.items() if cell.style is not None}

    def text(self, prefix: str, cells: Sequence[str]) -> str:
        """Return the row with other cells."""
        facts = _SPANS.sub("", self.facts).rstrip() or f' r="{self.number}"'
        return f"<{prefix}row{facts}>{''.join(cells)}{self.rest}</{prefix}row>"


class SheetText:
    """The XML of one sheet, whose tags may have a prefix."""

    def __init__(self, text: str, prefix: str) -> None:
        self.prefix = prefix
        self._text = text
        self._row = self._pattern(r"<@row\b([^>]*?)(?:/>|>(.*?)</@row>)")
        self._cell = self._pattern(r"<@c\b([^>]*?)(?:/>|>(.*?)</@c>)")
        self._blank = self._pattern(_NO_VALUE)
        self._start, self._end = self._open_data()
        self._places = self._numbered_rows()
        self._column_styles = tuple(self._styles_of_columns())

    def row(self, number: int) -> Row | None:
        """Return a row, if the file holds it."""
        place = self._places.get(number)
        found = self._row.match(self._text, place) if place is not None else None
        if found is None:
            return None
        inner = found[2] or ""
        cells = {}
        for cell in self._cell.finditer(inner):
            facts = dict(_FACT.findall(cell[1]))
            column = column_number(facts["r"].rstrip("0123456789"))
            filled = self._blank.fullmatch(cell[2] or "") is None
            cells[column] = SheetCell(cell[0], _number(facts.get("s")), filled)
        return Row(number, found[1], cells, self._cell.sub("", inner).strip())

    def column_style(self, number: int) -> int | None:
        """Return the format of a column's cells that the file does not hold."""
        styles = (style for first, last, style in self._column_styles if first <= number <= last)
        return next(styles, None)

    def extend_filter(self, heading_row: int, added: Block) -> Block | None:
        """Let the sheet's own filter reach down to the new rows, and return what it covered."""
        tag = self._pattern(r"<@autoFilter\b[^>]*>").search(self._text, self._end)
        old = ref_of(tag[0]) if tag else None
        if tag is None or old is None or old.top != heading_row:
            return None
        grown = with_ref(tag[0], old._replace(bottom=max(old.bottom, added.bottom)))
        self._text = f"{self._text[: tag.start()]}{grown}{self._text[tag.end() :]}"
        return old

    def with_rows(self, rows: Mapping[int, str], block: Block) -> str:
        """Return the sheet with rows put in their places."""
        starts = sorted(self._places.items())
        first = next((start for number, start in starts if number >= block.top), self._end)
        after = next((start for number, start in starts if number > block.bottom), self._end)
        made = "".join(rows[number] for number in sorted(rows))
        text = f"{self._text[:first]}{made}{self._text[after:]}"
        return self._with_dimension(text, block)

    def _with_dimension(self, text: str, block: Block) -> str:
        tag = self._pattern(r"<@dimension\b[^>]*>").search(text, 0, self._start)
        old = ref_of(tag[0]) if tag else None
        if tag is None or old is None:
            return text
        return f"{text[: tag.start()]}{with_ref(tag[0], joined(old, block))}{text[tag.end() :]}"

    def _open_data(self) -> tuple[int, int]:
        """Return where the rows of the sheet begin and end."""
        empty = self._pattern(r"<@sheetData\b[^>]*?/>").search(self._text)
        if empty:
            data = f"<{self.prefix}sheetData></{self.prefix}sheetData>"
            self._text = f"{self._text[: empty.start()]}{data}{self._text[empty.end() :]}"
        start = self._pattern(r"<@sheetData\b[^>]*>").search(self._text)
        end = self._pattern(r"</@sheetData>").search(self._text, start.end()) if start else None
        if start is None or end is None:
            raise NotFreeError
        return start.end(), end.start()

    def _numbered_rows(self) -> dict[int, int]:
        """Return where each row begins, by its number; they must follow each other."""
        numbered: list[tuple[int, int]] = []
        pattern = self._pattern(r"<@row\b([^>]*)>")
        for found in pattern.finditer(self._text, self._start, self._end):
            number = dict(_FACT.findall(found[1])).get("r", "")
            if not number.isdecimal():
                raise NotFreeError
            numbered.append((int(number), found.start()))
        if any(after <= before for (before, _), (after, _) in pairwise(numbered)):
            raise NotFreeError
        return dict(numbered)

    def _styles_of_columns(self) -> list[tuple[int, int, int]]:
        tags = self._pattern(r"<@col\b([^>]*)>").findall(self._text[: self._start])
        facts = [dict(_FACT.findall(tag)) for tag in tags]
        return [
            (int(each["min"]), int(each["max"]), int(each["style"]))
            for each in facts
            if {"min", "max", "style"} <= each.keys()
        ]

    def _pattern(self, pattern: str) -> re.Pattern[str]:
        return re.compile(pattern.replace("@", re.escape(self.prefix)), re.DOTALL)


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isdecimal() else None
