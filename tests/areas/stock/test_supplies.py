from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.areas.drawn import book_of
from tests.areas.stock.drawn import Issue, Receipt, book_with, on
from tests.effort import examples

from houqin.areas.stock.ledger import stock_ledger
from houqin.areas.stock.lots import shelves, usable, used
from houqin.areas.stock.moves import Account
from houqin.areas.stock.reserves import needs, reorder
from houqin.cells.writing import written

MASKS = Account("A-1", "本部")
PAST, FUTURE, LATER = "2020-06-29", "2020-09-30", "2021-09-30"
RECEIPT = (
    "| 入库 | 单据编号 | 日期 | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 单价 | 验收人 | 保管员 |"
)
ISSUE = "| 领用 | 单据编号 | 日期 | 校区 | 物品编号 | 物品名称 | 单位 | 数量 | 领用人 | 领用部门 | 用途 |"


def came(quantity: int, expires: str, batch: str = "", day: int = 0) -> Receipt:
    return Receipt(on(day), "本部", "A-1", Decimal(quantity), batch=batch, expires=expires)


def went(quantity: int, batch: str = "", day: int = 1, kind: str = "") -> Issue:
    return Issue(on(day), "本部", "A-1", Decimal(quantity), batch=batch, kind=kind)


@pytest.mark.parametrize(
    ("receipts", "issues", "left"),
    [
        ([came(10, "2020-06-30")], [], 10),
        ([came(10, PAST)], [], 0),
        ([came(10, "")], [], 10),
        ([came(10, FUTURE), came(10, PAST)], [went(12)], 8),
        ([came(10, FUTURE), came(10, PAST)], [went(3)], 10),
        ([came(10, FUTURE), came(10, "")], [went(3)], 17),
        ([came(10, FUTURE, "A1"), came(10, PAST, "A2")], [went(4, "A1")], 6),
        ([came(10, FUTURE, "A1"), came(10, PAST, "A2")], [went(12, "A1")], 0),
        ([came(10, FUTURE, day=0), came(10, PAST, day=2)], [went(4, day=1)], 6),
        ([came(10, FUTURE, day=2)], [went(4, day=1)], 6),
        ([came(10, PAST, "A1"), came(5, "", "A1", day=2)], [went(10, "A1")], 0),
    ],
    ids=[
        "usable on its last day",
        "expired",
        "does not expire",
        "unbatched issues take the earliest expiry first",
        "and leave the later one",
        "what does not expire is taken last",
        "a batch that is named is taken from that batch",
        "what the batch lacks is taken from what expires first",
        "a lot that came after the issue is not taken",
        "what was taken before it came is made up by the next receipt",
        "a line of a known batch expires with it",
    ],
)
def test_what_may_be_used(receipts: list[Receipt], issues: list[Issue], left: int) -> None:
    assert usable(book_with(receipts, issues), MASKS) == left


@examples(30)
@given(
    st.lists(
        st.builds(
            came,
            st.integers(1, 20),
            st.sampled_from((PAST, FUTURE, LATER, "")),
            st.sampled_from(("", "A1", "A2")),
            st.integers(0, 20),
        ),
        max_size=8,
    ),
    st.lists(
        st.builds(went, st.integers(1, 20), st.sampled_from(("", "A1", "A2")), st.integers(0, 20)),
        max_size=8,
    ),
)
def test_what_is_left_of_all_lots_is_the_balance(
    receipts: list[Receipt], issues: list[Issue]
) -> None:
    book = book_with(receipts, issues)
    balance = stock_ledger(book).balance(MASKS, book.as_of)
    shelf = shelves(book).get(MASKS)

    left = sum(lot.left for lot in shelf.lots) - shelf.owed if shelf else 0

    assert left == balance


@pytest.mark.parametrize(
    ("issues", "told"),
    [
        ([went(1, "A2")], [0]),
        ([went(1, "A1"), went(1, "A2")], [1]),
        ([went(10, "A1"), went(1, "A2")], []),
        ([went(1, "A2"), went(10, "A1")], []),
        ([went(1, "A2", kind="报废")], []),
        ([went(1, "A2", day=0)], []),
        ([went(1, "A1")], []),
        ([went(10), went(1, "A2", day=2)], []),
    ],
    ids=[
        "a later batch",
        "after an earlier one that is not used up",
        "after it is used up",
        "it is used up that very day",
        "scrapped",
        "on the day it came",
        "the earliest",
        "unbatched issues used it up",
    ],
)
def test_a_batch_taken_too_early(issues: list[Issue], told: list[int]) -> None:
    book = book_with([came(10, FUTURE, "A1"), came(10, LATER, "A2")], issues)

    assert [each.row for each in shelves(book)[MASKS].too_early] == told


