"""Books drawn as text, stock moves made up by hypothesis, and the same moves in DuckDB."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from decimal import Decimal

import duckdb
from hypothesis import strategies as st
from tests.areas.drawn import book_of

from houqin.book import Book

FIRST = date(2020, 5, 1)
CAMPUSES = ("本部", "东园")
ITEMS = {"A-1": ("口罩", "1.25"), "B-2": ("香皂", "3"), "C-3": ("毛巾", "")}  # name, 参考单价
RECEIVED = ("期初", "采购", "捐赠", "调入", "退库", "盘盈", "")
ISSUED = ("领用", "调出", "退货", "报废", "盘亏", "")
RECEIPTS = "| 入库 | 单据编号 | 日期 | 校区 | 入库类型 | 物品编号 | 物品名称 | 单位 | 数量 | 单价 | 批号 | 有效期至 | 验收人 | 保管员 |"
ISSUES = "| 领用 | 单据编号 | 日期 | 校区 | 出库类型 | 物品编号 | 物品名称 | 单位 | 数量 | 批号 | 领用人 | 领用部门 | 用途 |"
COUNTS = "| 盘点 | 盘点单号 | 盘点日期 | 校区 | 物品编号 | 物品名称 | 单位 | 批号 | 账面数量 | 实盘数量 | 差异原因 | 盘点人 |"
CATALOGUE = "| 物品目录 | 物品编号 | 物品名称 | 单位 | 参考单价 |"


@dataclass(frozen=True)
class Receipt:
    day: date
    campus: str
    item: str
    quantity: Decimal
    kind: str = ""
    price: str = ""
    batch: str = ""
    expires: str = ""


@dataclass(frozen=True)
class Issue:
    day: date
    campus: str
    item: str
    quantity: Decimal
    kind: str = ""
    batch: str = ""


@dataclass(frozen=True)
class Count:
    day: date
    campus: str
    item: str
    counted: str = ""
    batch: str = ""
    book: str = ""
    reason: str = ""


def book_with(
    receipts: Sequence[Receipt] = (),
    issues: Sequence[Issue] = (),
    counts: Sequence[Count] = (),
    *,
    period: str = "",
    one_count: bool = False,
) -> Book:
    lines = [CATALOGUE]
    for row, (item, (name, price)) in enumerate(ITEMS.items(), 2):
        lines.append(f"| {row} | {item} | {name} | 个 | {price} |")
    lines.append(RECEIPTS)
    for row, r in enumerate(receipts, 2):
        of = f"{r.day} | {r.campus} | {r.kind} | {r.item} | {ITEMS[r.item][0]} | 个 | {r.quantity}"
        more = f"{r.price} | {r.batch} | {r.expires} | 张三 | 李四"
        lines.append(f"| {row} | RK-{row} | {of} | {more} |")
    lines.append(ISSUES)
    for row, i in enumerate(issues, 2):
        of = f"{i.day} | {i.campus} | {i.kind} | {i.item} | {ITEMS[i.item][0]} | 个 | {i.quantity}"
        lines.append(f"| {row} | LY-{row} | {of} | {i.batch} | 王五 | 总务处 | 日常 |")
    lines.append(COUNTS)
    for row, c in enumerate(counts, 2):
        of = f"{c.day} | {c.campus} | {c.item} | {ITEMS[c.item][0]} | 个 | {c.batch}"
        more = f"{c.book} | {c.counted} | {c.reason} | 赵六"
        lines.append(f"| {row} | PD-{1 if one_count else row} | {of} | {more} |")
    return book_of("\n".join(lines) + "\n", period=period)


def on(number: int) -> date:
    return FIRST + timedelta(days=number)


days = st.integers(0, 60).map(on)
quantities = st.integers(1, 40).map(lambda halves: Decimal(halves) / 2)
where = {"day": days, "campus": st.sampled_from(CAMPUSES), "item": st.sampled_from(tuple(ITEMS))}
receipts = st.lists(
    st.builds(
        Receipt,
        **where,
        quantity=quantities,
        kind=st.sampled_from(RECEIVED),
        price=st.sampled_from(("", "0.35", "1.99", "12")),
    ),
    max_size=12,
)
issues = st.lists(
    st.builds(Issue, **where, quantity=quantities, kind=st.sampled_from(ISSUED)), max_size=12
)
counts = st.lists(
    st.builds(Count, **where, counted=st.sampled_from(("", "0", "3", "7.5"))), max_size=6
)


def database(
    receipts: Sequence[Receipt], issues: Sequence[Issue], counts: Sequence[Count] = ()
) -> duckdb.DuckDBPyConnection:
    """Put the moves into one table, as contract 3 orders them."""
    base = duckdb.connect()
    base.execute(
        "create table moves (sheet text, line int, day date, campus text, item text,"
        " quantity decimal(18, 4), kind text, price decimal(18, 4))"
    )
    rows: list[tuple[object, ...]] = [
        ("in", n, r.day, r.campus, r.item, r.quantity, r.kind or "采购", r.price or None)
        for n, r in enumerate(receipts)
    ]
    rows += [
        ("out", n, i.day, i.campus, i.item, i.quantity, i.kind or "领用", None)
        for n, i in enumerate(issues)
    ]
    if rows:
        base.executemany("insert into moves values (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    base.execute(
        "create table counts (line int, day date, campus text, item text, counted decimal(18, 4))"
    )
    lines = [(n, *astuple(c)[:3], c.counted or None) for n, c in enumerate(counts)]
    if lines:
        base.executemany("insert into counts values (?, ?, ?, ?, ?)", lines)
    return base
