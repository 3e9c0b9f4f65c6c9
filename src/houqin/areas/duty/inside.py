"""Visitors who have not been signed out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from houqin.areas.duty.rows import Visit
from houqin.book import Book
from houqin.problems import Place


@dataclass(frozen=True, slots=True)
class Inside:
    """A visitor who is still in the school, as far as the sheet says."""

    day: date
    arrived: time | None
    campus: str | None
    visitor: str | None
    host: str | None
    place: Place  # where the time belongs at which the visitor left


def inside(book: Book) -> Iterator[Inside]:
    """Yield the visitors of the period, up to the as-of day, without a time at which they left.

    Raises:
        NoColumn: 来访登记 has no column with the date, or none with that time.
    """
    rows = book[Visit]
    for index in rows.judged("date", "left"):
        row = rows[index]
        if row.left is None and row.date in book.period and row.date <= book.as_of:
            who, where = (row.get("visitor"), row.get("host")), row.get("campus")
            yield Inside(row.date, row.get("arrived"), where, *who, row.at("left"))
