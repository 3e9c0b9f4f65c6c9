"""The rule about the prices of what is bought again."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from houqin.areas.measures import COMPARISONS
from houqin.areas.purchasing.rows import Purchase
from houqin.areas.purchasing.steps import item_of
from houqin.areas.stock.rows import Receipt
from houqin.book import Book
from houqin.cells.text import unspaced
from houqin.problems import Hit, Place, Severity
from houqin.rules import Rule, book_rule

CHANGE = "buy.price_change"


class Priced(NamedTuple):
    """What one of an item cost on a day."""

    day: date
    price: Decimal
    line: Purchase | None  # None: it came into the stock
    place: Place


@book_rule(
    "BUY-39",
    "单价与上一次相差不大",
    needs=(Purchase,),
    zh=("单价 {price}，上一次（{day}）是 {last}，相差 {change}%", "请核对单价和规格"),
    en=("the price {price} is {change}% off the last, {last} on {day}", "check price and size"),
    source="与本校采购历史价格比较",
    settings=(CHANGE,),
    severity=Severity.WARNING,
)
def price_is_as_before(book: Book) -> Iterator[Hit]:
    """The price of an item is near what it cost the last time."""
    book[Purchase].require("unit_price")
    history = sorted(_prices(book), key=lambda each: each[0])
    for _, group in groupby(history, key=lambda each: each[0]):
        yield from _jumps((each for _, each in group), book)


def _jumps(history: Iterable[Priced], book: Book) -> Iterator[Hit]:
    """Yield the prices of purchases that are far from the last one of an earlier day."""
    last, latest = None, None
    for each in sorted(history, key=lambda each: each.day):
        if latest and latest.day < each.day:
            last = latest
        latest = each
        if last and each.line and last.price and _is_far(each, last, book):
            change = abs(each.price - last.price) / last.price * 100
            shown = {"price": each.price, "day": last.day, "last": last.price}
            yield each.line.hit(
                "unit_price", related=(last.place,), change=change.quantize(Decimal(1)), **shown
            )


def _is_far(priced: Priced, last: Priced, book: Book) -> bool:
    campus = priced.line.get("campus") if priced.line else None
    setting = book.settings.find(CHANGE, campus, priced.day)
    if setting is None or not isinstance(setting.value, Decimal):
        return False
    change = abs(priced.price - last.price) / last.price
    return not COMPARISONS.get(setting.comparator, COMPARISONS["<="])(change, setting.value)


def _prices(book: Book) -> Iterator[tuple[tuple[str, str, str], Priced]]:
    """Yield what each item cost: as estimated for purchases, and as it came into the stock."""
    lines: list[tuple[Purchase | Receipt, date | None]] = []
    lines += ((row, row.get("requested")) for row in book[Purchase])
    if Receipt in book:
        lines += ((row, row.get("date")) for row in book[Receipt])
    for row, day in lines:
        price, item = row.get("unit_price"), item_of(row, book)
        if day and price is not None and item:
            sort = (item, unspaced(row.get("spec") or ""), unspaced(row.get("unit") or ""))
            line = row if isinstance(row, Purchase) else None
            yield sort, Priced(day, price, line, row.at("unit_price"))


RULES: tuple[Rule, ...] = (price_is_as_before,)
