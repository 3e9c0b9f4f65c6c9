"""Balances added up by hand from a few lines."""

from datetime import date
from typing import Any

import pytest
from tests.functions.as_excel import table

from houqin import udfs

JUNE_30 = date(2020, 6, 30)
RECEIPTS = table(
    "入库单号 | 入库日期 | 校区 | 入库类型 | 物品编号 | 物品名称 | 单位 | 数量 | 验收人 | 保管员",
    "RK-1 | 2020-05-01 | 本部 | 期初 | KZ-001 | 口罩 | 只 | 100 | 张三 | 李四",
    "RK-2 | 2020-05-03 | 本部 | | KZ-001 | 口罩 | 只 | 50 | 张三 | 李四",
    "RK-3 | 2020-06-02 | 东园 | 调入 | KZ-001 | 口罩 | 只 | 20 | 张三 | 李四",
    "RK-4 | 2020-06-03 | 本部 | | | 洗手液 | 瓶 | 12 | 张三 | 李四",
    "RK-5 | 2020-06-04 | 本部 | | BZ-1 | 抹布 | 块 | 5 | 张三 | 李四",
    "RK-5 | 2020-06-04 | 本部 | | BZ-2 | 抹布 | 条 | 7 | 张三 | 李四",
)
ISSUES = table(
    "领用单号 | 领用日期 | 校区 | 出库类型 | 物品编号 | 物品名称 | 单位 | 数量 | 领用人 | 部门 | 用途 | 保管员",
    "LY-1 | 2020-05-12 | 本部 | | KZ-001 | 口罩 | 只 | 30 | 王五 | 总务处 | 门岗 | 李四",
    "LY-2 | 2020-06-02 | 本部 | 调出 | KZ-001 | 口罩 | 只 | 20 | 王五 | 总务处 | 调拨 | 李四",
    "LY-3 | 2020-06-05 | 东园。 | | | 口罩 | 只 | 3 | 赵六 | 总务处 | 门岗 | 李四",
    "LY-4 | 2020-06-30 | 本部 | | | 洗手液 | 瓶 | 2 | 王五 | 总务处 | 食堂 | 李四",
)

BALANCES: tuple[tuple[Any, ...], ...] = (
    ("KZ-001", "本部", JUNE_30, 100),  # 100 + 50 - 30 - 20
    ("kz-001 ", "本部", JUNE_30, "?入库和领用中没有物品“kz-001”"),  # a number is as it is typed
    ("ＫＺ-001", "本部", JUNE_30, 100),
    ("KZ-001", "东园", JUNE_30, 17),  # 20 - 3, taken out by its name
    ("KZ-001", None, JUNE_30, 117),
    ("口罩", None, JUNE_30, 117),
    ("口 罩", "本部", JUNE_30, 100),
    # up to a day, the day itself included
    ("KZ-001", "本部", date(2020, 4, 30), 0),
    ("KZ-001", "本部", date(2020, 5, 1), 100),
    ("KZ-001", "本部", date(2020, 5, 11), 150),
    ("KZ-001", "本部", "2020.5.12", 120),
    ("洗手液", "本部", date(2020, 6, 29), 12),
    ("洗手液", None, JUNE_30, 10),
    ("洗手液", "东园", JUNE_30, 0),
    ("BZ-2", None, JUNE_30, 7),
    (None, "本部", JUNE_30, ""),
    ("", None, JUNE_30, ""),
    ("抹布", None, JUNE_30, "?“抹布”指几种物品，请写编号"),
    ("KZ-002", None, JUNE_30, "?入库和领用中没有物品“KZ-002”"),
    ("KZ-001", "西园", JUNE_30, "?入库和领用中没有校区“西园”"),
    ("KZ-001", "本部", "6.30", "?日期“6.30”看不准，请写全年月日，如 2020-05-12"),
    ("#N/A", "本部", JUNE_30, "?显示错误 #N/A，请改正公式或直接填写"),
)


@pytest.mark.parametrize(("item", "campus", "as_of", "expected"), BALANCES)
def test_balance(item: Any, campus: Any, as_of: Any, expected: Any) -> None:
    assert udfs.HQ_STOCK(item, RECEIPTS, ISSUES, campus, as_of) == expected


def test_one_of_the_two_tables_is_enough() -> None:
    assert udfs.HQ_STOCK("KZ-001", RECEIPTS, None, None, JUNE_30) == 170
    assert udfs.HQ_STOCK("口罩", None, ISSUES, "本部", JUNE_30) == -50


def test_nothing_is_said_of_a_balance_on_which_an_unread_line_bears() -> None:
    receipts = [list(row) for row in RECEIPTS]
    receipts[2][7] = "约50"

    shown = [
        udfs.HQ_STOCK(item, receipts, ISSUES, campus, JUNE_30)
        for item, campus in (
            ("KZ-001", "本部"),
            ("KZ-001", None),
            ("KZ-001", "东园"),
            ("洗手液", None),
        )
    ]

    doubt = "?本部有单据读不出，结存说不准，请先校验"
    assert shown == [doubt, doubt, 17, 10]


NO_QUANTITIES = [[*row[:7], *row[8:]] for row in RECEIPTS]
WRONG: tuple[tuple[Any, Any, str], ...] = (
    (None, "", "?请给出入库表和领用表"),
    ("入库", ISSUES, "?这里要一张表，请连同标题行一起选"),
    (RECEIPTS[1:], ISSUES, "?没有认出入库表的标题行，请连同标题一起选"),
    (NO_QUANTITIES, ISSUES, "?入库表缺少“数量”一列"),
)


@pytest.mark.parametrize(("receipts", "issues", "shown"), WRONG)
def test_what_is_no_table_is_told(receipts: Any, issues: Any, shown: str) -> None:
    assert udfs.HQ_STOCK("KZ-001", receipts, issues, None, JUNE_30) == shown


def test_a_table_that_changed_is_read_again_also_where_1_became_true() -> None:
    receipts = [list(row) for row in RECEIPTS]
    receipts[1][7] = 1.0
    before = udfs.HQ_STOCK("KZ-001", receipts, ISSUES, "东园", JUNE_30)
    alone = udfs.HQ_STOCK("KZ-001", receipts, ISSUES, "本部", JUNE_30)
    receipts[1][7] = True

    assert (before, alone) == (17, 1)
    assert udfs.HQ_STOCK("KZ-001", receipts, ISSUES, "本部", JUNE_30) == (
        "?本部有单据读不出，结存说不准，请先校验"
    )
