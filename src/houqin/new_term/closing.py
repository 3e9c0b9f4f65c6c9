"""What a book comes to at the end of a day, in a form in which two books can be compared."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from houqin.areas import MODELS
from houqin.areas.stock.ledger import stock_ledger
from houqin.areas.stock.lots import shelves
from houqin.areas.stock.moves import ZERO, Account
from houqin.areas.stock.prices import price
from houqin.areas.stock.rows import Receipt, StockIssue
from houqin.book import Book
from houqin.new_term.carrying import Way, carry_of
from houqin.rows import NotJudged, SheetRow

Batch = tuple[str, str, str | None, date | None]  # item, campus, 批号, 有效期至


@dataclass(frozen=True, slots=True)
class Closing:
    """What is there at the end of the as-of day."""

    balances: Mapping[Account, Decimal]  # those that are not 0
    batches: Mapping[Batch, Decimal]
    worth: Mapping[str, Decimal]  # by campus
    going_on: Mapping[str, Counter[Hashable]]  # by ledger: rows by their keys

    @property
    def below_zero(self) -> tuple[Account, ...]:
        """The balances that cannot be carried over."""
        return tuple(account for account, left in self.balances.items() if left < 0)


def closing_of(book: Book) -> Closing:
    """Return what a book comes to at the end of its as-of day."""
    going_on = {
        model.ledger.key: Counter[Hashable](
            book[model].key(index)
            for index in range(len(book[model]))
            if _stays(book, model, index)
        )
        for model in MODELS
        if model in book and carry_of(model).way is Way.SOME
    }
    if Receipt not in book and StockIssue not in book:
        return Closing({}, {}, {}, going_on)
    ledger = stock_ledger(book)
    balances = {
        account: left for account in ledger.moves if (left := ledger.balance(account, book.as_of))
    }
    return Closing(balances, _batches(book), _worth(book, balances), going_on)


def _stays(book: Book, model: type[SheetRow], index: int) -> bool:
    stays = carry_of(model).stays
    return stays is None or stays(book[model][index], book)


def _batches(book: Book) -> Mapping[Batch, Decimal]:
    batches: dict[Batch, Decimal] = {}
    for account, shelf in shelves(book).items():
        for lot in shelf.lots:
            batch = (account.item, account.campus, lot.batch, lot.expires)
            batches[batch] = batches.get(batch, ZERO) + lot.left
    return batches


def _worth(book: Book, balances: Mapping[Account, Decimal]) -> Mapping[str, Decimal]:
    """Return what each campus's stock is worth, each account to the cent; unpriced ones left out."""
    worth: dict[str, Decimal] = {}
    for account, left in balances.items():
        cost = price(book, account, book.as_of)
        if left > 0 and cost is not None:
            worth[account.campus] = worth.get(account.campus, ZERO) + cost.of(left)
    return worth


def is_sure(book: Book) -> bool:
    """Tell whether every line of the stock is booked without a doubt, and none is of a day to come."""
    try:
        ledger = stock_ledger(book)
    except NotJudged:
        return False
    to_come = any(move.day > book.as_of for moves in ledger.moves.values() for move in moves)
    return not (ledger.unsure or to_come)
