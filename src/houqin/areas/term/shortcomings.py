"""Shortcomings and where they stand on the as-of date."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from houqin.areas.term.rows import Shortcoming
from houqin.book import Book
from houqin.problems import Both


class Standing(Enum):
    """How far something that falls short has come."""

    DONE = Both("已完成", "done")
    OPEN = Both("改进中", "open")
    OVERDUE = Both("逾期", "overdue")


@dataclass(frozen=True, slots=True)
class ShortcomingResult:
    """One thing that falls short, and where it stands."""

    number: str | None
    area: str | None
    text: str | None
    step: str | None
    responsible: str | None
    due: date | None
    standing: Standing


def shortcomings_of(book: Book) -> tuple[ShortcomingResult, ...]:
    """Return what falls short, in the order of the sheet."""
    return tuple(
        ShortcomingResult(
            row.get("number"),
            row.get("area"),
            row.get("text"),
            row.get("step"),
            row.get("responsible"),
            row.get("due"),
            standing(row, book),
        )
        for row in book[Shortcoming]
    )


def standing(row: Shortcoming, book: Book) -> Standing:
    """Return where something stands: done by the as-of date, else overdue or open."""
    due, done = row.get("due"), row.get("done")
    if done is not None and done <= book.as_of:
        return Standing.DONE
    return Standing.OVERDUE if due is not None and due < book.as_of else Standing.OPEN
