"""What was counted, set against the book at the moment of counting."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from houqin.areas.stock.items import items_meant
from houqin.areas.stock.ledger import balance, cites, stock_ledger
from houqin.areas.stock.moves import Account, Move, Possible, doubtful_lines
from houqin.areas.stock.rows import Count, Receipt, StockIssue
from houqin.book import Book
from houqin.rows import Rows

ADJUSTMENTS = ("盘盈", "盘亏")
PLACED_BY = ("date", "campus")  # a line without one of these cannot be set against the book
FIGURES = ("number", "time", "batch", "counted", "recounted")  # unread, they leave a line in doubt

Event = tuple[date, str | time | None, Account]


@dataclass(frozen=True, slots=True)
class CountLine:
    """One line of 盘点, and the book at its moment."""

    row: int  # index of the line on 盘点
    number: str | None
    day: date
    clock: time | None
    account: Account
    batch: str | None
    counted: Decimal | None  # the second count where there is one; None: not counted
    book: Decimal  # of the batch where one is given
    unadjusted: Decimal  # the same without the 盘盈 and 盘亏 that book this very count
    whole: Decimal  # the book of all batches together
    shares_known: bool  # every move names its batch, or the line names none
    is_sure: bool  # nothing that the comparison rests on is in doubt

    @property
    def event(self) -> Event:
        """The count of an item that the line belongs to: by day and number, else by its time."""
        return self.day, self.number or self.clock, self.account

    def is_right(self, book: Decimal | None) -> bool:
        """Tell whether a quantity typed as the book is the book."""
        return book in {None, self.book, self.unadjusted}

    def later(self, book: Book) -> list[Move]:
        """Return the moves of what was counted since then, up to the as-of day."""
        moves = stock_ledger(book).until(self.account, book.as_of)
        return [
            move
            for move in moves
            if self.batch in {None, move.batch} and move.follows(self.day, self.clock)
        ]


class Comparison(NamedTuple):
    """What a line of 盘点 compares: the quantity counted, and the one on the book."""

    counted: Decimal
    book: Decimal

    @property
    def variance(self) -> Decimal:
        """What there is more, or less, than on the book."""
        return self.counted - self.book


@dataclass(frozen=True, slots=True)
class Counts:
    """The lines of 盘点 up to the as-of day, in the order of time."""

    lines: tuple[CountLine, ...]
    doubtful: frozenset[Possible]  # what unread lines may be about

    def latest(self, until: date) -> Mapping[Account, tuple[CountLine, ...]]:
        """Return the lines of the latest count of each account up to a day."""
        lines = [line for line in self.lines if line.day <= until]
        events: dict[Event, list[CountLine]] = defaultdict(list)
        for line in lines:
            events[line.event].append(line)
        last = {line.account: line.event for line in lines}
        return {account: tuple(events[event]) for account, event in last.items()}


@lru_cache(maxsize=1)
def counts(book: Book) -> Counts:
    """Return what was counted; nothing where there is no 盘点.

    Raises:
        NoColumn: a sheet lacks a column without which nothing can be compared.
    """
    if Count not in book:
        return Counts((), frozenset())
    rows, items = book[Count], items_meant(book, Count)
    placed = [row for row in rows.judged(*PLACED_BY) if items[row] is not None]
    unread = frozenset(range(len(rows))).difference(placed) | _unread(rows)
    doubtful = list(doubtful_lines(book, rows, unread))
    lines = [line for line in _lines(book, items, placed) if line.day <= book.as_of]
    lines.sort(key=lambda line: (line.day, line.clock or time.max, line.row))
    sure = _alone(lines).difference(line.row for line in doubtful)
    judged = (replace(line, is_sure=line.is_sure and line.row in sure) for line in lines)
    return Counts(tuple(judged), frozenset((line.item, line.campus) for line in doubtful))


def comparisons(book: Book) -> Mapping[int, Comparison]:
    """Return what the lines of 盘点 compare, by index.

    The book is as typed, else as reckoned. Left out are lines not counted, those with a
    figure that could not be read, and those whose typed book is wrong: it is told already.
    """
    rows = book[Count]
    typed, first, second = map(rows.column_or_blank, ("book", "counted", "recounted"))
    reckoned = {Receipt, StockIssue} <= book.rows.keys()
    lines = {line.row: line for line in counts(book).lines if line.is_sure} if reckoned else {}
    found = {}
    for row in rows.judged(*filter(rows.has, ("book", "counted", "recounted"))):
        line, counted = lines.get(row), first[row] if second[row] is None else second[row]
        right = line is None or line.is_right(typed[row])
        on_book = line.unadjusted if line and typed[row] is None else typed[row]
        if right and counted is not None and on_book is not None:
            found[row] = Comparison(counted, on_book)
    return found


def _unread(rows: Rows[Count]) -> frozenset[int]:
    return frozenset[int]().union(*(rows.unjudged.get(field, ()) for field in FIGURES))


def _lines(book: Book, items: Sequence[str | None], placed: Iterable[int]) -> Iterator[CountLine]:
    rows, ledger = book[Count], stock_ledger(book)
    days, campuses = map(rows.column, PLACED_BY)
    numbers, clocks, batches, first, second = map(rows.column_or_blank, FIGURES)
    for row in placed:
        account = Account(items[row] or "", campuses[row])
        number, day, clock, batch = numbers[row], days[row], clocks[row], batches[row]
        before = [m for m in ledger.moves.get(account, ()) if not m.follows(day, clock)]
        of_it = [move for move in before if batch in {None, move.batch}]
        shares_known = batch is None or all(move.batch for move in before)
        on_book = balance(of_it)
        yield CountLine(
            row=row,
            number=number,
            day=day,
            clock=clock,
            account=account,
            batch=batch,
            counted=first[row] if second[row] is None else second[row],
            book=on_book,
            unadjusted=on_book - balance(move for move in of_it if adjusts(book, move, number)),
            whole=balance(before),
            shares_known=shares_known,
            is_sure=shares_known and ledger.is_sure(*account),
        )


def adjusts(book: Book, move: Move, number: str | None) -> bool:
    """Tell whether a move books the difference that a count found."""
    return number is not None and move.kind in ADJUSTMENTS and cites(book, move, number)


def _alone(lines: Iterable[CountLine]) -> frozenset[int]:
    """Return the lines that are the only word of their count about what they count.

    Of a line that is there twice, or of one without a batch beside others with one,
    nobody can say what it is to be compared with.
    """
    lines = tuple(lines)
    times = Counter((line.event, line.batch) for line in lines)
    by_batch = {line.event for line in lines if line.batch}
    return frozenset(
        line.row
        for line in lines
        if times[line.event, line.batch] == 1 and (line.batch or line.event not in by_batch)
    )
