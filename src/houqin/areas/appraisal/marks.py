"""The marks that one source gave one person for one month: the rows of the items."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from houqin.areas.appraisal.rows import Appraisal
from houqin.book import Book
from houqin.cells.text import unspaced
from houqin.rows import Rows

KEY = ("month", "person", "source")
Key = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Marks:
    """What one source gave one person for one month; an item written twice counts once."""

    month: str
    person: str
    source: str | None
    rows: tuple[Appraisal, ...]

    @property
    def full(self) -> Decimal | None:
        """What all items are worth together, None where one is not known."""
        return _sum(row.get("full") for row in self.rows)

    @property
    def score(self) -> Decimal | None:
        """What was given for all items together, None where one is not known."""
        return _sum(map(score_of, self.rows))


def score_of(row: Appraisal) -> Decimal | None:
    """Return what was given for an item: as it is written, else reckoned."""
    written: Decimal | None = row.get("score")
    return reckoned(row) if written is None else written


def reckoned(row: Appraisal) -> Decimal | None:
    """Return what an item is worth, less what was taken off, with what was added."""
    full: Decimal | None = row.get("full")
    unread = {name for name in ("deducted", "added") if row.has(name) and name not in vars(row)}
    if full is None or unread:
        return None
    return full - (row.get("deducted") or 0) + (row.get("added") or 0)


@lru_cache(maxsize=1)
def marks(book: Book) -> tuple[Marks, ...]:
    """Return all marks of the sheet, in the order of their first rows.

    Those that may lack a row are left out: one whose month, person or source could not
    be read may belong to them.
    """
    found: dict[Key, dict[str, Appraisal]] = {}
    rows = book[Appraisal]
    strays = list(_strays(rows))
    for index in rows.judged(*_there(rows)):
        row = rows[index]
        key = (row.get("month"), row.get("person"), row.get("source"))
        item = row.get("item")
        name = unspaced(item) if item else f"row {index}"
        found.setdefault(key, {}).setdefault(name, row)
    return tuple(
        Marks(month, person, source, tuple(items.values()))
        for (month, person, source), items in found.items()
        if month and person and not is_like((month, person, source), strays)
    )


def months(book: Book) -> set[str]:
    """Return the months of which the sheet has any row."""
    return set(book[Appraisal].known("month"))


def is_like(key: Key, strays: list[Key]) -> bool:
    """Tell whether a row that could not be read may belong to these marks."""
    return any(
        all(part in (None, own) for part, own in zip(stray, key, strict=True)) for stray in strays
    )


def _there(rows: Rows[Any]) -> list[str]:
    return [name for name in KEY if name != "source" or rows.has(name)]


def _strays(rows: Rows[Any]) -> Iterator[Key]:
    """Yield what is known of the rows whose month, person or source could not be read."""
    month, person, source = (rows.column_or_blank(name) for name in KEY)
    judged = set(rows.judged(*_there(rows)))
    for index in range(len(rows)):
        if index not in judged:
            yield month[index], person[index], source[index]


def _sum(points: Iterator[Any]) -> Decimal | None:
    found = list(points)
    return None if None in found else sum(found, Decimal(0))
