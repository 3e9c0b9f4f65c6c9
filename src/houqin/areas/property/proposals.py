"""The repairs that follow from a property check: a row of 维修 for everything broken and not reported."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from houqin.areas.property.rows import PropertyCheck
from houqin.areas.repairs.rows import Repair
from houqin.book import Book
from houqin.cells.doubts import Doubt
from houqin.problems import Place

KINDS, OTHER = "维修类型", "其他"
BEFORE_FIRST = ("BX-", "000")


@dataclass(frozen=True, slots=True)
class ProposedRepair:
    """A repair to be reported for something broken."""

    number: str
    reported: date
    campus: str | None
    place: str
    reporter: str | None
    kind: str
    description: str
    class_: str
    item: str
    damaged: int
    cause: str | None
    at: Place  # the cell that says how many are broken

    def values(self) -> dict[str, object]:
        """Return the cells of its row on 维修."""
        names = ("number", "reported", "campus", "place", "reporter", "kind", "description")
        return {name: getattr(self, name) for name in names} | {
            "urgency": "一般",
            "status": "待受理",
        }


def proposed_repairs(book: Book) -> tuple[ProposedRepair, ...]:
    """Return a repair for each thing that is broken and has none, in the order of the rows."""
    return tuple(_proposals(book)) if PropertyCheck in book else ()


def _proposals(book: Book) -> Iterator[ProposedRepair]:
    numbers, told = _numbers(book), _reported(book)
    rows = book[PropertyCheck]
    for index in rows.judged("class_", "item", "date", "damaged"):
        row = rows[index]
        thing = (row.class_, row.item, row.date)
        if row.damaged and row.get("repair") is None and thing not in told:
            told.add(thing)
            yield _proposal(row, next(numbers), book)


def _reported(book: Book) -> set[tuple[object, ...]]:
    """Return the things of which another inspector's row names the repair."""
    return {
        (row.get("class_"), row.get("item"), row.get("date"))
        for row in book[PropertyCheck]
        if row.get("repair")
    }


def _proposal(row: PropertyCheck, number: str, book: Book) -> ProposedRepair:
    cause = row.get("cause")
    inspectors = row.get("inspectors") or (None,)
    return ProposedRepair(
        number,
        row.date,
        row.get("campus"),
        row.get("room") or f"{row.class_}教室",
        inspectors[0],
        _kind(row.item, book),
        f"{row.item}损坏 {row.damaged}" + (f"（{cause}）" if cause else ""),
        row.class_,
        row.item,
        row.damaged or 0,
        cause,
        row.at("damaged"),
    )


def _kind(item: str, book: Book) -> str:
    """Return the kind of repair whose list names the item, else the one for all others."""
    vocabulary = book.vocabularies.get(KINDS)
    kind = vocabulary.read(item) if vocabulary else OTHER
    return OTHER if isinstance(kind, Doubt) else kind


def _numbers(book: Book) -> Iterator[str]:
    """Yield numbers that follow the last one on 维修, in its own way of writing them."""
    known = book[Repair].known("number") if Repair in book else frozenset()
    ending = [found for each in known if (found := re.fullmatch(r"(.*?)(\d+)", each))]
    last = max(ending, key=lambda found: int(found[2]), default=None)
    start, digits = (last[1], last[2]) if last else BEFORE_FIRST
    number = int(digits)
    while True:
        number += 1
        yield f"{start}{number:0{len(digits)}}"
