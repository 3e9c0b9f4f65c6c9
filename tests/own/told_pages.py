"""Pages of own sheets as rows by heading, so that a test shows only what it is about."""

from typing import Any

from tests import told
from tests.areas.drawn import book_of

from houqin.own.layout import OwnPage
from houqin.result import Result


def result_of(
    drawn: str, *, as_of: str = "2020-06-30", period: str = "", lang: str = "zh"
) -> Result:
    """Return the result of a drawn workbook, of which only the book is looked at."""
    return told.result(of=book_of(drawn, as_of, period), lang=lang)


def by_heading(page: OwnPage, lang: str = "zh") -> list[dict[str, Any]]:
    """Return the rows of a page, each value by its heading."""
    heads = page.sheet.headings(lang)
    return [dict(zip(heads, row, strict=True)) for row in page.rows]


def only(page: OwnPage, *headings: str) -> list[tuple[Any, ...]]:
    """Return some columns of a page."""
    return [tuple(row[heading] for heading in headings) for row in by_heading(page)]
