"""What the school saves by mending things itself, and what it uses up in doing so.

Saved is the lowest valid quote (the estimate where nobody was asked) less the materials:
the 实际费用 as written, else what the stock issues named were worth on their day.
"""

from collections.abc import Iterator
from decimal import Decimal

from houqin.areas.makers import numbers_in
from houqin.areas.repairs.materials import documents
from houqin.areas.repairs.route import is_own_work, lowest_offer, stated
from houqin.areas.repairs.rows import Repair
from houqin.areas.stock.items import items_meant
from houqin.areas.stock.moves import Account
from houqin.areas.stock.prices import price
from houqin.areas.stock.rows import StockIssue
from houqin.book import Book
from houqin.cells.money import to_cents
from houqin.rows import NotJudged


def saved(row: Repair, book: Book) -> Decimal | None:
    """Return what the school's own work saved, None where it cannot be reckoned."""
    if not is_own_work(row) or stated(row, "finished") is None:
        return None
    else_paid = lowest_offer(row) or stated(row, "estimate")
    used = materials_used(row, book)
    return None if else_paid is None or used is None else to_cents(else_paid - used)


def materials_used(row: Repair, book: Book) -> Decimal | None:
    """Return what the materials of a repair cost, None where nothing tells."""
    cost: Decimal | None = stated(row, "cost")
    if cost is not None:
        return cost
    numbers = numbers_in(stated(row, "materials"))
    if not numbers or StockIssue not in book:
        return None
    worths = list(_worths(numbers, book))
    known = [worth for worth in worths if worth is not None]
    return sum(known, Decimal(0)) if worths and len(known) == len(worths) else None


def _worths(numbers: tuple[str, ...], book: Book) -> Iterator[Decimal | None]:
    """Yield what each line of some documents was worth on its day."""
    found, items = documents(book), items_meant(book, StockIssue)
    rows = book[StockIssue]
    places = {row: index for index, row in enumerate(rows.numbers)}
    for line in (line for number in numbers for line in found.get(number, ())):
        yield _worth(line, items[places[line.number_on_sheet]], book)


def _worth(line: StockIssue, item: str | None, book: Book) -> Decimal | None:
    try:
        cost = price(book, Account(item or "", line.campus), line.date)
        return None if cost is None else cost.of(line.quantity)
    except NotJudged:
        return None
