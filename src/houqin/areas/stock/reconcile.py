"""The reconciliation of the stock: what there was, came, went and was counted (contract 3)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from houqin.areas.stock.counting import CountLine, counts
from houqin.areas.stock.items import catalogue, items_meant
from houqin.areas.stock.ledger import stock_ledger
from houqin.areas.stock.moves import NO_KIND, OPENING, ZERO, Account, Sheet
from houqin.areas.stock.prices import price
from houqin.areas.stock.rows import Count, Receipt, StockIssue
from houqin.book import Book, Period
from houqin.cells.money import to_cents
from houqin.rows import Rows, SheetRow

Day = date  # inside LatestCount the word date is a field

# The column of a move by its kind; a kind that is not listed is that of a blank cell.
COLUMNS: Mapping[Sheet, Mapping[str, str]] = {
    Receipt: {
        OPENING: "opening",
        "采购": "received",
        "捐赠": "received",
        "调入": "transferred_in",
        "退库": "returned",
        "盘盈": "gains",
    },
    StockIssue: {
        "领用": "issued",
        "调出": "transferred_out",
        "退货": "returned_out",
        "报废": "scrapped",
        "盘亏": "losses",
    },
}
NAMED_ON: tuple[type[SheetRow], ...] = (Receipt, StockIssue, Count)
INCOMING = ("opening", "received", "transferred_in", "returned", "gains")
OUTGOING = ("issued", "transferred_out", "returned_out", "scrapped", "losses")


class State(StrEnum):
    """What the latest count says about the book."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_COUNTED = "not counted"


@dataclass(frozen=True, slots=True)
class LatestCount:
    """The latest count of an item at a campus; every field is None where there is none."""

    number: str | None = None
    date: Day | None = None
    book: Decimal | None = None  # at the time of counting
    counted: Decimal | None = None  # None: listed, but not counted
    variance: Decimal | None = None
    price: Decimal | None = None
    value: Decimal | None = None  # of the variance; None where no price is known
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One item at one campus over the period."""

    item: str
    name: str
    unit: str
    campus: str
    opening: Decimal
    received: Decimal
    transferred_in: Decimal
    returned: Decimal
    gains: Decimal
    issued: Decimal
    transferred_out: Decimal
    returned_out: Decimal
    scrapped: Decimal
    losses: Decimal
    book: Decimal  # at the end of the period
    count: LatestCount
    state: State
    sure: bool  # False: a line that may belong here could not be read, or is in doubt


@dataclass(frozen=True, slots=True)
class Total:
    """The value of all variances of a campus, as far as prices are known."""

    campus: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Every item at every campus, and the proof that nothing got lost in between.

    `proof` is true when the columns of every line add up to its book, and when the
    columns of all lines add up to the quantities on the sheets, summed without them.
    """

    as_of: date
    period: Period
    lines: tuple[Line, ...]
    totals: tuple[Total, ...]
    proof: bool
    left_out: int  # lines of 入库 and 领用 that could not be booked; each is told at its cell


def reconcile(book: Book) -> Reconciliation:
    """Reconcile the stock over the period of the book, with the latest count up to its end.

    Raises:
        NoColumn: a sheet lacks a column without which nothing can be booked.
    """
    period, ledger = book.period, stock_ledger(book)
    latest = counts(book).latest(period.end)
    moved = {each for each in ledger.moves if ledger.until(each, period.end)}
    accounts = _in_order(book, moved | latest.keys())
    lines = tuple(_line(book, account, latest.get(account, ())) for account in accounts)
    proof = all(_adds_up(line) for line in lines) and _sums(lines) == _sums_of_sheets(book)
    left_out = sum(map(len, ledger.left_out.values()))
    return Reconciliation(book.as_of, period, lines, _totals(lines), proof, left_out)


def _line(book: Book, account: Account, counted: tuple[CountLine, ...]) -> Line:
    ledger = stock_ledger(book)
    columns: dict[str, Decimal] = dict.fromkeys((*INCOMING, *OUTGOING), ZERO)
    for move in ledger.until(account, book.period.end):
        column = _column(move.day, move.kind, book.period, StockIssue if move.is_issue else Receipt)
        columns[column] += move.change if column == "opening" else abs(move.change)
    count = _latest_count(book, account, counted)
    name, unit = named_items(book)[account.item]
    return Line(
        item=account.item,
        name=name,
        unit=unit,
        campus=account.campus,
        **columns,
        book=ledger.balance(account, book.period.end),
        count=count,
        state=_state(count.variance),
        sure=ledger.is_sure(*account) and all(line.is_sure for line in counted),
    )


