"""Who approves: the table of an invented school, read by hand."""

from typing import Any

import pytest
from tests.functions.as_excel import table

from houqin import udfs

HEADINGS = "校区 | 采购类别 | 金额下限 | 含下限 | 金额上限 | 含上限 | 审批职务 | 集体决策 | 报价家数 | 来源"
LEVELS = table(
    HEADINGS,
    " | | 0 | 是 | 1000 | 否 | 总务主任 | 否 | | 采购制度",
    " | | 1000 | 是 | 10000 | 是 | 分管校长 | 否 | 3 | 采购制度",
    " | | 10000 | 否 | | | 校长 | 是 | 3 | 采购制度",
    "东园 | | 0 | 是 | 500 | 否 | 园区主任 | 否 | | 采购制度",
    " | 食堂 | 0 | 是 | 5000 | 是 | 食堂管理员 | 否 | | 采购制度",
    "东园 | 食堂 | 100 | 是 | 300 | 是 | 东园司务长 | 否 | | 采购制度",
)

APPROVED: tuple[tuple[Any, ...], ...] = (
    (0.0, "办公用品", "本部", "总务主任"),
    (999.99, "办公用品", "本部", "总务主任"),
    (1000.0, "办公用品", "本部", "分管校长"),  # the lower limit is included
    (10000.0, "办公用品", "本部", "分管校长"),  # and so is the upper one
    (10000.01, "办公用品", "本部", "校长"),
    ("¥12万", "办公用品", "本部", "校长"),
    (1000.0, None, None, "分管校长"),
    # one that names the campus goes before one for all, as far as its limits reach
    (499.0, "办公用品", "东园", "园区主任"),
    (500.0, "办公用品", "东园", "总务主任"),
    (5000.0, "食堂", "本部", "食堂管理员"),
    (5000.01, "食堂", "本部", "分管校长"),
    (499.0, " 食 堂 ", "本部", "食堂管理员"),
    # campus and kind go before one of the two
    (100.0, "食堂", "东园", "东园司务长"),
    (300.0, "食堂", "东园", "东园司务长"),
    (1000.0, "食堂", "东园", "食堂管理员"),
    # one line for the campus and one for the kind say equally much
    (400.0, "食堂", "东园", "?审批权限表中第 5、6 行重叠，请改正"),
    (-1.0, "办公用品", "本部", "?审批权限没有写 -1.00 元由谁审批"),
    (None, "办公用品", "本部", ""),
    ("约一千", "办公用品", "本部", "?数字“约一千”看不准，请填一个确定的数字"),
)


@pytest.mark.parametrize(("amount", "kind", "campus", "expected"), APPROVED)
def test_approver(amount: Any, kind: Any, campus: Any, expected: str) -> None:
    assert udfs.HQ_APPROVER(amount, kind, campus, LEVELS) == expected


def test_a_limit_that_is_not_said_to_be_included_is_not() -> None:
    levels = table("金额下限 | 金额上限 | 审批职务", "0 | 1000 | 主任", "1000 | | 校长")

    assert [udfs.HQ_APPROVER(amount, None, None, levels) for amount in (999.0, 1000.0, 1001.0)] == [
        "主任",
        "?审批权限没有写 1000.00 元由谁审批",
        "校长",
    ]


def test_equal_lines_overlap_even_where_they_agree() -> None:
    levels = table("金额下限 | 金额上限 | 审批职务", "0 | 1000 | 主任", "500 | 2000 | 主任")

    assert udfs.HQ_APPROVER(700.0, None, None, levels) == "?审批权限表中第 2、3 行重叠，请改正"


WRONG: tuple[tuple[Any, str], ...] = (
    (None, "?审批权限没有写 700.00 元由谁审批"),
    ("审批权限", "?这里要一张表，请连同标题行一起选"),
    ([["主任", 1000.0]], "?没有认出审批权限表的标题行，请连同标题一起选"),
    (table("金额下限 | 审批职务", "0 |"), "?审批权限表中第 2 行审批职务：没有填写"),
    (
        table("金额下限 | 金额上限 | 审批职务", "0 | 约一千 | 主任"),
        "?审批权限表中第 2 行金额上限：数字“约一千”看不准",
    ),
    (table("金额下限 | 金额上限", "0 | 1000"), "?审批权限表中第 1 行审批职务：缺少这一列"),
)


@pytest.mark.parametrize(("levels", "shown"), WRONG)
def test_a_table_that_cannot_be_relied_on_is_told(levels: Any, shown: str) -> None:
    assert udfs.HQ_APPROVER(700.0, None, None, levels) == shown
