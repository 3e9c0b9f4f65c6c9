"""The steps of a purchase, from the request to the reimbursement, and the day of each."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from houqin.areas.purchasing.requests import Request
from houqin.areas.purchasing.rows import Purchase
from houqin.areas.stock.items import items_meant
from houqin.areas.stock.rows import Receipt
from houqin.book import Book
from houqin.cells.text import SEPARATORS
from houqin.problems import Both, Place
from houqin.rows import SheetRow

STOCKED = "stocked"  # the step that stands on 入库
STEPS: Mapping[str, Both] = {
    "requested": Both("申请日期", "the day of the request"),
    "approved": Both("审批日期", "the day of the approval"),
    "ordered": Both("采购日期", "the day it was bought"),
    "accepted": Both("验收日期", "the day it was accepted"),
    STOCKED: Both("入库日期", "the day it came into the stock"),
    "principal_read": Both("校长审阅日期", "the day the principal read it"),
    "reimbursed": Both("报销日期", "the day it was reimbursed"),
}


def numbers_in(text: str | None) -> tuple[str, ...]:
    """Return the numbers in a cell: none, one, or several parted by commas."""
    return tuple(part.strip() for part in SEPARATORS.split(text or "") if part.strip())


def receipts_of(line: Purchase, request: Request, book: Book) -> tuple[Receipt, ...]:
    """Return the lines of 入库 of the documents that a line of a request names.

    Where it names none, those that name the request; a document shared with another
    request counts by the lines of its own.
    """
    if Receipt not in book:
        return ()
    if not numbers_in(line.get("receipt") or request.known("receipt")):
        return _receipts(book)[1].get(request.number, ())
    own = (request.number,)
    return tuple(
        row
        for row in documents(line, request, book)
        if request.number in (numbers_in(row.get("request")) or own)
    )


def documents(line: Purchase, request: Request, book: Book) -> tuple[Receipt, ...]:
    """Return the lines of the documents of 入库 that a line names, whatever they say."""
    by_document, _ = _receipts(book)
    named = numbers_in(line.get("receipt") or request.known("receipt"))
    return tuple(row for number in named for row in by_document.get(number, ()))


def receipts_of_item(line: Purchase, request: Request, book: Book) -> tuple[Receipt, ...]:
    """Return those of them that are about the item of the line."""
    return tuple(
        row for row in receipts_of(line, request, book) if item_of(row, book) == item_of(line, book)
    )


def item_of(row: Purchase | Receipt, book: Book) -> str | None:
    """Return which item a line means."""
    return _items(book, type(row))[row.number_on_sheet]


def day_of(step: str, line: Purchase, request: Request, book: Book) -> date | None:
    """Return the day of a step as far as it has come, None for one after the as-of date.

    `NotJudged` where it could not be read.
    """
    if step == STOCKED:
        days = [row.date for row in receipts_of(line, request, book)]
        return max((day for day in days if day <= book.as_of), default=None)
    if not line.has(step):
        return None
    day: date | None = getattr(line, step) or request.one(step)
    return day if day and day <= book.as_of else None


def place_of(step: str, line: Purchase, request: Request, book: Book) -> Place:
    """Return the cell that states the day of a step."""
    if step == STOCKED:
        rows = [row for row in receipts_of(line, request, book) if row.get("date")]
        return max(rows, key=lambda row: row.date).at("date")
    return (line if line.get(step) else request.line_with(step)).at(step)


def before(step: str, line: Purchase, request: Request, book: Book) -> tuple[str, date] | None:
    """Return the last of the steps before one that has a day, with that day."""
    earlier = list(STEPS)[: list(STEPS).index(step)]
    for each in reversed(earlier):
        if day := day_of(each, line, request, book):
            return each, day
    return None


@lru_cache(maxsize=8)
def _items(book: Book, model: type[SheetRow]) -> Mapping[int, str | None]:
    return dict(zip(book[model].numbers, items_meant(book, model), strict=True))


@lru_cache(maxsize=4)
def _receipts(
    book: Book,
) -> tuple[Mapping[str, tuple[Receipt, ...]], Mapping[str, tuple[Receipt, ...]]]:
    """Return the lines of 入库 by document and by the request that they name."""
    by_document: dict[str, list[Receipt]] = {}
    by_request: dict[str, list[Receipt]] = {}
    for row in book[Receipt]:
        if number := row.get("number"):
            by_document.setdefault(number, []).append(row)
        for request in numbers_in(row.get("request")):
            by_request.setdefault(request, []).append(row)
    return _frozen(by_document), _frozen(by_request)


def _frozen(found: Mapping[str, list[Receipt]]) -> Mapping[str, tuple[Receipt, ...]]:
    return {number: tuple(rows) for number, rows in found.items()}