def _column(day: date, kind: str, period: Period, model: Sheet) -> str:
    if day < period.start:
        return "opening"
    return COLUMNS[model].get(kind) or COLUMNS[model][NO_KIND[model]]


def _state(variance: Decimal | None) -> State:
    if variance is None:
        return State.NOT_COUNTED
    return State.DIFFERS if variance else State.AGREES


def _latest_count(book: Book, account: Account, lines: tuple[CountLine, ...]) -> LatestCount:
    """Put the lines of a count together: one, or one for each batch counted."""
    if not lines:
        return LatestCount()
    last = lines[-1]
    counted = [line for line in lines if line.counted is not None]
    by_batch = all(line.batch and line.shares_known for line in lines)
    compared = (counted or lines) if by_batch else ()
    on_book = sum((line.book for line in compared), ZERO) if by_batch else last.whole
    if not counted or (len(counted) < len(lines) and not by_batch):
        return LatestCount(last.number, last.day, on_book)
    total = sum((line.counted or ZERO for line in counted), ZERO)
    cost, variance = price(book, account, last.day), total - on_book
    reasons = book[Count].column_or_blank("reason")
    told = dict.fromkeys(reasons[line.row] for line in lines if reasons[line.row])
    return LatestCount(
        number=last.number,
        date=last.day,
        book=on_book,
        counted=total,
        variance=variance,
        price=None if cost is None else to_cents(cost.each),
        value=None if cost is None else cost.of(variance),
        reason="、".join(told) or None,
    )


def _adds_up(line: Line) -> bool:
    came = sum((getattr(line, column) for column in INCOMING), ZERO)
    went = sum((getattr(line, column) for column in OUTGOING), ZERO)
    return came - went == line.book


def _sums(lines: Iterable[Line]) -> dict[str, Decimal]:
    """Add up each column of all lines."""
    lines = tuple(lines)
    return {
        column: sum((getattr(line, column) for line in lines), ZERO)
        for column in (*INCOMING, *OUTGOING)
    }


def _sums_of_sheets(book: Book) -> dict[str, Decimal]:
    """Add up the same straight from the sheets, item by item or not."""
    sums = dict.fromkeys((*INCOMING, *OUTGOING), ZERO)
    for model, left_out in stock_ledger(book).left_out.items():
        for column, quantity in _quantities(book[model], model, book.period, left_out):
            sums[column] += quantity
    return sums


def _quantities(
    rows: Rows[Any], model: Sheet, period: Period, left_out: frozenset[int]
) -> Iterator[tuple[str, Decimal]]:
    """Yield the quantities on a sheet up to the end of the period, each with its column."""
    columns = (rows.column("date"), rows.column_or_blank("kind"), rows.column("quantity"))
    for row, (day, kind, quantity) in enumerate(zip(*columns, strict=True)):
        if row not in left_out and day <= period.end:
            column = _column(day, kind or "", period, model)
            yield column, -quantity if column == "opening" and model is StockIssue else quantity


def _totals(lines: Iterable[Line]) -> tuple[Total, ...]:
    values: dict[str, Decimal] = {}
    for line in lines:
        values[line.campus] = values.get(line.campus, ZERO) + (line.count.value or ZERO)
    return tuple(Total(campus, to_cents(value)) for campus, value in values.items())


@lru_cache(maxsize=1)
def named_items(book: Book) -> Mapping[str, tuple[str, str]]:
    """Return name and unit of every item: as listed, else as on the first line about it."""
    found = {
        listed.item: (listed.name, listed.unit or "")
        for listed in catalogue(book).by_number.values()
    }
    for rows in (book[model] for model in NAMED_ON if model in book):
        items, fields = items_meant(book, rows.model), ("name", "unit")
        for item, name, unit in zip(items, *map(rows.column_or_blank, fields), strict=True):
            if item is not None and item not in found:
                found[item] = (name or item, unit or "")
    return found


def _in_order(book: Book, accounts: Iterable[Account]) -> list[Account]:
    """Sort accounts as items are listed, and within an item as campuses are."""
    items = {item: place for place, item in enumerate(named_items(book))}
    campuses = {campus: place for place, campus in enumerate(book.campuses())}

    def place(account: Account) -> tuple[int, int, str]:
        return items[account.item], campuses.get(account.campus, len(campuses)), account.campus

    return sorted(accounts, key=place)
