"""What is left of each receipt, and until when it may be used: first expired, first out."""

from bisect import insort
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from houqin.areas.stock.ledger import stock_ledger
from houqin.areas.stock.moves import NO_KIND, ZERO, Account, Move
from houqin.areas.stock.rows import StockIssue
from houqin.book import Book

TAKEN = NO_KIND[StockIssue]
NEVER = date.max


@dataclass(slots=True)
class Lot:
    """What is left of one line of 入库."""

    row: int  # index of the line on 入库
    day: date
    batch: str | None
    expires: date | None
    left: Decimal

    @property
    def turn(self) -> tuple[date, int]:
        """When it is its turn to be used: the earliest expiry first."""
        return self.expires or NEVER, self.row

    def is_usable(self, day: date) -> bool:
        """Tell whether something is left that has not expired."""
        return self.left > 0 and (self.expires is None or self.expires >= day)


class TakenTooEarly(NamedTuple):
    """A line of 领用 that takes a batch while an earlier one is there to be used."""

    row: int  # index of the line on 领用
    expires: date  # of the batch taken
    earlier: Lot


@dataclass(slots=True)
class Shelf:
    """The lots of one account, as its moves fill and empty them."""

    expiries: Mapping[str, date]  # of the batches of the item
    lots: list[Lot] = field(default_factory=list)
    owed: Decimal = ZERO  # taken although it was not there; the next receipt makes it up
    too_early: list[TakenTooEarly] = field(default_factory=list)

    def book(self, moves: tuple[Move, ...]) -> "Shelf":
        """Book moves one after another; whether a batch was taken too early shows by evening."""
        for _, of_day in groupby(moves, attrgetter("day")):
            suspects = [each for move in of_day for each in self._book_one(move)]
            self.too_early += (each for each in suspects if each.earlier.left > 0)
        return self

    def usable(self, day: date) -> Decimal:
        """Return the quantity that has not expired on a day."""
        return sum((lot.left for lot in self.lots if lot.is_usable(day)), ZERO)

    def _book_one(self, move: Move) -> list[TakenTooEarly]:
        if move.is_issue:
            suspects = list(self._earlier_lots(move)) if move.kind == TAKEN and move.batch else []
            self._take(-move.change, move.batch)
            return suspects[:1]
        expires = move.expires or self.expiries.get(move.batch or "")
        made_up = min(self.owed, move.change)
        self.owed -= made_up
        lot = Lot(move.row, move.day, move.batch, expires, move.change - made_up)
        insort(self.lots, lot, key=attrgetter("turn"))
        return []

    def _take(self, quantity: Decimal, batch: str | None) -> None:
        """Take from the batch named, then whatever expires first (contract 3)."""
        named = [lot for lot in self.lots if batch and lot.batch == batch]
        emptied = False
        for lot in (*named, *self.lots):
            taken = min(lot.left, quantity)
            lot.left -= taken
            quantity -= taken
            emptied = emptied or not lot.left
            if not quantity:
                break
        self.owed += quantity
        if emptied:
            self.lots = [lot for lot in self.lots if lot.left > 0]

    def _earlier_lots(self, move: Move) -> Iterator[TakenTooEarly]:
        """Yield the usable lots, there before that day, that expire before the batch taken."""
        taken = next((lot.expires for lot in self.lots if lot.batch == move.batch), None)
        for lot in self.lots if taken else ():
            if lot.day < move.day and lot.is_usable(move.day) and lot.turn[0] < (taken or NEVER):
                yield TakenTooEarly(move.row, taken or NEVER, lot)


@lru_cache(maxsize=1)
def shelves(book: Book) -> Mapping[Account, Shelf]:
    """Return what is on the shelves at the end of the as-of day."""
    ledger, expiries = stock_ledger(book), _expiries(book)
    return {
        account: Shelf(expiries.get(account.item, {})).book(ledger.until(account, book.as_of))
        for account in ledger.moves
    }


def usable(book: Book, account: Account) -> Decimal:
    """Return how much of an item may be used at a campus on the as-of day."""
    shelf = shelves(book).get(account)
    return shelf.usable(book.as_of) if shelf else ZERO


def used(book: Book, account: Account, days: int) -> Decimal:
    """Return how much of an item was taken for use in the last days, up to the as-of day."""
    since = book.as_of - timedelta(days=days)
    moves = stock_ledger(book).until(account, book.as_of)
    return -sum((move.change for move in moves if move.kind == TAKEN and move.day > since), ZERO)


def _expiries(book: Book) -> Mapping[str, Mapping[str, date]]:
    """Return the day until which each batch of an item may be used, from any of its receipts."""
    found: dict[str, dict[str, date]] = {}
    for account, moves in stock_ledger(book).moves.items():
        for move in moves:
            if move.batch and move.expires:
                found.setdefault(account.item, {}).setdefault(move.batch, move.expires)
    return found
