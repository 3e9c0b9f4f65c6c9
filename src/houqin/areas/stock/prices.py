"""What an item costs: the average of its receipts, else its price on 物品目录."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from houqin.areas.stock.items import listed
from houqin.areas.stock.ledger import balance, stock_ledger
from houqin.areas.stock.moves import ZERO, Account
from houqin.book import Book
from houqin.cells.money import to_cents

ONE = Decimal(1)


class Price(NamedTuple):
    """What a quantity of an item cost; kept as two numbers, so that nothing is rounded twice."""

    amount: Decimal
    quantity: Decimal

    @property
    def each(self) -> Decimal:
        """The price of one."""
        return self.amount / self.quantity

    def of(self, quantity: Decimal) -> Decimal:
        """Return what a quantity is worth, rounded half up to 0.01."""
        return to_cents(quantity * self.amount / self.quantity)


def price(book: Book, account: Account, day: date) -> Price | None:
    """Return the price of an item on a day, or None where it is not known.

    It is the weighted average of all priced receipts of the item at the campus up to
    that day, 期初 included; without one the 参考单价 of 物品目录.
    """
    priced = [m for m in stock_ledger(book).until(account, day) if m.amount is not None]
    if priced:
        return Price(sum((move.amount or ZERO for move in priced), ZERO), balance(priced))
    return listed_price(book, account.item)


def listed_price(book: Book, item: str) -> Price | None:
    """Return the 参考单价 of an item, or None where there is none."""
    stated = listed(book, "price").get(item)
    return None if stated is None else Price(stated, ONE)
