"""What to enter so that the book says what was counted; proposed, never posted."""

from dataclasses import dataclass
from decimal import Decimal

from houqin.areas.stock.counting import CountLine, adjusts, counts
from houqin.areas.stock.ledger import balance, stock_ledger
from houqin.areas.stock.moves import ZERO
from houqin.areas.stock.reconcile import named_items
from houqin.book import Book


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A line of 入库 or 领用 to enter so that the book says what was counted."""

    kind: str  # 盘盈 or 盘亏
    campus: str
    item: str
    name: str
    unit: str
    batch: str | None
    quantity: Decimal
    note: str  # the number of the count that it cites


def adjustments(book: Book) -> tuple[Adjustment, ...]:
    """Propose the 盘盈 and 盘亏 that the latest counts call for; nothing is posted.

    What a 盘盈 or 盘亏 that cites the count has posted already is taken off.
    """
    lines = [
        line for found in counts(book).latest(book.as_of).values() for line in found if line.is_sure
    ]
    proposed = (_adjustment(book, line) for line in lines if line.counted is not None)
    return tuple(each for each in proposed if each is not None)


def _adjustment(book: Book, line: CountLine) -> Adjustment | None:
    moves = stock_ledger(book).moves.get(line.account, ())
    of_it = (move for move in moves if line.batch in {None, move.batch})
    posted = balance(move for move in of_it if adjusts(book, move, line.number))
    quantity = (line.counted or ZERO) - line.unadjusted - posted
    if not quantity:
        return None
    kind = "盘盈" if quantity > 0 else "盘亏"
    item, campus = line.account
    note = line.number or line.day.isoformat()
    return Adjustment(kind, campus, item, *named_items(book)[item], line.batch, abs(quantity), note)
