"""The moves of the stock: each line of 入库 and 领用, as the ledger books it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from operator import neg
from typing import Any, NamedTuple

from houqin.areas.stock.identity import NAMING, Catalogue, unit_meant
from houqin.areas.stock.items import catalogue, items_meant
from houqin.areas.stock.rows import Receipt, StockIssue
from houqin.book import Book
from houqin.cells.dates import day_and_time
from houqin.cells.doubts import Doubt
from houqin.cells.money import to_cents
from houqin.cells.values import CellValue
from houqin.rows import Rows

Sheet = type[Receipt] | type[StockIssue]
Possible = tuple[str | None, str | None]  # item and campus of a doubtful line; None: any

ZERO = Decimal(0)
OPENING = "期初"
NO_KIND: Mapping[Sheet, str] = {Receipt: "采购", StockIssue: "领用"}  # what a blank 类型 means
BOOKED_BY = ("date", "campus", "quantity")  # a line without one of these cannot be booked
RECEIVED_FIRST, RECEIVED, ISSUED = range(3)  # the order within a day: 期初, receipts, issues


class Account(NamedTuple):
    """An item at a campus: what a balance is kept of."""

    item: str
    campus: str


class Move(NamedTuple):
    """One line of 入库 or 领用; moves sort in the order in which they are booked."""

    day: date
    rank: int
    row: int  # index of the line in its sheet
    kind: str
    change: Decimal  # what it adds to the book
    batch: str | None
    clock: time | None  # its own time, where the cell of its date states one
    amount: Decimal | None  # of a receipt with a price
    expires: date | None  # of a receipt

    @property
    def is_issue(self) -> bool:
        """Tell whether the line stands on 领用."""
        return self.rank == ISSUED

    def follows(self, day: date, clock: time | None) -> bool:
        """Tell whether it comes after a count of that day and time (contract 3)."""
        if self.day != day:
            return self.day > day
        return clock is not None and self.clock is not None and self.clock > clock


class Doubtful(NamedTuple):
    """A line about which a problem is told at its own cell; None stands for any."""

    row: int
    item: str | None
    campus: str | None


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of 入库 or 领用, and which item each of them means."""

    model: Sheet
    rows: Rows[Any]
    items: tuple[str | None, ...]
    booked: tuple[int, ...]  # indexes

    @classmethod
    def of(cls, book: Book, model: Sheet) -> "Lines":
        """Find out what each line means, and which of them can be booked."""
        rows: Rows[Any] = book[model]
        items = items_meant(book, rows.model)
        booked = (row for row in rows.judged(*BOOKED_BY) if items[row] is not None)
        return cls(model, rows, items, tuple(booked))

    def moves(self) -> Iterator[tuple[Account, Move]]:
        """Return the moves of the lines that can be booked, by their columns."""
        issues, blank_kind = self.model is StockIssue, NO_KIND[self.model]
        days, campuses, quantities = (self._booked(self.rows.column(f)) for f in BOOKED_BY)
        stated, batches = (self._booked(self.rows.column_or_blank(f)) for f in ("kind", "batch"))
        more = map(self._booked, (self._clocks(), self._amounts(), self._expiries()))
        kinds = [kind or blank_kind for kind in stated]
        ranks = [ISSUED if issues else RECEIVED - (kind == OPENING) for kind in kinds]
        changes = map(neg, quantities) if issues else quantities
        named = list(zip(self._booked(self.items), campuses, strict=True))
        accounts = {(item, campus): Account(item or "", campus) for item, campus in set(named)}
        moves = map(Move, days, ranks, self.booked, kinds, changes, batches, *more)
        return zip(map(accounts.__getitem__, named), moves, strict=True)

    def _booked(self, column: Sequence[Any]) -> list[Any]:
        """Return the values of the lines that can be booked."""
        return list(map(column.__getitem__, self.booked))

    def _clocks(self) -> tuple[time | None, ...]:
        """Return the time that stands beside the date in its cell, if any."""
        column = self.rows.table.columns.get("date")
        if column is None:
            return (None,) * len(self.rows)
        stated = {cell: _clock(cell) for cell in set(column.cells)}
        return tuple(map(stated.__getitem__, column.cells))

    def _amounts(self) -> tuple[Decimal | None, ...]:
        """Return the amount of each priced line: quantity × 单价, else its 金额."""
        if self.model is StockIssue:
            return (None,) * len(self.rows)
        fields = ("quantity", "unit_price", "amount")
        columns = (self.rows.column_or_blank(field) for field in fields)
        return tuple(map(_amount, *columns))

    def _expiries(self) -> tuple[date | None, ...]:
        known = self.model is Receipt
        return self.rows.column_or_blank("expires") if known else (None,) * len(self.rows)

    def doubtful(self, book: Book) -> Iterator[Doubtful]:
        """Yield item and campus of the lines that are not booked, or perhaps wrongly."""
        left_out = set(range(len(self.rows))).difference(self.booked)
        return doubtful_lines(book, self.rows, left_out)


def doubtful_lines(book: Book, rows: Rows[Any], unread: Collection[int]) -> Iterator[Doubtful]:
    """Yield what unread lines may be about, and lines of which the item is in doubt."""
    items = catalogue(book)
    campuses = rows.column_or_blank("campus")
    lines = list(zip(*map(rows.column_or_blank, NAMING), strict=True))
    doubts = {line: _doubt(book, items, *line) for line in set(lines)}
    suspects = {line for line, doubt in doubts.items() if doubt}
    in_doubt = (row for row, line in enumerate(lines) if line in suspects) if suspects else ()
    for row in sorted({*unread, *in_doubt}):
        meant = {items.identity(*lines[row])} if row in unread else doubts[lines[row]]
        yield from (Doubtful(row, item, campuses[row]) for item in meant)


def _doubt(
    book: Book, items: Catalogue, number: str | None, name: str | None, *more: str | None
) -> set[str | None]:
    """Return the items that a line may mean, none where it is clear.

    It is in doubt where the item is not listed, where its unit is another one, and
    where number and name are those of two items.
    """
    item = items.identity(number, name, *more)
    if not items or item is None:
        return set()
    named = items.identity(None, name, *more) or item
    listed, unit = items.by_number.get(item), more[-1]
    if listed is None:
        return {item, named}
    same_unit = (
        not unit or not listed.unit or unit_meant(book, unit) == unit_meant(book, listed.unit)
    )
    same_item = named == item or named not in items.by_number
    return set() if same_unit and same_item else {item, named}


def _clock(cell: CellValue) -> time | None:
    found = day_and_time(cell)
    return None if isinstance(found, Doubt) or found[1] == time() else found[1]


def _amount(
    quantity: Decimal | None, unit_price: Decimal | None, amount: Decimal | None
) -> Decimal | None:
    if quantity is None or unit_price is None:
        return amount
    return to_cents(quantity * unit_price)
