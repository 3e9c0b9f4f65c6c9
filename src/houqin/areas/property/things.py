"""What the summary must know of each thing in a class room, as it was last found in the period."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from houqin.areas.makers import day_of, numbers_in
from houqin.areas.property.links import repairs_by_number
from houqin.areas.property.points import BY_HAND
from houqin.areas.property.rows import PropertyCheck
from houqin.areas.repairs.rows import Repair
from houqin.book import Book


@dataclass(frozen=True, slots=True)
class Thing:
    """An item of a class room; what several inspectors wrote of it counts once."""

    campus: str | None
    class_: str | None
    item: str | None
    expected: int | None
    found: int | None
    damaged: int
    is_by_hand: bool
    paid: Decimal | None
    is_reported: bool  # as a repair
    is_mended: bool  # its repair is finished

    @property
    def missing(self) -> int:
        """How many fewer are there than there should be."""
        known = self.expected is not None and self.found is not None
        return max((self.expected or 0) - (self.found or 0), 0) if known else 0


def things(book: Book) -> tuple[Thing, ...]:
    """Return each thing as it was last found in the period."""
    repairs = repairs_by_number(book) if Repair in book else {}
    latest: dict[tuple[object, ...], PropertyCheck] = {}
    for row in _in_period(book):
        key = (row.get("class_"), row.get("room"), row.get("item"))
        if key not in latest or latest[key].date < row.date:
            latest[key] = row
    return tuple(_thing(row, repairs, book) for row in latest.values())


def _in_period(book: Book) -> Iterator[PropertyCheck]:
    rows = book[PropertyCheck]
    days = rows.column("date")
    for index in rows.judged("date"):
        if days[index] in book.period and days[index] <= book.as_of:
            yield rows[index]


def _thing(row: PropertyCheck, repairs: dict[str, Repair], book: Book) -> Thing:
    damaged = row.get("damaged") or 0
    numbers = numbers_in(row.get("repair"))
    ends = [repairs[number].get("finished") for number in numbers if number in repairs]
    return Thing(
        row.get("campus"),
        row.get("class_"),
        row.get("item"),
        row.get("expected"),
        row.get("found"),
        damaged,
        bool(damaged) and row.get("cause") == BY_HAND,
        row.get("paid"),
        is_reported=bool(damaged and numbers),
        is_mended=bool(damaged and ends) and all(end and day_of(end) <= book.as_of for end in ends),
    )
