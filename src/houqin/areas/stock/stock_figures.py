"""What the summary tells of receipts, stock issues and counts."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from houqin.areas.stock.items import listed
from houqin.areas.stock.ledger import campuses_of, stock_ledger
from houqin.areas.stock.lots import TAKEN
from houqin.areas.stock.measures import Measure, money, share
from houqin.areas.stock.moves import ZERO, Account, Move
from houqin.areas.stock.prices import Price, listed_price, price
from houqin.areas.stock.reconcile import (
    COLUMNS,
    INCOMING,
    OUTGOING,
    Line,
    Reconciliation,
    State,
    named_items,
    reconcile,
)
from houqin.areas.stock.rows import Receipt
from houqin.book import Book
from houqin.problems import Both
from houqin.sections import Chart, Section, SectionTable, Unit, Value

MOST_SHOWN = 10
RECEIVED = "received"
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


@dataclass(frozen=True, slots=True)
class Worth:
    """What one move of the period is worth."""

    account: Account
    month: str  # such as 2020-05
    quantity: Decimal
    amount: Decimal | None  # None where no price is known
    is_issue: bool

    @property
    def campus(self) -> str:
        """The campus of the move."""
        return self.account.campus


@dataclass(frozen=True, slots=True)
class Stock:
    """What an item at a campus is worth at the end of the period, and whether it was counted."""

    line: Line
    amount: Decimal | None  # None where no price is known
    was_counted: bool  # in the period

    @property
    def campus(self) -> str:
        """The campus of the item."""
        return self.line.campus

    @property
    def is_due(self) -> bool:
        """Tell whether there is stock that was not counted."""
        return self.line.book > 0 and not self.was_counted

    @property
    def differs(self) -> bool:
        """Tell whether the count was not that of the book."""
        return self.was_counted and self.line.state is State.DIFFERS


def moves_with_amounts(book: Book) -> Iterator[Worth]:
    """Yield what was bought or given, and what was taken, in the period."""
    for account, moves in stock_ledger(book).moves.items():
        quantity, amount = ZERO, ZERO  # of the priced receipts so far
        for move in moves:
            if move.amount is not None:
                quantity, amount = quantity + move.change, amount + move.amount
            if move.day in book.period and _is_told(move):
                own = Price(amount, quantity) if quantity else listed_price(book, account.item)
                worth = _worth(move, own)
                yield Worth(
                    account, move.day.isoformat()[:7], abs(move.change), worth, move.is_issue
                )


def _is_told(move: Move) -> bool:
    received = COLUMNS[Receipt].get(move.kind) == RECEIVED
    return move.kind == TAKEN if move.is_issue else received


def _worth(move: Move, own_price: Price | None) -> Decimal | None:
    """Return what a receipt cost; of an issue what it is worth at the price of its day."""
    if not move.is_issue:
        return move.amount
    return None if own_price is None else own_price.of(-move.change)


def stock_at_end(book: Book, found: Reconciliation) -> tuple[Stock, ...]:
    """Return what is in stock at the end of the period."""
    return tuple(
        Stock(
            line,
            _value(book, line),
            line.count.counted is not None and line.count.date in book.period,
        )
        for line in found.lines
    )


def _value(book: Book, line: Line) -> Decimal | None:
    cost = price(book, Account(line.item, line.campus), book.period.end)
    return None if cost is None else cost.of(line.book)


def _received(moves: Sequence[Worth]) -> Decimal:
    return money(each.amount for each in moves if not each.is_issue)


def _issued(moves: Sequence[Worth]) -> Decimal:
    return money(each.amount for each in moves if each.is_issue)


def _stock(stock: Sequence[Stock]) -> Decimal:
    return money(each.amount for each in stock)


def _without_price(stock: Sequence[Stock]) -> int:
    return sum(each.amount is None and each.line.book != 0 for each in stock)


def _counted(stock: Sequence[Stock]) -> int:
    return sum(each.was_counted for each in stock)


def _differing(stock: Sequence[Stock]) -> int:
    return sum(each.differs for each in stock)


def _differences(stock: Sequence[Stock]) -> Decimal:
    return money(each.line.count.value for each in stock if each.differs)


def _agreeing(stock: Sequence[Stock]) -> Decimal | None:
    return share(_counted(stock) - _differing(stock), _counted(stock))


def _not_counted(stock: Sequence[Stock]) -> int:
    return sum(each.is_due for each in stock)


OF_MOVES: tuple[Measure[Worth], ...] = (
    Measure(
        "stock.received_amount",
        Both("入库金额", "Received"),
        Unit.MONEY,
        _received,
        Both(
            "入库 中本期 采购、捐赠 各行 数量×单价（没有单价的取金额）之和",
            "quantity × price, else amount, of the lines 采购 and 捐赠 of the period on 入库",
        ),
    ),
    Measure(
        "stock.issued_amount",
        Both("领用金额", "Issued"),
        Unit.MONEY,
        _issued,
        Both(
            "领用 中本期 领用 各行 数量×当日加权平均单价（没有的取参考单价）之和",
            "quantity × average price of the day, else 参考单价, of the lines 领用 of the period",
        ),
    ),
)
OF_STOCK: tuple[Measure[Stock], ...] = (
    Measure(
        "stock.amount",
        Both("库存金额", "In stock"),
        Unit.MONEY,
        _stock,
        Both(
            "期末结存×加权平均单价（没有的取参考单价）之和，不含没有单价的物品",
            "book at the end of the period × average price, else 参考单价; items without one left out",
        ),
    ),
    Measure(
        "stock.without_price",
        Both("没有单价的物品项数", "Items without a price"),
        Unit.COUNT,
        _without_price,
        Both(
            "有结存而 入库 和 物品目录 都没有单价的物品，按校区计",
            "items with a balance but no price on 入库 or 物品目录, each campus apart",
        ),
    ),
    Measure(
        "stock.counted",
        Both("盘点项数", "Items counted"),
        Unit.COUNT,
        _counted,
        Both(
            "盘点 中本期有实盘数量的物品，按校区计",
            "items with a quantity counted in the period on 盘点, each campus apart",
        ),
    ),
    Measure(
        "stock.differing",
        Both("差异项数", "Items that differ"),
        Unit.COUNT,
        _differing,
        Both(
            "本期最近一次盘点的实盘数量与盘点时账面不同的物品",
            "items whose latest count of the period is not the book at that time",
        ),
    ),
    Measure(
        "stock.difference_amount",
        Both("差异金额", "Value of differences"),
        Unit.MONEY,
        _differences,
        Both(
            "各项差异数量×盘点日加权平均单价之和，盘亏为负",
            "variance × average price on the day of the count, added up; losses are negative",
        ),
    ),
    Measure(
        "stock.agreement_rate",
        Both("账实相符率", "Agreement with the book"),
        Unit.RATE,
        _agreeing,
        Both(
            "盘点相符的项数 ÷ 盘点项数",
            "items counted that agree with the book ÷ items counted",
        ),
    ),
    Measure(
        "stock.not_counted",
        Both("未盘点项数", "Items not counted"),
        Unit.COUNT,
        _not_counted,
        Both(
            "期末有结存而本期没有实盘数量的物品，按校区计",
            "items with a balance at the end and no quantity counted in the period",
        ),
    ),
)


def stock_part(book: Book) -> Section:
    """Return figures, tables and charts of the stock."""
    found, at = reconcile(book), campuses_of(book)
    moves, stock = tuple(moves_with_amounts(book)), stock_at_end(book, found)
    figures = (
        *(measure.figure(moves, at) for measure in OF_MOVES),
        *(measure.figure(stock, at) for measure in OF_STOCK),
    )
    months = _by_month(book, moves)
    tables = (
        _reconciliation(found),
        _variances(stock),
        _uncounted(stock),
        months,
        _top(book, moves),
    )
    charts = (
        Chart(
            Both("各月领用金额", "Issued by month"),
            "column",
            "issues_by_month",
            0,
            tuple(range(1, len(months.headings))),
        ),
        Chart(Both("领用最多的物品", "Items issued most"), "bar", "top_issues", 0, (1,)),
    )
    return Section(
        "stock", Both("库存", "Stock"), figures, tables, charts, tuple(_notes(found, stock))
    )


def _notes(found: Reconciliation, stock: Sequence[Stock]) -> Iterator[Both]:
    if found.left_out:
        yield Both(
            f"入库、领用 中有 {found.left_out} 行没有读懂，没有计入",
            f"{found.left_out} lines of 入库 and 领用 could not be read and are left out",
        )
    if unpriced := _without_price(stock):
        yield Both(
            f"有 {unpriced} 项有结存的物品没有单价，没有计入金额",
            f"{unpriced} items in stock have no price and are left out of the amounts",
        )


def _of_item(line: Line) -> tuple[Value, ...]:
    return line.item, line.name, line.campus, line.unit


def _reconciliation(found: Reconciliation) -> SectionTable:
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


def _variances(stock: Sequence[Stock]) -> SectionTable:
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


def _uncounted(stock: Sequence[Stock]) -> SectionTable:
    return SectionTable(
        "not_counted",
        Both("未盘点的物品", "Items not counted"),
        (*ITEM_HEADINGS, BOOK_HEADING),
        (*ITEM_UNITS, Unit.QUANTITY),
        tuple((*_of_item(each.line), each.line.book) for each in stock if each.is_due),
        Both("有结存的物品都已盘点", "every item in stock was counted"),
    )


def _by_month(book: Book, moves: Sequence[Worth]) -> SectionTable:
    """Return what was taken each month, by category, in money: units differ."""
    amounts: dict[str, dict[str, Decimal]] = defaultdict(lambda: defaultdict(lambda: ZERO))
    found = listed(book, "category")
    for each in moves:
        if each.is_issue and each.amount is not None:
            category = found.get(each.account.item) or NO_CATEGORY
            amounts[each.month][category] += each.amount
    categories = sorted({category for month in amounts.values() for category in month})
    return SectionTable(
        "issues_by_month",
        Both("各月领用金额", "Issued by month and category"),
        (Both("月份", "Month"), *(Both(category, category) for category in categories)),
        (Unit.TEXT, *(Unit.MONEY,) * len(categories)),
        tuple((month, *(amounts[month][each] for each in categories)) for month in sorted(amounts)),
    )


def _top(book: Book, moves: Sequence[Worth]) -> SectionTable:
    amounts: dict[str, Decimal] = defaultdict(lambda: ZERO)
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