def test_what_was_used_lately_leaves_out_what_was_scrapped_and_what_is_longer_ago() -> None:
    issues = [went(5, day=29), went(3, day=30), went(2, day=60), went(1, day=60, kind="报废")]
    book = book_with([came(100, "")], issues)  # as of day 60, 2020-06-30

    assert used(book, MASKS, 30) == 2
    assert used(book, MASKS, 31) == 5


def test_a_line_without_a_campus_holds_for_every_campus_without_a_line_of_its_own() -> None:
    book = book_of("""
| 校区 | 校区 |
| 2 | 本部 |
| 3 | 东园 |
| 储备标准 | 物品名称 | 单位 | 计算基数 | 定额 | 校区 | 来源 |
| 2 | 口罩 | 盒 | 固定 | 9 | | 区教育局 |
| 3 | 口罩 | 盒 | 固定 | 4 | 东园 | 区教育局 |
""")

    assert [(need.campus, need.required) for need in needs(book)] == [
        ("本部", Decimal(9)),
        ("东园", Decimal(4)),
    ]


def test_the_reorder_fills_the_reserve_then_the_lowest_stock_and_lasts_as_long_as_it_looks_back() -> (
    None
):
    book = book_of(f"""
| 物品目录 | 物品编号 | 物品名称 | 单位 | 最低库存 | 参考单价 |
| 2 | A-1 | 口罩 | 盒 | 40 | 9 |
| 3 | B-2 | 香皂 | 块 | 40 | 3 |
| 4 | C-3 | 毛巾 | 条 | 40 | |
| 5 | D-4 | 拖把 | 把 | 4 | |
| 6 | E-5 | 手套 | 副 | 12 | |
| 储备标准 | 物品编号 | 物品名称 | 单位 | 计算基数 | 定额 | 校区 | 来源 |
| 2 | A-1 | 口罩 | 盒 | 固定 | 30.5 | 本部 | 区教育局 |
| 3 | E-5 | 手套 | 副 | 固定 | 12 | 本部 | 区教育局 |
{RECEIPT}
| 2 | RK-1 | 2020-05-01 | 本部 | A-1 | 口罩 | 盒 | 20 | 2.50 | 张三 | 李四 |
| 3 | RK-1 | 2020-05-01 | 本部 | B-2 | 香皂 | 块 | 100 | | 张三 | 李四 |
| 4 | RK-1 | 2020-05-01 | 本部 | C-3 | 毛巾 | 条 | 30 | | 张三 | 李四 |
| 5 | RK-1 | 2020-05-01 | 本部 | D-4 | 拖把 | 把 | 4 | | 张三 | 李四 |
{ISSUE}
| 2 | LY-1 | 2020-06-20 | 本部 | B-2 | 香皂 | 块 | 70 | 王五 | 总务处 | 洗手 |
| 3 | LY-2 | 2020-06-01 | 本部 | C-3 | 毛巾 | 条 | 5 | 王五 | 总务处 | 洗手 |
""")

    lines = [
        (o.item, o.campus, *map(written, (o.there, o.target, o.quantity, o.amount)))
        for o in reorder(book)
    ]

    assert lines == [
        ("A-1", "本部", "20", "30.5", "11", "27.5"),
        ("E-5", "本部", "0", "12", "12", ""),  # with these it has its lowest stock too
        ("A-1", None, "31", "40", "9", "22.5"),  # 20 and the 11 on order are below 40
        ("B-2", None, "30", "70", "40", "120"),  # 70 went in the last 14 days
        ("C-3", None, "25", "40", "15", ""),
    ]


def test_what_expires_is_told_by_the_as_of_day() -> None:
    book = book_with([came(10, PAST), came(10, "2020-07-30"), came(10, "2020-07-31")])

    lots = shelves(book)[MASKS].lots

    assert [lot.is_usable(date(2020, 6, 30)) for lot in lots] == [False, True, True]
