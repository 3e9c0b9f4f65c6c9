"""The rules about balances: nothing is taken that is not there, or not there yet."""

from collections.abc import Iterator

from houqin.areas.stock.documents import DOCUMENTS, kinds
from houqin.areas.stock.ledger import ZERO, Fall, Move, falls_below_zero, stock_ledger
from houqin.areas.stock.rows import Receipt, StockIssue
from houqin.book import Book
from houqin.problems import Hit
from houqin.rules import Rule, book_rule


@book_rule(
    "STK-07",
    "结存不小于零",
    needs=DOCUMENTS,
    zh=("{kind} {quantity} {unit}后{name}结存为 {after}", "请核对数量或补录入库"),
    en=(
        "taking out {quantity} {unit} leaves {after} of {name}",
        "check the quantity, or enter the receipt that is missing",
    ),
    source="结存 = 期初 + 入库 − 出库",
)
def balance_not_below_zero(book: Book) -> Iterator[Hit]:
    """The balance of an item at a campus does not fall below zero."""
    issues, receipts = book[StockIssue], book[Receipt]
    for fall in falls_below_zero(book):
        if _came_later(book, fall) is None:
            last = _last_receipt(book, fall)
            related = () if last is None else (receipts.place(last.row, "number"),)
            shown = {"kind": kinds(issues)[fall.row], "quantity": fall.before - fall.after}
            shown |= {name: issues.column_or_blank(name)[fall.row] for name in ("unit", "name")}
            shown |= {"before": fall.before, "after": fall.after}
            yield issues.hit(fall.row, "quantity", related=related, **shown)


@book_rule(
    "STK-12",
    "物品入库之后才领用",
    needs=DOCUMENTS,
    zh=("{name}在 {value} 已领用，到 {day} 才入库", "请核对领用日期和入库日期"),
    en=("{name} was taken out on {value}, but came in on {day}", "check the two dates"),
    source="先入库后领用",
)
def nothing_issued_before_it_came(book: Book) -> Iterator[Hit]:
    """Nothing is taken out before it came in."""
    issues, receipts = book[StockIssue], book[Receipt]
    for fall in falls_below_zero(book):
        came = _came_later(book, fall)
        if came is not None:
            place = receipts.place(came.row, "date")
            name = issues.column_or_blank("name")[fall.row]
            yield issues.hit(fall.row, "date", related=(place,), name=name, day=came.day)


def _came_later(book: Book, fall: Fall) -> Move | None:
    """Return the first receipt, if it came only after the fall and covers what was taken."""
    ledger = stock_ledger(book)
    receipts = [move for move in ledger.until(fall.account, book.as_of) if not move.is_issue]
    first = min(receipts, default=None)
    if first is None or first.day <= book[StockIssue].column("date")[fall.row]:
        return None
    return first if ledger.balance(fall.account, first.day) >= ZERO else None


def _last_receipt(book: Book, fall: Fall) -> Move | None:
    """Return the last receipt before a fall."""
    moves = stock_ledger(book).until(fall.account, book[StockIssue].column("date")[fall.row])
    return max((move for move in moves if not move.is_issue), default=None)


RULES: tuple[Rule, ...] = (balance_not_below_zero, nothing_issued_before_it_came)
