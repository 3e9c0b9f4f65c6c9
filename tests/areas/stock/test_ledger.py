from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from tests.areas.drawn import book_of
from tests.areas.stock import drawn
from tests.areas.stock.drawn import Issue, Receipt, book_with, database, on
from tests.effort import examples

from houqin.areas.stock.ledger import Fall, falls_below_zero, stock_ledger
from houqin.areas.stock.moves import Account
from houqin.areas.stock.prices import Price, listed_price, price

MASKS = Account("A-1", "本部")

FALLS = """
with running as (
  select sheet, line, campus, item,
    sum(case when sheet = 'in' then quantity else -quantity end) over (
      partition by campus, item
      order by day, case when kind = '期初' then 0 when sheet = 'in' then 1 else 2 end, line
    ) as after,
    case when sheet = 'in' then quantity else -quantity end as change
  from moves
)
select line, item, campus, after - change, after from running
where after - change >= 0 and after < 0
"""

BALANCES = """
select item, campus, sum(case when sheet = 'in' then quantity else -quantity end)
from moves where day <= $until group by item, campus
"""

PRICES = """
select item, campus, sum(cast(round(quantity * price, 2) as decimal(18, 2))), sum(quantity)
from moves where sheet = 'in' and price is not null and day <= $until group by item, campus
"""


@examples(30)
@given(drawn.receipts, drawn.issues)
def test_balances_falls_and_prices_are_those_of_duckdb(
    receipts: list[Receipt], issues: list[Issue]
) -> None:
    book, base = book_with(receipts, issues), database(receipts, issues)
    ledger, until = stock_ledger(book), on(40)

    balances = {
        tuple(each): ledger.balance(each, until)
        for each in ledger.moves
        if ledger.until(each, until)
    }
    falls = {(f.row, *f.account, f.before, f.after) for f in falls_below_zero(book)}
    prices = {
        tuple(each): found
        for each in ledger.moves
        if (found := price(book, each, until)) != listed_price(book, each.item)
    }

    told = base.execute(BALANCES, {"until": until}).fetchall()
    assert balances == {(item, campus): balance for item, campus, balance in told}
    assert falls == set(base.execute(FALLS).fetchall())
    told = base.execute(PRICES, {"until": until}).fetchall()
    assert prices == {(item, campus): Price(*of) for item, campus, *of in told}


def test_within_a_day_opening_stock_comes_first_then_receipts_then_issues() -> None:
    book = book_with(
        [
            Receipt(on(1), "本部", "A-1", Decimal(5)),
            Receipt(on(1), "本部", "A-1", Decimal(3), kind="期初"),
        ],
        [Issue(on(1), "本部", "A-1", Decimal(8)), Issue(on(0), "东园", "A-1", Decimal(1))],
    )

    changes = [move.change for move in stock_ledger(book).moves[MASKS]]

    assert changes == [Decimal(3), Decimal(5), Decimal(-8)]


def test_a_fall_is_told_once_until_the_balance_has_recovered() -> None:
    issued = [Issue(on(day), "本部", "A-1", Decimal(4)) for day in (1, 2, 5)]
    book = book_with(
        [Receipt(on(0), "本部", "A-1", Decimal(3)), Receipt(on(4), "本部", "A-1", Decimal(6))],
        issued,
    )

    falls = list(falls_below_zero(book))

    assert falls == [
        Fall(0, MASKS, Decimal(3), Decimal(-1)),
        Fall(2, MASKS, Decimal(1), Decimal(-3)),
    ]


