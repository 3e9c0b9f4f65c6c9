"""Sheets that a person reads and prints: formats, widths and safe writing, for every report."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from houqin.cells.writing import written
from houqin.files import write_bytes
from houqin.reports.forms import ACCENT, GREEN, LINE, QUIET, RED, Forms
from houqin.sections import Unit, Value

A4 = 9
LINE_HEIGHT = 15  # points
NUMBER_FORMATS = {
    Unit.COUNT: "#,##0",
    Unit.MONEY: "#,##0.00",
    Unit.RATE: "0.0%",
    Unit.DATE: "yyyy-mm-dd",
}
NOTHING = "—"
LONGEST_NAME = 31  # characters in the name of a sheet
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


class Pages:
    """A workbook under construction; all its text is text, whatever it begins with."""

    def __init__(self, title: str, created: date) -> None:
        self._raw = BytesIO()  # in memory, so that a full disk is met in one place
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = xlsxwriter.Workbook(self._raw, options)
        moment = datetime(created.year, created.month, created.day)  # noqa: DTZ001 - a date of the book's, no clock
        self._book.set_properties({"title": title, "author": "houqin", "created": moment})
        self.form = Forms(self._book)

    def page(self, name: str, *, landscape: bool = True) -> "Page":
        """Add a sheet that prints on A4, as wide as the paper, under a name of its own."""
        sheet = self._book.add_worksheet(self._free(name))
        sheet.set_paper(A4)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)
        sheet.set_footer("&C&P / &N")
        sheet.hide_gridlines(2)
        return Page(self, sheet)

    def chart(self, kind: str) -> Any:
        """Add a native chart."""
        return self._book.add_chart({"type": kind})

    def content(self) -> bytes:
        """Finish the workbook, and return the bytes of its file."""
        self._book.close()
        return self._raw.getvalue()

    def _free(self, name: str) -> str:
        """Return a name that Excel takes and that no sheet has yet, however it is written."""
        plain = NOT_IN_NAMES.sub(" ", name).strip("' ") or "1"
        taken = {sheet.get_name().lower() for sheet in self._book.worksheets()}
        endings = ("", *(f" {number}" for number in range(2, len(taken) + 2)))
        names = (plain[: LONGEST_NAME - len(ending)] + ending for ending in endings)
        return next(each for each in names if each.lower() not in taken)


class Page:
    """One sheet; rows are written from the top down."""

    def __init__(self, pages: Pages, sheet: Any) -> None:
        self.pages = pages
        self.sheet = sheet
        self.row = 0
        self._widths: dict[int, int] = {}
        self._wrapped: dict[tuple[int, int], str] = {}

    @cached_property
    def name(self) -> str:
        """The name on the tab."""
        return str(self.sheet.get_name())

    def title(self, text: str, note: str = "", *, verdict: str = "", good: bool = False) -> None:
        """Write the title of the page, a line about it, and a verdict in red or green."""
        self.sheet.set_row(self.row, 30)
        self.put(0, text, font_size=18, bold=True, font_color=ACCENT)
        self.row += 1
        for line, colour in ((note, QUIET), (verdict, GREEN if good else RED)):
            if line:
                self.put(0, line, font_color=colour, bold=line == verdict)
                self.row += 1
        self.row += 1

    def heading(self, text: str) -> None:
        """Write the heading of a block."""
        self.sheet.set_row(self.row, 22)
        self.put(0, text, font_size=13, bold=True, font_color=ACCENT)
        self.row += 1

    def headings(self, texts: Sequence[str]) -> None:
        """Write the heading row of a table."""
        self.sheet.set_row(self.row, 22)
        for column, text in enumerate(texts):
            self.sheet.write_string(self.row, column, text, self.pages.form.heading())
            self._wrapped[self.row, column] = text
            self._widen(column, text, pad=3)
        self.row += 1

    def cells(self, values: Sequence[Value], units: Sequence[Unit], **facts: Any) -> None:
        """Write a row of a table, each value in the way of its unit."""
        for column, (value, unit) in enumerate(zip(values, units, strict=True)):
            self.value(column, value, unit, **facts)
        self.row += 1

    def value(self, column: int, value: Value, unit: Unit, **facts: Any) -> None:
        """Write one value of a table."""
        border = {"border": 1, "border_color": LINE}
        if value is None:
            self.put(column, NOTHING, **border, align="center", **facts)
        elif isinstance(value, int | Decimal) and unit is not Unit.TEXT:
            number_format = NUMBER_FORMATS.get(unit) or (
                "#,##0" if value == int(value) else "#,##0.0#"
            )
            self.sheet.write_number(
                self.row,
                column,
                float(value),
                self.pages.form(**border, num_format=number_format, align="right", **facts),
            )
            self._widen(column, f"{float(value):,.2f}")
        elif isinstance(value, date):
            self.sheet.write_datetime(
                self.row,
                column,
                value,
                self.pages.form(**border, num_format="yyyy-mm-dd", align="center", **facts),
            )
            self._widen(column, "2020-05-12")
        else:
            self.put(column, written(value), **border, text_wrap=True, **facts)
            self._widen(column, written(value))

    def put(self, column: int, text: str, **facts: Any) -> None:
        """Write text as text; where there is none the cell stays blank."""
        if facts.get("text_wrap"):
            self._wrapped[self.row, column] = text
        write = self.sheet.write_string if text else self.sheet.write_blank
        write(self.row, column, text, self.pages.form(**facts))

    def link(self, row: int, column: int, target: str, **facts: Any) -> None:
        """Make a cell that is written already lead somewhere; its text stays."""
        form = self.pages.form(border=1, border_color=LINE, font_color=ACCENT, underline=1, **facts)
        self.sheet.write_url(row, column, target, form, string=target.rpartition("!")[2])

    def widths(
        self, least: int = 8, most: int = 40, fixed: Mapping[int, int] | None = None
    ) -> None:
        """Set every column's width in characters, within limits, and the height of rows that wrap."""
        found = {
            column: max(least, min(most, width + 2)) for column, width in self._widths.items()
        } | dict(fixed or {})
        for column, width in found.items():
            self.sheet.set_column(column, column, width)
        lines: dict[int, int] = {}
        for (row, column), text in self._wrapped.items():
            lines[row] = max(lines.get(row, 1), lines_needed(text, found.get(column, least)))
        for row, count in lines.items():
            if count > 1:
                self.sheet.set_row(row, LINE_HEIGHT * count + 4)

    def _widen(self, column: int, text: str, pad: int = 0) -> None:
        widest = max(map(shown_width, text.split("\n")), default=0)
        self._widths[column] = max(self._widths.get(column, 0), widest + pad)


def shown_width(text: str) -> int:
    """Return how many narrow characters a text is wide; a Chinese one is two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def lines_needed(text: str, width: int) -> int:
    """Return how many lines a text takes in a column so many characters wide."""
    room = max(1, width - 1)
    return sum(max(1, -(-shown_width(line) // room)) for line in text.split("\n"))


@contextmanager
def new_workbook(path: Path, title: str, created: date) -> Iterator[Pages]:
    """Make a workbook that appears whole or not at all."""
    pages = Pages(title, created)
    yield pages
    write_bytes(path, pages.content())
