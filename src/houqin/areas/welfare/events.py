"""What was given at one event, and to whom: the rows of one 项目."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from houqin.areas.welfare.rows import Gift
from houqin.book import Book
from houqin.cells.text import unspaced

ALL, DEPARTMENT = "全体", "部门"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Event:
    """One event: all rows that go by its name."""

    name: str
    rows: tuple[Gift, ...]

    @property
    def kind(self) -> str | None:
        """The kind that most of its rows state."""
        return usual(row.get("kind") for row in self.rows)

    @property
    def scope(self) -> str | None:
        """For whom it is meant, as most of its rows state."""
        return usual(row.get("for_") for row in self.rows)

    @property
    def dates(self) -> list[date]:
        """The days on which it was given."""
        return sorted(filter(None, (row.get("date") for row in self.rows)))

    @property
    def people(self) -> list[str]:
        """Who was given something, as far as the names could be read."""
        return [name for row in self.rows if (name := row.get("person"))]


@lru_cache(maxsize=1)
def events(book: Book) -> tuple[Event, ...]:
    """Return the events of the sheet, in the order in which they begin there."""
    rows = book[Gift]
    names = rows.column("event")
    found: dict[str, list[Gift]] = {}
    for index in rows.judged("event"):
        if names[index] is not None:
            found.setdefault(unspaced(names[index]), []).append(rows[index])
    return tuple(Event(each[0].event, tuple(each)) for each in found.values())


def usual(values: Iterable[T | None]) -> T | None:
    """Return the value that comes most often, of several the first; None of blanks alone."""
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None