@pytest.mark.parametrize(
    ("line", "sure_items"),
    [
        ("| 3 | RK-2 | 2020-05-02 | 本部 | A-1 | 口罩 | 个 | 若干 | 张三 | 李四 |", {"B-2"}),
        ("| 3 | RK-2 | 若干 | 本部 | A-1 | 口罩 | 个 | 5 | 张三 | 李四 |", {"B-2"}),
        ("| 3 | RK-2 | 2020-05-02 | | A-1 | 口罩 | 个 | 5 | 张三 | 李四 |", {"A-1", "B-2"}),
        ("| 3 | RK-2 | 2020-05-02 | 本部 | #N/A | 口罩 | 个 | 5 | 张三 | 李四 |", {"B-2"}),
        ("| 3 | RK-2 | 2020-05-02 | 本部 | #N/A | #N/A | 个 | 5 | 张三 | 李四 |", set()),
        ("| 3 | RK-2 | 2020-05-02 | 本部 | A-1 | 口罩 | 箱 | 5 | 张三 | 李四 |", {"B-2"}),
        ("| 3 | RK-2 | 2020-05-02 | 本部 | A-9 | 口罩 | 个 | 5 | 张三 | 李四 |", {"B-2"}),
        ("| 3 | RK-2 | 2020-05-02 | 本部 | A-1 | 香皂 | 个 | 5 | 张三 | 李四 |", set()),
        ("| 3 | RK-2 | 2020-05-02 | 东园 | A-1 | 口罩 | 个 | 若干 | 张三 | 李四 |", {"A-1", "B-2"}),
    ],
    ids=[
        "quantity unread",
        "date unread",
        "campus filled down from above",
        "number unread, the name tells",
        "neither number nor name",
        "another unit",
        "number not listed, the name is",
        "number of one item, name of another",
        "another campus",
    ],
)
def test_a_line_in_doubt_leaves_only_the_balances_in_doubt_that_it_may_belong_to(
    line: str, sure_items: set[str]
) -> None:
    book = book_of(f"""
| 物品目录 | 物品编号 | 物品名称 | 单位 |
| 2 | A-1 | 口罩 | 个 |
| 3 | B-2 | 香皂 | 个 |
| 入库 | 单据编号 | 日期 | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 验收人 | 保管员 |
| 2 | RK-1 | 2020-05-01 | 本部 | A-1 | 口罩 | 个 | 10 | 张三 | 李四 |
{line}
""")

    sure = {item for item in ("A-1", "B-2") if stock_ledger(book).is_sure(item, "本部")}

    assert sure == sure_items


def test_the_price_is_the_average_of_priced_receipts_up_to_the_day_else_the_listed_one() -> None:
    book = book_with(
        [
            Receipt(on(1), "本部", "A-1", Decimal(10), kind="期初", price="1"),
            Receipt(on(2), "本部", "A-1", Decimal(100)),  # without a price: it says nothing
            Receipt(on(3), "本部", "A-1", Decimal(5), price="4"),
            Receipt(on(3), "东园", "A-1", Decimal(5), price="9"),
        ]
    )

    found = [price(book, MASKS, on(day)) for day in (0, 1, 3)]

    assert [each and each.each for each in found] == [Decimal("1.25"), Decimal(1), Decimal(2)]
    assert price(book, Account("C-3", "本部"), on(3)) is None


def test_worth_is_rounded_half_up_once() -> None:
    third = Price(Decimal(1), Decimal(3))

    assert third.of(Decimal("0.015")) == Decimal("0.01")  # 0.005, not 0.00499...


def test_the_time_beside_a_date_decides_whether_a_move_follows_a_count() -> None:
    book = book_of("""
| 领用 | 单据编号 | 领用时间 | 校区 | 物品名称 | 单位 | 数量 | 领用人 | 领用部门 | 用途 |
| 2 | LY-1 | 2020-05-01 14:30 | 本部 | 口罩 | 个 | 1 | 王五 | 总务处 | 日常 |
| 3 | LY-2 | 2020-05-01 | 本部 | 口罩 | 个 | 1 | 王五 | 总务处 | 日常 |
| 4 | LY-3 | 2020-05-01 12:00 | 本部 | 口罩 | 个 | 1 | 王五 | 总务处 | 日常 |
| 5 | LY-4 | '2020年5月1日 9:00 | 本部 | 口罩 | 个 | 1 | 王五 | 总务处 | 日常 |
""")
    moves = stock_ledger(book).moves[Account("口罩", "本部")]
    day, noon = date(2020, 5, 1), time(12)

    assert [move.follows(day, noon) for move in moves] == [True, False, False, False]
    assert [move.follows(day, None) for move in moves] == [False] * 4
