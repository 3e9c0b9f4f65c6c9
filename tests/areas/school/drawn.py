"""Books drawn as text, read as any workbook is."""

from datetime import date

from houqin.book import Book
from houqin.hosts.memory import TextHost
from houqin.pipeline import open_sheets, read_book
from houqin.result import Options


def book_of(drawn: str, *, own: bool = False) -> Book:
    """Return the book that a drawing shows."""
    options = Options(as_of="2020-06-30")
    return read_book(open_sheets(TextHost(drawn)), options, date(2026, 1, 1), own=own)
