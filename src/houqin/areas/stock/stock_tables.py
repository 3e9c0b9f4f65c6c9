"""The tables of the summary about the stock."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from houqin.areas.stock.items import listed
from houqin.areas.stock.reconcile import INCOMING, OUTGOING, Line, Reconciliation, named_items
from houqin.areas.stock.worth import Stock, Worth
from houqin.areas.tallies import MONTH, names
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import SectionTable, Unit, Value

MOST_SHOWN = 10
NO_CATEGORY = "未分类"
ITEM_HEADINGS = (
    Both("物品编号", "Item"),
    Both("物品名称", "Name"),
    Both("校区", "Campus"),
    Both("单位", "Unit"),
)
ITEM_UNITS = (Unit.TEXT,) * len(ITEM_HEADINGS)
COLUMN_HEADINGS = {
    "opening": Both("期初", "Opening"),
    "received": Both("采购、捐赠", "Received"),
    "transferred_in": Both("调入", "Moved in"),
    "returned": Both("退库", "Returned"),
    "gains": Both("盘盈", "Gains"),
    "issued": Both("领用", "Issued"),
    "transferred_out": Both("调出", "Moved out"),
    "returned_out": Both("退货", "Sent back"),
    "scrapped": Both("报废", "Scrapped"),
    "losses": Both("盘亏", "Losses"),
}
BOOK_HEADING = Both("结存", "Book")


def reconciled(found: Reconciliation) -> SectionTable:
    """Return what there was, came and went of every item at every campus."""
    columns = (*INCOMING, *OUTGOING)
    return SectionTable(
        "reconciliation",
        Both("库存对账", "Reconciliation"),
        (*ITEM_HEADINGS, *(COLUMN_HEADINGS[column] for column in columns), BOOK_HEADING),
        (*ITEM_UNITS, *(Unit.QUANTITY,) * (len(columns) + 1)),
        tuple(
            (*_of_item(line), *(getattr(line, column) for column in columns), line.book)
            for line in found.lines
        ),
        Both("没有入库和领用", "nothing came or went"),
    )


def variances(stock: Sequence[Stock]) -> SectionTable:
    """Return the items whose latest count of the period is not the book."""
    headings = (
        Both("盘点单号", "Count"),
        Both("盘点日期", "Date"),
        Both("账面数量", "Book"),
        Both("实盘数量", "Counted"),
        Both("差异数量", "Variance"),
        Both("差异金额", "Value"),
        Both("差异原因", "Reason"),
    )
    units = (Unit.TEXT, Unit.DATE, *(Unit.QUANTITY,) * 3, Unit.MONEY, Unit.TEXT)
    rows = [(_of_item(each.line), each.line.count) for each in stock if each.differs]
    return SectionTable(
        "variances",
        Both("盘点差异", "Variances"),
        (*ITEM_HEADINGS, *headings),
        (*ITEM_UNITS, *units),
        tuple(
            (*item, c.number, c.date, c.book, c.counted, c.variance, c.value, c.reason)
            for item, c in rows
        ),
        Both("账实相符", "every count agrees with the book"),
    )


def uncounted(stock: Sequence[Stock]) -> SectionTable:
    """Return the items in stock that were not counted in the period."""
    return SectionTable(
        "not_counted",
        Both("未盘点的物品", "Items not counted"),
        (*ITEM_HEADINGS, BOOK_HEADING),
        (*ITEM_UNITS, Unit.QUANTITY),
        tuple((*_of_item(each.line), each.line.book) for each in stock if each.is_due),
        Both("有结存的物品都已盘点", "every item in stock was counted"),
    )


def issues_by_month(book: Book, moves: Sequence[Worth]) -> SectionTable:
    """Return what was taken each month, by category, in money: units differ."""
    amounts: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    found = listed(book, "category")
    for each in moves:
        if each.is_issue and each.amount is not None:
            category = found.get(each.account.item) or NO_CATEGORY
            amounts[each.month][category] += each.amount
    categories = sorted({category for month in amounts.values() for category in month})
    return SectionTable(
        "issues_by_month",
        Both("各月领用金额", "Issued by month and category"),
        (MONTH, *names(categories)),
        (Unit.TEXT, *(Unit.MONEY,) * len(categories)),
        tuple((month, *(amounts[month][each] for each in categories)) for month in sorted(amounts)),
    )


def top_issues(book: Book, moves: Sequence[Worth]) -> SectionTable:
    """Return the items of which most was taken, by what it is worth."""
    amounts: dict[str, Decimal] = defaultdict(Decimal)
    for each in moves:
        if each.is_issue and each.amount is not None:
            amounts[each.account.item] += each.amount
    top = sorted(amounts, key=lambda item: (-amounts[item], item))[:MOST_SHOWN]
    return SectionTable(
        "top_issues",
        Both("领用金额最高的物品", "Items issued most, by value"),
        (Both("物品名称", "Name"), Both("领用金额", "Issued")),
        (Unit.TEXT, Unit.MONEY),
        tuple((named_items(book)[item][0], amounts[item]) for item in top),
    )


def _of_item(line: Line) -> tuple[Value, ...]:
    return line.item, line.name, line.campus, line.unit
