"""What the summary tells of receipts, stock issues and counts."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from houqin.areas.measures import Measure, share
from houqin.areas.stock.ledger import campuses_of
from houqin.areas.stock.moves import ZERO
from houqin.areas.stock.reconcile import Reconciliation, reconcile
from houqin.areas.stock.stock_tables import (
    issues_by_month,
    reconciled,
    top_issues,
    uncounted,
    variances,
)
from houqin.areas.stock.worth import Stock, Worth, moves_with_amounts, stock_at_end
from houqin.book import Book
from houqin.cells.money import to_cents
from houqin.problems import Both
from houqin.sections import Chart, Section, Unit


def _money(amounts: Iterable[Decimal | None]) -> Decimal:
    """Add up amounts, as far as they are known."""
    return to_cents(sum((amount for amount in amounts if amount is not None), ZERO))


def _received(moves: Sequence[Worth]) -> Decimal:
    return _money(each.amount for each in moves if not each.is_issue)


def _issued(moves: Sequence[Worth]) -> Decimal:
    return _money(each.amount for each in moves if each.is_issue)


def _stock(stock: Sequence[Stock]) -> Decimal:
    return _money(each.amount for each in stock)


def _without_price(stock: Sequence[Stock]) -> int:
    return sum(each.amount is None and each.line.book != 0 for each in stock)


def _counted(stock: Sequence[Stock]) -> int:
    return sum(each.was_counted for each in stock)


def _differing(stock: Sequence[Stock]) -> int:
    return sum(each.differs for each in stock)


def _differences(stock: Sequence[Stock]) -> Decimal:
    return _money(each.line.count.value for each in stock if each.differs)


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
    found, where = reconcile(book), campuses_of(book)
    moves, stock = tuple(moves_with_amounts(book)), stock_at_end(book, found)
    figures = (
        *(measure.figure(moves, where, book) for measure in OF_MOVES),
        *(measure.figure(stock, where, book) for measure in OF_STOCK),
    )
    months = issues_by_month(book, moves)
    tables = (
        reconciled(found),
        variances(stock),
        uncounted(stock),
        months,
        top_issues(book, moves),
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
