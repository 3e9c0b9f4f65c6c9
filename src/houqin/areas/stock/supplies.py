"""The rules about supplies: enough of them, none expired, the earliest used first."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from houqin.areas.makers import unique
from houqin.areas.school.rows import ClassRow, PersonRow
from houqin.areas.stock.items import catalogue
from houqin.areas.stock.ledger import stock_ledger
from houqin.areas.stock.lots import Lot, Shelf, shelves, used
from houqin.areas.stock.moves import ZERO, Account
from houqin.areas.stock.reserves import PER_CLASS, PER_PERSON, balances, needs
from houqin.areas.stock.rows import Item, Receipt, Reserve, StockIssue
from houqin.book import Book
from houqin.problems import Hit, Severity
from houqin.rows import Rows
from houqin.rules import Rule, book_rule

BOOKS = (Receipt, StockIssue)
STANDARD = "储备标准：应储数量 = 基数 × 定额 × 天数，只计有效期内的"
PACKAGE = "包装上的有效期"
FIRST_OUT = "先到期的先用"
LIMITS = "物品目录的最低库存和最高库存"
MISSING_ZH = ("{campus}应备 {required} {unit}，可用 {usable}，缺 {missing}", "请补货")
MISSING_EN = (
    "{campus} must hold {required} {unit} and has {usable} to use, {missing} too few",
    "order more",
)


@book_rule(
    "SUP-01",
    "固定和按校区的储备达到标准",
    needs=(Reserve, *BOOKS),
    zh=MISSING_ZH,
    en=MISSING_EN,
    severity=Severity.WARNING,
    source=STANDARD,
)
def fixed_reserve_is_held(book: Book) -> Iterator[Hit]:
    """A fixed reserve, or one for each campus, is there to be used."""
    return _shortages(book, counted_by_heads=False)


@book_rule(
    "SUP-02",
    "按人和按班的储备达到标准",
    needs=(Reserve, *BOOKS, ClassRow, PersonRow),
    zh=MISSING_ZH,
    en=MISSING_EN,
    severity=Severity.WARNING,
    source=STANDARD,
)
def reserve_by_heads_is_held(book: Book) -> Iterator[Hit]:
    """A reserve for each person or class is there to be used."""
    return _shortages(book, counted_by_heads=True)


@book_rule(
    "SUP-03",
    "库存中没有过期物品",
    needs=BOOKS,
    zh=("有效期到 {value}，已过期，还有 {left} {unit}", "请停止使用并登记报废"),
    en=("expired on {value} with {left} {unit} left", "use none of it and enter it as scrapped"),
    severity=Severity.WARNING,
    source=PACKAGE,
)
def nothing_expired_in_stock(book: Book) -> Iterator[Hit]:
    """Nothing in stock has expired."""
    for _, _, lot in _dated_lots(book):
        if not lot.is_usable(book.as_of) and not _expired_already(lot):
            yield _at_lot(book, lot)


@book_rule(
    "SUP-04",
    "临期物品在到期前用得完",
    needs=BOOKS,
    zh=("{days} 天后到期，还有 {left} {unit}，照近来的用量用不完", "请优先使用或调给别处"),
    en=("expires in {days} days with {left} {unit} left, more than will be used", "use it first"),
    severity=Severity.WARNING,
    source=PACKAGE,
    settings=("stock.expiry_soon_days",),
)
def used_before_it_expires(book: Book) -> Iterator[Hit]:
    """What expires soon is used up before, if as much is used as lately."""
    for account, shelf, lot in _dated_lots(book):
        soon = book.settings.number("stock.expiry_soon_days", account.campus, book.as_of)
        days = ((lot.expires or book.as_of) - book.as_of).days
        if soon and 0 <= days <= soon:
            first = [each for each in shelf.lots if each.is_usable(book.as_of)]
            until_then = sum((each.left for each in first if each.turn <= lot.turn), ZERO)
            if until_then * int(soon) > used(book, account, int(soon)) * days:
                yield _at_lot(book, lot, days=days)


@book_rule(
    "SUP-05",
    "先到期的先领用",
    needs=BOOKS,
    zh=("领用批号 {value}（{expires} 到期）时，{earlier} 到期的还有 {left}", "请先领用先到期的"),
    en=(
        "batch {value} expires on {expires}, but {left} that expire on {earlier} were still there",
        "take what expires first",
    ),
    severity=Severity.WARNING,
    source=FIRST_OUT,
)
def earliest_is_taken_first(book: Book) -> Iterator[Hit]:
    """Of several batches the one that expires first is taken first."""
    issues, receipts, ledger = book[StockIssue], book[Receipt], stock_ledger(book)
    if not any(issues.column_or_blank("batch")) or not any(receipts.column_or_blank("expires")):
        return
    for account, shelf in shelves(book).items():
        for each in shelf.too_early if ledger.is_sure(*account) else ():
            place = receipts.place(each.earlier.row, "expires")
            yield issues.hit(
                each.row,
                "batch",
                related=(place,),
                expires=each.expires,
                earlier=each.earlier.expires,
                left=each.earlier.left,
            )


@book_rule(
    "SUP-06",
    "结存不低于最低库存",
    needs=(Item, *BOOKS),
    zh=("{name}结存 {balance} {unit}，低于最低库存 {value}", "请补货"),
    en=("{balance} {unit} of {name} are in stock, fewer than {value}", "order more"),
    severity=Severity.WARNING,
    source=LIMITS,
)
def stock_is_not_low(book: Book) -> Iterator[Hit]:
    """The balance of an item at all campuses is not below its lowest stock."""
    told = {need.account.item for need in needs(book) if need.missing}  # order it once
    for row, limit, shown in _limits(book, "low"):
        if shown["balance"] < limit and shown["item"] not in told:
            yield book[Item].hit(row, "low", **shown)


@book_rule(
    "SUP-07",
    "结存不高于最高库存",
    needs=(Item, *BOOKS),
    zh=("{name}结存 {balance} {unit}，超过最高库存 {value}", "请暂停采购，或调整最高库存"),
    en=("{balance} {unit} of {name} are in stock, more than {value}", "buy none for now"),
    severity=Severity.WARNING,
    source=LIMITS,
)
def stock_is_not_high(book: Book) -> Iterator[Hit]:
    """The balance of an item at all campuses is not above its highest stock."""
    for row, limit, shown in _limits(book, "high"):
        if shown["balance"] > limit:
            yield book[Item].hit(row, "high", **shown)


standard_stated_once = unique(
    "SUP-08",
    Reserve,
    ("name", "item", "campus"),
    ("同一物品在一个校区只有一个储备标准", "An item has one reserve standard at a campus."),
    source=STANDARD,
)


def _shortages(book: Book, *, counted_by_heads: bool) -> Iterator[Hit]:
    for need in needs(book):
        if need.missing and (need.basis in {PER_PERSON, PER_CLASS}) == counted_by_heads:
            yield book[Reserve].hit(
                need.row,
                "quota",
                campus=need.account.campus,
                unit=need.unit,
                required=need.required,
                usable=need.usable,
                missing=need.missing,
            )


def _dated_lots(book: Book) -> Iterator[tuple[Account, Shelf, Lot]]:
    """Yield what is left of the lots that expire, where the balance is not in doubt."""
    ledger, rows = stock_ledger(book), book[Receipt]
    rows.require("expires")
    stated = rows.column("expires")
    for account, shelf in shelves(book).items():
        for lot in shelf.lots if ledger.is_sure(*account) else ():
            if lot.left > 0 and stated[lot.row] is not None:
                yield account, shelf, lot


def _at_lot(book: Book, lot: Lot, **shown: Any) -> Hit:
    rows = book[Receipt]
    unit = rows.column_or_blank("unit")[lot.row]
    return rows.hit(lot.row, "expires", left=lot.left, unit=unit, **shown)


def _expired_already(lot: Lot) -> bool:
    """Tell whether it had expired when it came; that is told when it comes in."""
    return lot.expires is not None and lot.expires < lot.day


def _limits(book: Book, field: str) -> Iterator[tuple[int, Decimal, dict[str, Any]]]:
    """Yield the limits stated on 物品目录: their row, and what the words show.

    Left out are those of an item whose lowest stock is above its highest: no balance is
    between them, and it is told already (STK-04).
    """
    items, found = book[Item], catalogue(book).by_number
    numbers, limits = items.column("item"), items.column(field)
    balance_of, contrary = balances(book), _contrary(items)
    for row in items.judged("item", field):
        listed = found[numbers[row]]
        if limits[row] is None or row in contrary:
            continue
        if listed.row == row and listed.item in balance_of:
            shown = {"item": listed.item, "name": listed.name, "unit": listed.unit}
            yield row, limits[row], shown | {"balance": balance_of[listed.item]}


def _contrary(items: Rows[Item]) -> frozenset[int]:
    """Return the items whose lowest stock is above their highest."""
    limits = zip(items.column_or_blank("low"), items.column_or_blank("high"), strict=True)
    return frozenset(
        row
        for row, (low, high) in enumerate(limits)
        if low is not None and high is not None and low > high
    )


RULES: tuple[Rule, ...] = (
    fixed_reserve_is_held,
    reserve_by_heads_is_held,
    nothing_expired_in_stock,
    used_before_it_expires,
    earliest_is_taken_first,
    stock_is_not_low,
    stock_is_not_high,
    standard_stated_once,
)
