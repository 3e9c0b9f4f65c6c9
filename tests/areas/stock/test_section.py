from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from tests.areas.drawn import book_of
from tests.areas.stock import drawn
from tests.areas.stock.drawn import Count, Issue, Receipt, book_with, database, on
from tests.effort import examples

from houqin.areas.stock.section import stock_section, supplies_section
from houqin.book import Book
from houqin.sections import Section, Value

ISSUED_AMOUNT = """
with priced as (
  select *, cast(round(quantity * price, 2) as decimal(18, 2)) as amount
  from moves where sheet = 'in' and price is not null
), issued as (
  select m.*,
    (select sum(amount) from priced p where p.item = m.item and p.campus = m.campus and p.day <= m.day) a,
    (select sum(quantity) from priced p where p.item = m.item and p.campus = m.campus and p.day <= m.day) q
  from moves m where sheet = 'out' and kind = '领用'
)
select item, quantity, a, q from issued
"""


def figures_of(section: Section | None) -> dict[str, tuple[Value, dict[str, Value]]]:
    assert section is not None
    return {each.key: (each.total, dict(each.by_campus)) for each in section.figures}


def table_of(section: Section | None, key: str) -> Any:
    assert section is not None
    return next(table for table in section.tables if table.key == key)


def a_term() -> Book:
    return book_with(
        [
            Receipt(on(0), "本部", "A-1", Decimal(100), kind="期初", price="1.00"),
            Receipt(on(1), "本部", "A-1", Decimal(100), price="3.00"),
            Receipt(on(1), "东园", "C-3", Decimal(8), kind="捐赠"),
            Receipt(on(2), "东园", "B-2", Decimal(5), kind="调入", price="3.10"),
            Receipt(on(2), "本部", "B-2", Decimal(7), kind="退库"),
        ],
        [
            Issue(on(0), "本部", "A-1", Decimal(10)),
            Issue(on(31), "本部", "A-1", Decimal(20)),
            Issue(on(32), "东园", "B-2", Decimal(1), kind="报废"),
            Issue(on(32), "本部", "B-2", Decimal(7), kind="报废"),  # none left, none to count
            Issue(on(33), "东园", "C-3", Decimal(2)),
        ],
        [
            Count(on(30), "本部", "A-1", counted="188", reason="丢失"),
            Count(on(40), "东园", "B-2", counted="4"),
        ],
        period="2020-05-01..2020-06-30",
    )


def test_the_figures_of_the_stock_by_hand() -> None:
    figures = figures_of(stock_section(a_term()))

    zero = Decimal("0.00")
    assert figures == {
        "stock.received_amount": (Decimal("300.00"), {"本部": Decimal("300.00"), "东园": zero}),
        # 10 × 1.00 before the second receipt, 20 × 2.00 after it; the towels have no price
        "stock.issued_amount": (Decimal("50.00"), {"本部": Decimal("50.00"), "东园": zero}),
        # 170 × 2.00, 4 × 3.10
        "stock.amount": (Decimal("352.40"), {"本部": Decimal("340.00"), "东园": Decimal("12.40")}),
        "stock.without_price": (1, {"本部": 0, "东园": 1}),
        "stock.counted": (2, {"本部": 1, "东园": 1}),
        "stock.differing": (1, {"本部": 1, "东园": 0}),
        "stock.difference_amount": (Decimal("-4.00"), {"本部": Decimal("-4.00"), "东园": zero}),
        "stock.agreement_rate": (Decimal("0.5"), {"本部": Decimal(0), "东园": Decimal(1)}),
        "stock.not_counted": (1, {"本部": 0, "东园": 1}),
    }


def test_the_tables_of_the_stock_by_hand() -> None:
    section = stock_section(a_term())

    assert table_of(section, "variances").rows == (
        ("A-1", "口罩", "本部", "个", "PD-2", on(30), 190, 188, -2, Decimal("-4.00"), "丢失"),
    )
    assert table_of(section, "not_counted").rows == (("C-3", "毛巾", "东园", "个", 6),)
    assert table_of(section, "issues_by_month").rows == (
        ("2020-05", Decimal("10.00")),
        ("2020-06", Decimal("40.00")),
    )
    assert table_of(section, "top_issues").rows == (("口罩", Decimal("50.00")),)


def test_what_came_and_went_outside_the_period_is_not_in_its_amounts() -> None:
    book = book_with(
        [Receipt(on(day), "本部", "A-1", Decimal(10), price="2") for day in (9, 10, 41)],
        [Issue(on(day), "本部", "A-1", Decimal(1)) for day in (9, 10, 40, 41)],
        period="2020-05-11..2020-06-10",
    )

    figures = figures_of(stock_section(book))

    assert figures["stock.received_amount"][0] == Decimal("20.00")
    assert figures["stock.issued_amount"][0] == Decimal("4.00")


