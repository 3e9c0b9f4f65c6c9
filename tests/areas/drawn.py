"""Books drawn as text, read as any workbook is."""

from datetime import date

from houqin.book import Book
from houqin.hosts.memory import TextHost
from houqin.opening import open_sheets, read_book
from houqin.result import Options

AS_OF = "2020-06-30"


def book_of(drawn: str, as_of: str = AS_OF, period: str = "", *, own: bool = False) -> Book:
    """Return the book that a drawing shows."""
    options = Options(as_of=as_of, period=period)
    return read_book(open_sheets(TextHost(drawn)), options, date(2026, 1, 1), own=own)
