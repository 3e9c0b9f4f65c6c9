"""The stock ledger: the moves of every item in their order, and its balance."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from houqin.areas.stock.moves import (
    NO_KIND,
    ZERO,
    Account,
    Lines,
    Move,
    Possible,
    Sheet,
)
from houqin.areas.stock.rows import Receipt, StockIssue
from houqin.book import Book

__all__ = [
    "NO_KIND",
    "ZERO",
    "Account",
    "Fall",
    "Move",
    "StockLedger",
    "balance",
    "campuses_of",
    "cites",
    "falls_below_zero",
    "is_sure",
    "stock_ledger",
]


class Fall(NamedTuple):
    """A line of 领用 that takes a balance below zero."""

    row: int  # index of the line on 领用
    account: Account
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class StockLedger:
    """The moves of each account in their order, and the lines that cannot be booked."""

    moves: Mapping[Account, tuple[Move, ...]]
    left_out: Mapping[Sheet, frozenset[int]]  # indexes of lines
    unsure: frozenset[Possible]  # what doubtful lines may be about

    def is_sure(self, item: str, campus: str) -> bool:
        """Tell whether all lines that may belong to an account are booked without a doubt.

        Where one is not it is told at its own cell, and nothing is said of the balance.
        """
        return is_sure(self.unsure, item, campus)

    def until(self, account: Account, day: date) -> tuple[Move, ...]:
        """Return the moves of an account up to the end of a day."""
        moves = self.moves.get(account, ())
        return moves[: bisect_right(moves, day, key=attrgetter("day"))]

    def balance(self, account: Account, day: date) -> Decimal:
        """Return the book of an account at the end of a day."""
        return balance(self.until(account, day))


def is_sure(doubtful: frozenset[Possible], item: str, campus: str) -> bool:
    """Tell whether none of the doubtful lines, told by item and campus, may be of an account."""
    return doubtful.isdisjoint({(item, campus), (item, None), (None, campus), (None, None)})


@lru_cache(maxsize=1)
def stock_ledger(book: Book) -> StockLedger:
    """Return the ledger of a book; a dozen rules and the actions look at the same one.

    Raises:
        NoColumn: 入库 or 领用 lacks a column without which nothing can be booked.
    """
    moves: dict[Account, list[Move]] = defaultdict(list)
    left_out: dict[Sheet, frozenset[int]] = {}
    unsure: set[Possible] = set()
    sheets: tuple[Sheet, ...] = (Receipt, StockIssue)
    for model in sheets:
        if model in book:
            lines = Lines.of(book, model)
            for account, move in lines.moves():
                moves[account].append(move)
            left_out[model] = frozenset(range(len(lines.rows))) - frozenset(lines.booked)
            unsure.update((line.item, line.campus) for line in lines.doubtful(book))
    in_order = {account: tuple(sorted(found)) for account, found in moves.items()}
    return StockLedger(in_order, left_out, frozenset(unsure))


def balance(moves: Iterable[Move]) -> Decimal:
    """Return what moves leave on the book."""
    return sum((move.change for move in moves), ZERO)


@lru_cache(maxsize=1)
def falls_below_zero(book: Book) -> tuple[Fall, ...]:
    """Return the lines of 领用, up to the as-of day, that take a balance below zero.

    A balance that stays below zero is told once; when it has recovered and falls again,
    it is told again. Balances in doubt are left out.
    """
    ledger = stock_ledger(book)
    return tuple(
        fall
        for account in ledger.moves
        if ledger.is_sure(*account)
        for fall in _falls(account, ledger.until(account, book.as_of))
    )


def campuses_of(book: Book) -> tuple[str, ...]:
    """Return the school's campuses, or else those that the stock names."""
    named = dict.fromkeys(account.campus for account in stock_ledger(book).moves)
    return book.campuses() or tuple(named)


def cites(book: Book, move: Move, number: str) -> bool:
    """Tell whether the line of a move names a document, as its own number or in its 备注."""
    line = book[StockIssue][move.row] if move.is_issue else book[Receipt][move.row]
    named = rf"(?<![0-9A-Za-z]){re.escape(number)}(?![0-9A-Za-z])"
    return any(re.search(named, line.get(field) or "") for field in ("number", "note", "request"))


def _falls(account: Account, moves: tuple[Move, ...]) -> Iterator[Fall]:
    before = ZERO
    for move in moves:
        after = before + move.change
        if before >= 0 > after:
            yield Fall(move.row, account, before, after)
        before = after