@examples(20)
@given(drawn.receipts, drawn.issues)
def test_the_amount_issued_is_that_of_duckdb(receipts: list[Receipt], issues: list[Issue]) -> None:
    book = book_with(receipts, issues, period="2020-01-01..2020-12-31")
    told = database(receipts, issues).execute(ISSUED_AMOUNT).fetchall()

    expected = Decimal(0)
    for item, quantity, amount, priced in told:
        stated = drawn.ITEMS[item][1]
        worth = quantity * amount / priced if priced else quantity * Decimal(stated or 0)
        expected += worth.quantize(Decimal("0.01"), "ROUND_HALF_UP")
    assert figures_of(stock_section(book))["stock.issued_amount"][0] == expected


def test_the_supplies_by_hand() -> None:
    book = book_of("""
| 校区 | 校区 |
| 2 | 本部 |
| 3 | 东园 |
| 储备标准 | 物品名称 | 单位 | 计算基数 | 定额 | 校区 | 来源 |
| 2 | 口罩 | 盒 | 固定 | 9 | | 区教育局 |
| 入库 | 单据编号 | 日期 | 校区 | 物品名称 | 单位 | 数量 | 批号 | 有效期至 | 验收人 | 保管员 |
| 2 | RK-1 | 2020-05-01 | 本部 | 口罩 | 盒 | 20 | A1 | 2020-07-30 | 张三 | 李四 |
| 3 | RK-2 | 2020-05-01 | 东园 | 口罩 | 盒 | 6 | A2 | 2020-06-29 | 张三 | 李四 |
| 4 | RK-3 | 2020-05-01 | 东园 | 口罩 | 盒 | 7 | A3 | 2020-07-31 | 张三 | 李四 |
""")

    section = supplies_section(book)

    assert figures_of(section) == {
        "supplies.short": (1, {"本部": 0, "东园": 1}),
        "supplies.met_rate": (Decimal("0.5"), {"本部": Decimal(1), "东园": Decimal(0)}),
        "supplies.expired": (1, {"本部": 0, "东园": 1}),
        "supplies.expiring": (1, {"本部": 1, "东园": 0}),
    }
    assert table_of(section, "shortages").rows == (("口罩", "口罩", "东园", "盒", 9, 7, 2),)
    assert table_of(section, "expiring").rows == (
        ("口罩", "口罩", "东园", "盒", "A2", date(2020, 6, 29), -1, 6),
        ("口罩", "口罩", "本部", "盒", "A1", date(2020, 7, 30), 30, 20),
    )


@pytest.mark.parametrize("part", [stock_section, supplies_section])
def test_every_figure_table_and_chart_is_whole(part: Callable[[Book], Section | None]) -> None:
    section = part(a_term())

    assert section is not None
    tables = {table.key: table for table in section.tables}
    for figure in section.figures:
        assert all((*figure.name, *figure.source))
    for table in section.tables:
        assert len(table.headings) == len(table.units)
        assert all(len(row) == len(table.headings) for row in table.rows)
    for chart in section.charts:
        assert max(chart.category, *chart.series) < len(tables[chart.table].headings)


def test_without_the_sheets_there_is_no_part_and_without_a_column_it_says_so() -> None:
    nothing = book_of("| 校区 | 校区 |\n| 2 | 本部 |\n")
    no_quantity = book_of("""
| 入库 | 单据编号 | 日期 | 校区 | 物品名称 | 单位 | 验收人 | 保管员 |
| 2 | RK-1 | 2020-05-01 | 本部 | 口罩 | 个 | 张三 | 李四 |
""")

    assert (stock_section(nothing), supplies_section(nothing)) == (None, None)
    section = stock_section(no_quantity)
    assert section is not None
    assert [note.zh for note in section.notes] == ["工作表 入库 没有“数量”一列"]


def test_what_is_left_out_of_the_figures_is_said() -> None:
    book = book_of("""
| 入库 | 单据编号 | 日期 | 校区 | 物品名称 | 单位 | 数量 | 验收人 | 保管员 |
| 2 | RK-1 | 2020-05-01 | 本部 | 口罩 | 个 | 5 | 张三 | 李四 |
| 3 | RK-2 | 2020-05-01 | 本部 | 香皂 | 块 | 若干 | 张三 | 李四 |
""")

    section = stock_section(book)

    assert section is not None
    assert [note.zh for note in section.notes] == [
        "入库、领用 中有 1 行没有读懂，没有计入",
        "有 1 项有结存的物品没有单价，没有计入金额",
    ]
