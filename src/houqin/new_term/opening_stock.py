"""The closing stock as lines of 期初: each batch that is left, worth what it was worth."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate

from houqin.areas.school.rows import PersonRow
from houqin.areas.stock.items import catalogue
from houqin.areas.stock.ledger import stock_ledger
from houqin.areas.stock.lots import Lot, shelves
from houqin.areas.stock.moves import OPENING, ZERO, Account
from houqin.areas.stock.prices import Price, price
from houqin.areas.stock.reconcile import named_items
from houqin.areas.stock.rows import Receipt
from houqin.book import Book
from houqin.cells.money import to_cents
from houqin.master.term import Row

NUMBER = "QC"  # the beginning of the numbers of 期初
PLACES = (Decimal("0.01"), Decimal("0.0001"))  # in which a price per unit may be written
GOODS = ("item", "name", "spec", "unit")

Batch = tuple[str | None, date | None]


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of one batch of an item at a campus."""

    account: Account
    batch: str | None
    expires: date | None
    quantity: Decimal
    amount: Decimal | None  # None where no receipt had a price
    receipt: int  # the row of 入库 that it came with


def left_in_stock(book: Book) -> list[Left]:
    """Return what is left at the end of the as-of day, campus by campus, as items are listed."""
    items = {item: place for place, item in enumerate(named_items(book))}
    campuses = {campus: place for place, campus in enumerate(book.campuses())}

    def place(account: Account) -> tuple[int, str, int]:
        return campuses.get(account.campus, len(campuses)), account.campus, items[account.item]

    return [left for account in sorted(shelves(book), key=place) for left in _of(book, account)]


def _of(book: Book, account: Account) -> Iterator[Left]:
    lots: dict[Batch, list[Lot]] = {}
    for lot in shelves(book)[account].lots:
        lots.setdefault((lot.batch, lot.expires), []).append(lot)
    quantities = [sum((lot.left for lot in same), ZERO) for same in lots.values()]
    amounts = _amounts(average_price(book, account), quantities)
    for (batch, expires), same, quantity, amount in zip(
        lots, lots.values(), quantities, amounts, strict=True
    ):
        yield Left(account, batch, expires, quantity, amount, same[0].row)


def average_price(book: Book, account: Account) -> Price | None:
    """Return the average price of the receipts of an account, None where none has a price.

    A price of 物品目录 is not written into the lines: it goes over with 物品目录.
    """
    moves = stock_ledger(book).until(account, book.as_of)
    priced = any(move.amount is not None for move in moves)
    return price(book, account, book.as_of) if priced else None


def _amounts(average: Price | None, quantities: list[Decimal]) -> list[Decimal | None]:
    """Share out what all is worth, so that the shares add up to it to the cent."""
    if average is None:
        return [None] * len(quantities)
    so_far = [average.of(quantity) for quantity in accumulate(quantities)]
    return [after - before for before, after in zip([ZERO, *so_far], so_far, strict=False)]


def opening_rows(book: Book, note: str) -> list[Row]:
    """Return the lines of 期初, on the as-of day; each batch of an item once in a document."""
    documents: dict[tuple[str, int], str] = {}
    seen: dict[tuple[Account, str | None], int] = {}
    rows = []
    for left in left_in_stock(book):
        turn = seen[left.account, left.batch] = seen.get((left.account, left.batch), 0) + 1
        number = f"{NUMBER}-{book.as_of:%Y%m%d}-{len(documents) + 1:02}"
        number = documents.setdefault((left.account.campus, turn), number)
        rows.append(_row(book, left, number, note))
    return rows


def _row(book: Book, left: Left, number: str, note: str) -> Row:
    acceptor, keeper = _people(book, left.account.campus)
    return {
        "number": number,
        "date": book.as_of,
        "campus": left.account.campus,
        "kind": OPENING,
        **_goods(book, left),
        "quantity": left.quantity,
        "unit_price": _unit_price(left),
        "amount": left.amount,
        "batch": left.batch,
        "expires": left.expires,
        "acceptor": acceptor,
        "keeper": keeper,
        "note": note,
    }


def _goods(book: Book, left: Left) -> Row:
    """Return how the item is called: as 物品目录 has it, else as it came."""
    came = book[Receipt][left.receipt]
    listed = catalogue(book).by_number.get(left.account.item)
    if listed is None:
        return {field: came.get(field) for field in GOODS}
    return {
        "item": left.account.item,
        "name": listed.name,
        "spec": came.get("spec"),
        "unit": listed.unit or came.get("unit"),
    }


def _unit_price(left: Left) -> Decimal | None:
    """Return a price per unit that gives the very amount; None where none does."""
    if left.amount is None:
        return None
    prices = ((left.amount / left.quantity).quantize(places) for places in PLACES)
    return next((each for each in prices if to_cents(each * left.quantity) == left.amount), None)


def _people(book: Book, campus: str) -> tuple[str | None, str | None]:
    """Return who accepted and kept goods last at a campus: those who are still there, if any."""
    receipts = book[Receipt]
    columns = (receipts.column_or_blank(field) for field in ("campus", "acceptor", "keeper"))
    pairs = [
        (acceptor, keeper)
        for where, acceptor, keeper in zip(*columns, strict=True)
        if where == campus and acceptor and keeper and acceptor != keeper
    ]
    away = _who_left(book)
    here = [pair for pair in pairs if away.isdisjoint(pair)]
    return next(reversed(here or pairs), (None, None))


def _who_left(book: Book) -> frozenset[str]:
    if PersonRow not in book:
        return frozenset()
    rows = book[PersonRow]
    people: Iterable[tuple[str, date | None]] = zip(
        rows.column_or_blank("name"), rows.column_or_blank("left"), strict=True
    )
    return frozenset(name for name, left in people if left and left <= book.as_of)
