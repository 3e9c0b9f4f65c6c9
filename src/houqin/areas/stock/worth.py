"""What the moves of the period and the stock at its end are worth."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from houqin.areas.stock.ledger import stock_ledger
from houqin.areas.stock.lots import TAKEN
from houqin.areas.stock.moves import ZERO, Account, Move
from houqin.areas.stock.prices import Price, listed_price, price
from houqin.areas.stock.reconcile import COLUMNS, Line, Reconciliation, State
from houqin.areas.stock.rows import Receipt
from houqin.areas.tallies import month_of
from houqin.book import Book

RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Worth:
    """What one move of the period is worth."""

    account: Account
    month: str  # such as 2020-05
    quantity: Decimal
    amount: Decimal | None  # None where no price is known
    is_issue: bool

    @property
    def campus(self) -> str:
        """The campus of the move."""
        return self.account.campus


@dataclass(frozen=True, slots=True)
class Stock:
    """What an item at a campus is worth at the end of the period, and whether it was counted."""

    line: Line
    amount: Decimal | None  # None where no price is known
    was_counted: bool  # in the period

    @property
    def campus(self) -> str:
        """The campus of the item."""
        return self.line.campus

    @property
    def is_due(self) -> bool:
        """Tell whether there is stock that was not counted."""
        return self.line.book > 0 and not self.was_counted

    @property
    def differs(self) -> bool:
        """Tell whether the count was not that of the book."""
        return self.was_counted and self.line.state is State.DIFFERS


def moves_with_amounts(book: Book) -> Iterator[Worth]:
    """Yield what was bought or given, and what was taken, in the period."""
    for account, moves in stock_ledger(book).moves.items():
        quantity, amount = ZERO, ZERO  # of the priced receipts so far
        for move in moves:
            if move.amount is not None:
                quantity, amount = quantity + move.change, amount + move.amount
            if move.day in book.period and _is_told(move):
                own = Price(amount, quantity) if quantity else listed_price(book, account.item)
                worth = _worth(move, own)
                yield Worth(account, month_of(move.day), abs(move.change), worth, move.is_issue)


def _is_told(move: Move) -> bool:
    received = COLUMNS[Receipt].get(move.kind) == RECEIVED
    return move.kind == TAKEN if move.is_issue else received


def _worth(move: Move, own_price: Price | None) -> Decimal | None:
    """Return what a receipt cost; of an issue what it is worth at the price of its day."""
    if not move.is_issue:
        return move.amount
    return None if own_price is None else own_price.of(-move.change)


def stock_at_end(book: Book, found: Reconciliation) -> tuple[Stock, ...]:
    """Return what is in stock at the end of the period."""
    return tuple(
        Stock(
            line,
            _value(book, line),
            line.count.counted is not None and line.count.date in book.period,
        )
        for line in found.lines
    )


def _value(book: Book, line: Line) -> Decimal | None:
    cost = price(book, Account(line.item, line.campus), book.period.end)
    return None if cost is None else cost.of(line.book)
